import type { Policy } from '#lib/domain/routing/policy.ts';
import type { TierChange } from '#lib/domain/routing/review/compare.ts';
import { type Tier, tierRank } from '#lib/domain/routing/tier.ts';
import { Button, ButtonLink } from '../../../form/button.tsx';
import { ErrorSummary } from '../../../form/error-summary.tsx';
import type { FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { Notice } from '../../../layout/notice.tsx';
import { staffPaths } from '../../../layout/paths.ts';
import { moment } from '../../inbox/moment.ts';
import { staffErrors } from '../../shell/staff-errors.ts';
import { StaffPage } from '../../shell/staff-page.tsx';
import { ClosedNow } from '../closed-now.tsx';
import { DiffSentences } from '../diff/diff-sentences.tsx';
import { ScoreTable } from '../diff/score-table.tsx';
import { PolicyTable } from '../policy-table.tsx';
import type { Version } from '../version.ts';
import { type Comment, Comments } from './comments.tsx';
import { DecideForm } from './decide-form.tsx';
import { VersionFacts } from './version-facts.tsx';

export interface VersionView {
  readonly version: Version;
  readonly compared: { readonly hash: string; readonly name: string } | null;
  readonly live: string | null;
  readonly before: Policy | null;
  readonly after: Policy | null;
  readonly changes: readonly TierChange[] | null;
  readonly mine: boolean;
  readonly comments: readonly Comment[];
  readonly open: ReadonlySet<Tier>;
}

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly view: VersionView;
  readonly may: {
    readonly draft: boolean;
    readonly approve: boolean;
    readonly publish: boolean;
  };
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** A version to read before it goes live, and for ever after: who, when, why, and what it changed. */
export function VersionPage(props: Props) {
  const { frame, view, may } = props;
  const { t } = frame;
  const { version, after } = view;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage
      frame={frame}
      title={t('policy.version.title', { name: version.name })}
      current="policy"
      failed={errors.length > 0}
      up={{ path: staffPaths.policy, text: t('policy.draft.up') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <VersionFacts {...props} />
      <NotLiveYet {...props} />
      {mayDecide(props) ? (
        <p>
          <a href="#decide">{t('policy.decide.title')}</a>
        </p>
      ) : null}
      {after === null ? <p>{t('policy.live.broken')}</p> : <Reason t={t} source={after.source} />}
      <ClosedNow frame={frame} open={view.open} />
      <Effect {...props} />
      <h2>{t('policy.version.table')}</h2>
      {after === null ? null : <PolicyTable frame={frame} policy={after} />}
      <Decisions {...props} />
      <Decide {...props} errors={errors} />
      <Publish {...props} />
      <Comments
        frame={frame}
        timeZone={props.timeZone}
        hash={version.hash}
        comments={view.comments}
        mayWrite={may.draft}
        errors={errors}
        value={props.values['comment']}
      />
      <Form frame={frame} action={`${staffPaths.version(version.hash)}/do/export`}>
        <div className="actions">
          <Button kind="plain">{t('policy.export.button')}</Button>
        </div>
      </Form>
      {may.draft ? (
        <Form frame={frame} action="/staff/policy/do/draft">
          <input type="hidden" name="from" value={version.hash} />
          {view.mine && isOpen(version.state) ? (
            <p className="note">{t('policy.start.takesBack')}</p>
          ) : null}
          <div className="actions">
            <Button kind="plain">{t('policy.start.again')}</Button>
          </div>
        </Form>
      ) : null}
    </StaffPage>
  );
}

/** Open, and somebody else's. */
const mayDecide = ({ view: { version, mine }, may }: Props) =>
  version.state === 'proposed' && may.approve && !mine;

/** Neither published nor sent back. */
const isOpen = (state: Version['state']) => state === 'proposed' || state === 'approved';

/** Approved is not live: somebody has to publish it, and is told so first. */
function NotLiveYet({ frame, view: { version }, may }: Props) {
  const { t } = frame;
  if (version.state !== 'approved') return null;
  return (
    <Notice role="status">
      <p>
        <strong>{t('policy.version.notLive')}</strong>
      </p>
      {may.publish ? (
        <p>
          <a href={frame.href(staffPaths.publish(version.hash))}>{t('policy.version.toPublish')}</a>
        </p>
      ) : null}
    </Notice>
  );
}

function Publish({ frame, view: { version }, may }: Props) {
  const { t } = frame;
  if (version.state !== 'approved' || !may.publish) return null;
  return (
    <p>
      <ButtonLink kind="dusk" href={frame.href(staffPaths.publish(version.hash))}>
        {t('policy.publish.link')}
      </ButtonLink>
    </p>
  );
}

function Effect({ frame, view }: Props) {
  const { t } = frame;
  const { before, after, changes, compared, live } = view;
  const against = compared?.hash === live ? 'comparedLive' : 'comparedBefore';
  return (
    <>
      <h2>{t('policy.diff.title')}</h2>
      {compared === null ? null : <p>{t(`policy.version.${against}`, { name: compared.name })}</p>}
      {before && after && changes ? (
        <>
          <DiffSentences frame={frame} before={before} after={after} changes={changes} />
          <h2>{t('policy.every.title')}</h2>
          <ScoreTable frame={frame} changes={changes} of="version" />
          <p>
            <a href={frame.href(staffPaths.tryVersion(view.version.hash))}>
              {t('policy.try.link')}
            </a>
          </p>
        </>
      ) : (
        <p>{t('policy.every.none')}</p>
      )}
    </>
  );
}

function Reason({ t, source }: { readonly t: Frame['t']; readonly source: string }) {
  return (
    <>
      <h2>{t('policy.version.reason')}</h2>
      {source.split('\n').map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text
        <p key={place}>{line}</p>
      ))}
    </>
  );
}

function Decisions({ frame, timeZone, view }: Props) {
  const { t } = frame;
  const { decisions } = view.version;
  return (
    <>
      <h2>{t('policy.version.decisions')}</h2>
      {decisions.length === 0 ? <p>{t('policy.version.nobody')}</p> : null}
      <ul>
        {decisions.map(({ staff, decision, note, at }) => (
          <li key={at}>
            {t(`policy.version.decision.${decision}`, {
              name: staff?.name ?? t('policy.live.shipped'),
              when: moment(frame, timeZone, at),
            })}
            {note === '' ? null : <br />}
            {note}
          </li>
        ))}
      </ul>
    </>
  );
}

function Decide({ frame, view, may, errors, values }: Props) {
  const { t } = frame;
  const { version, live, changes, mine } = view;
  if (version.state !== 'proposed') return null;
  if (!may.approve) return <p>{t('policy.version.role')}</p>;
  if (mine) return <p>{t('policy.version.own')}</p>;
  const lower = (changes ?? []).filter(({ before, after }) => tierRank(after) < tierRank(before));
  return (
    <DecideForm
      frame={frame}
      hash={version.hash}
      live={live}
      lower={lower.length}
      errors={errors}
      values={values}
    />
  );
}
