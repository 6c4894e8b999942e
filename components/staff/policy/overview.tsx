import type { DisclosedShares } from '#lib/domain/evaluation/shares.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { SummaryList } from '../../layout/summary-list.tsx';
import { moment } from '../inbox/moment.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { HistoryTable } from './history-table.tsx';
import { ImportForm } from './import-form.tsx';
import { PolicyTable } from './policy-table.tsx';
import { SharesTable } from './shares-table.tsx';
import { StartForm } from './start-form.tsx';
import { policyOf, shortHash, type Version } from './version.ts';

export interface DraftLine {
  readonly id: string;
  readonly name: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly updatedAt: number;
}

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly me: string;
  readonly mayDraft: boolean;
  readonly errors: readonly FormError[];
  readonly from: string | undefined;
  readonly live: Version | null;
  /** Where it placed the checks of the last months; null where too few. */
  readonly shares: DisclosedShares | null;
  readonly waiting: readonly Version[];
  readonly history: readonly Version[];
  readonly drafts: readonly DraftLine[];
}

/** Which rules are live, since when and signed by whom; what is being written; what was before. */
export function PolicyOverview(props: Props) {
  const { frame, timeZone, mayDraft, live, history } = props;
  const { t } = frame;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage frame={frame} title={t('policy.title')} current="policy" failed={errors.length > 0}>
      <ErrorSummary t={t} errors={errors} />
      <p>{t('policy.intro')}</p>
      <h2>{t('policy.live.title')}</h2>
      {live ? <Live {...props} version={live} /> : <p>{t('policy.live.none')}</p>}
      {mayDraft ? (
        <p>
          <a href="#start">{t('policy.start.button')}</a>
        </p>
      ) : null}
      <h2>{t('policy.waiting.title')}</h2>
      <Waiting {...props} />
      <h2>{t('policy.drafts.title')}</h2>
      <Drafts {...props} />
      {mayDraft ? <Start {...props} texts={errors} /> : null}
      <h2>{t('policy.history.title')}</h2>
      <HistoryTable frame={frame} timeZone={timeZone} versions={history} />
    </StaffPage>
  );
}

function Start({ frame, live, from, texts }: Props & { readonly texts: readonly FormError[] }) {
  return (
    <>
      <StartForm frame={frame} hasLive={live !== null} from={from} errors={texts} />
      <ImportForm frame={frame} errors={texts} open={texts.some(({ field }) => field === 'file')} />
    </>
  );
}

function Live({ frame, timeZone, version, shares }: Props & { readonly version: Version }) {
  const { t } = frame;
  const policy = policyOf(version);
  const since = version.activations.at(-1)?.at;
  const approval = version.decisions.findLast(({ decision }) => decision === 'approved');
  const shipped = t('policy.live.shipped');
  return (
    <>
      <SummaryList
        pairs={[
          { term: t('policy.live.name'), value: version.name },
          {
            term: t('policy.live.since'),
            value: since === undefined ? t('policy.live.unknown') : moment(frame, timeZone, since),
          },
          { term: t('policy.live.author'), value: version.author?.name ?? shipped },
          { term: t('policy.live.approver'), value: approval?.staff?.name ?? shipped },
          {
            term: t('policy.live.version'),
            value: <code>{shortHash(version.hash)}</code>,
            action: {
              href: frame.href(staffPaths.version(version.hash)),
              text: t('policy.live.open'),
              about: version.name,
            },
          },
        ]}
      />
      {policy === null ? (
        <p>{t('policy.live.broken')}</p>
      ) : (
        <PolicyTable frame={frame} policy={policy} />
      )}
      <h3>{t('policy.shares.title')}</h3>
      <SharesTable frame={frame} shares={shares} />
    </>
  );
}

function Waiting({ frame, timeZone, waiting }: Props) {
  const { t } = frame;
  if (waiting.length === 0) return <p>{t('policy.waiting.none')}</p>;
  return (
    <ul className="links">
      {waiting.map(({ hash, name, author, createdAt, state }) => (
        <li key={hash}>
          <a href={frame.href(staffPaths.version(hash))}>
            {t(
              `policy.waiting.${state === 'proposed' ? 'line' : state === 'scheduled' ? 'scheduled' : 'approved'}`,
              {
                name,
                author: author?.name ?? t('policy.live.shipped'),
                when: moment(frame, timeZone, createdAt),
              },
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Drafts({ frame, timeZone, me, drafts }: Props) {
  const { t } = frame;
  if (drafts.length === 0) return <p>{t('policy.drafts.none')}</p>;
  return (
    <ul className="links">
      {drafts.map((draft) => {
        const name = draft.name.trim() || t('policy.draft.titleNone');
        const when = moment(frame, timeZone, draft.updatedAt);
        return (
          <li key={draft.id}>
            <a href={frame.href(staffPaths.draft(draft.id))}>
              {draft.author.id === me
                ? t('policy.drafts.mine', { name, when })
                : t('policy.drafts.line', { name, author: draft.author.name, when })}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
