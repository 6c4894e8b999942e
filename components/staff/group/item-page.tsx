import { LANG } from '#lib/domain/basics/locale.ts';
import { dateText } from '#lib/i18n/dates.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { SummaryList } from '../../layout/summary-list.tsx';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { sayAge } from './age.ts';
import { DecideForm } from './decide-form.tsx';
import { ItemMore } from './item-more.tsx';
import { MarkedText } from './marked-text.tsx';
import type { OpenedItem } from './opened-item.ts';

interface Props {
  readonly frame: Frame;
  readonly item: OpenedItem;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** One text, what is known about it, and one decision. Nothing of the writer but a name in this topic. */
export function ItemPage(props: Props) {
  const { frame, item, values } = props;
  const { t } = frame;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage
      frame={frame}
      title={t('moderate.item.title')}
      current="moderate"
      failed={errors.length > 0}
      up={{ path: staffPaths.moderate, text: t('moderate.links.queue') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <p className="note">{t('moderate.item.logged')}</p>
      <Facts frame={frame} item={item} />
      <h2>{t('moderate.item.text')}</h2>
      <MarkedText frame={frame} text={item.text} locale={item.locale} />
      {item.shown === null ? null : (
        <>
          <h2>{t('moderate.item.shown')}</h2>
          <p className="whitespace-pre-wrap" lang={LANG[item.locale]}>
            {item.shown}
          </p>
        </>
      )}
      <Reported frame={frame} item={item} />
      <Before frame={frame} item={item} />
      <DecideForm frame={frame} item={item} errors={errors} values={values} />
      <ItemMore frame={frame} item={item} errors={errors} />
    </StaffPage>
  );
}

type Part = Pick<Props, 'frame' | 'item'>;

function Facts({ frame, item }: Part) {
  const { t, locale } = frame;
  const kind = t(`moderate.kind.${item.kind}`);
  return (
    <SummaryList
      pairs={[
        {
          term: t('moderate.col.kind'),
          value: item.secondAsked ? `${kind} · ${t('moderate.second')}` : kind,
        },
        { term: t('moderate.col.priority'), value: t(`moderate.priority.${item.priority}`) },
        { term: t('moderate.col.age'), value: sayAge(t, item.waitedMs) },
        { term: t('moderate.col.language'), value: t(`inbox.languages.${item.locale}`) },
        {
          term: t('moderate.item.topic'),
          value: <span lang={LANG[item.topic.locale]}>{item.topic.title}</span>,
        },
        {
          term: t('moderate.item.rule'),
          value: <span lang={LANG[item.topic.locale]}>{item.topic.opening}</span>,
        },
        { term: t('moderate.item.name'), value: item.name },
        { term: t('moderate.item.week'), value: dateText(locale, item.week) },
      ]}
    />
  );
}

function Reported({ frame, item }: Part) {
  const { t } = frame;
  const { reasons, words } = item;
  return (
    <>
      {reasons.length === 0 ? null : (
        <>
          <h2>{t('moderate.item.reasons')}</h2>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{t(`group.report.reason.${reason}`)}</li>
            ))}
          </ul>
        </>
      )}
      {words.length === 0 ? null : (
        <>
          <h2>{t('moderate.item.words')}</h2>
          {words.map((text, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
            <p key={place} className="whitespace-pre-wrap">
              {text}
            </p>
          ))}
        </>
      )}
    </>
  );
}

function Before({ frame, item }: Part) {
  const { t } = frame;
  if (item.before.length === 0) return null;
  return (
    <>
      <h2>{t('moderate.item.before')}</h2>
      <ol>
        {item.before.map(({ n, kind, decision, reason, mine }) => (
          <li key={n}>
            {t('moderate.item.beforeLine', {
              kind: t(`moderate.kind.${kind}`),
              decision: t(`moderate.decision.${decision}`),
              who: t(mine ? 'moderate.item.beforeMine' : 'moderate.item.beforeOther'),
            })}
            {reason === null ? null : (
              <span className="note block">{t(`moderate.reason.${reason}`)}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
