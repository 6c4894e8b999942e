import type { Locale } from '#lib/domain/basics/locale.ts';
import type { ItemKind } from '#lib/domain/community/post.ts';
import type { Priority } from '#lib/domain/community/queue.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { RadioRows } from '../../form/radio-rows.tsx';
import { TextArea } from '../../form/text-area.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { sayAge } from './age.ts';

interface Taker {
  readonly id: string;
  readonly name: string;
  readonly onCall: boolean;
  readonly from: LocalTime;
}

interface Props {
  readonly frame: Frame;
  readonly risks: readonly {
    readonly id: string;
    readonly kind: ItemKind;
    readonly priority: Priority;
    readonly locale: Locale;
    readonly waitedMs: number;
    readonly handedTo: string | null;
  }[];
  readonly takers: readonly Taker[];
  readonly note: string | null;
  readonly debrief: string | null;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** The end of a shift: what is open and who takes it, then the moderator themselves. */
export function HandoverPage(props: Props) {
  const { frame, debrief, values } = props;
  const { t } = frame;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage
      frame={frame}
      title={t('moderate.handover.title')}
      current="moderate"
      failed={errors.length > 0}
      up={{ path: staffPaths.moderate, text: t('moderate.links.queue') }}
    >
      <ErrorSummary t={t} errors={errors} />
      {values['news'] === 'kept' ? (
        <Notice role="status">
          <p>{t('moderate.handover.kept')}</p>
        </Notice>
      ) : null}
      <h2>{t('moderate.handover.open')}</h2>
      <Open {...props} />
      <Takers {...props} errors={errors} />
      <h2>{t('moderate.handover.you')}</h2>
      <p>{t('moderate.handover.youText')}</p>
      <Form frame={frame} action={staffDo(staffPaths.handover, 'keep')}>
        <TextArea
          t={t}
          name="note"
          label={t('moderate.handover.note')}
          hint={t('moderate.handover.forget')}
          value={values['note'] ?? props.note ?? ''}
          rows={5}
          error={errorFor(errors, 'note')}
        />
        <Button kind="plain">{t('moderate.handover.keep')}</Button>
      </Form>
      <h2>{t('moderate.handover.debrief')}</h2>
      <p>{debrief ?? t('moderate.handover.noDebrief')}</p>
    </StaffPage>
  );
}

function Open({ frame, risks }: Props) {
  const { t } = frame;
  if (risks.length === 0) return <p>{t('moderate.handover.none')}</p>;
  return (
    <ul>
      {risks.map(({ id, kind, priority, waitedMs, handedTo }) => (
        <li key={id}>
          {t('moderate.handover.line', {
            priority: t(`moderate.priority.${priority}`),
            kind: t(`moderate.kind.${kind}`),
            age: sayAge(t, waitedMs),
          })}
          {handedTo === null ? null : (
            <span className="note block">{t('moderate.who.handed', { name: handedTo })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Takers({ frame, takers, errors, values }: Props) {
  const { t, locale } = frame;
  return (
    <Form frame={frame} action={staffDo(staffPaths.handover, 'give')}>
      <RadioRows
        t={t}
        name="to"
        legend={t('moderate.handover.who')}
        hint={t('moderate.handover.whoHint')}
        choices={takers.map(({ id, name, onCall, from }) => ({
          value: id,
          label: t(onCall ? 'moderate.handover.onCall' : 'moderate.handover.at', {
            name,
            when: dateTimeText(locale, from.day, from.minute),
          }),
        }))}
        orElse={{
          value: 'nobody',
          label: t('moderate.handover.nobody'),
          hint: t('moderate.handover.nobodyHint'),
        }}
        value={values['to']}
        error={errorFor(errors, 'to')}
      />
      <div className="actions">
        <Button kind="dusk">{t('moderate.handover.send')}</Button>
      </div>
    </Form>
  );
}
