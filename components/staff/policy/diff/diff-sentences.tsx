import { type Policy, ROUTED_INSTRUMENTS } from '#lib/domain/routing/policy.ts';
import type { TierChange } from '#lib/domain/routing/review/compare.ts';
import { tierRank } from '#lib/domain/routing/tier.ts';
import { DataTable } from '../../../layout/data-table.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { colon, gap } from '../../../layout/shell/format.ts';
import { ofForm, sayOtherwise, sayRaise, sayScores, saySteps, stepsCell } from '../words/say.ts';
import { changedAlso, changedRuns, compareRaises, compareRows } from './runs.ts';

interface Props {
  readonly frame: Frame;
  readonly before: Policy;
  readonly after: Policy;
  readonly changes: readonly TierChange[];
}

/** What a version changes: in sentences, then row by row with words for added, changed and removed. */
export function DiffSentences(props: Props) {
  const { frame, before, after, changes } = props;
  const { t } = frame;
  const runs = changedRuns(changes);
  return (
    <>
      {runs.length === 0 ? <p>{t('policy.diff.nothing')}</p> : null}
      <ul>
        {runs.map((run) => (
          <li key={`${run.instrument} ${run.from}`}>
            {t('policy.diff.change', {
              scores: ofForm(frame, run.instrument, sayScores(t, run.from, run.to)),
              before: t(`policy.offer.${run.before}`),
              after: t(`policy.offer.${run.after}`),
            })}
            {gap(frame.locale)}
            <b>
              {t(
                tierRank(run.after) > tierRank(run.before)
                  ? 'policy.diff.more'
                  : 'policy.diff.less',
              )}
            </b>
          </li>
        ))}
        {changedAlso(before, after, changes).map((run) => (
          <li key={`also ${run.instrument} ${run.from}`}>
            {t('policy.diff.also', {
              scores: ofForm(frame, run.instrument, sayScores(t, run.from, run.to)),
              before: saySteps(frame, run.before),
              after: saySteps(frame, run.after),
            })}
          </li>
        ))}
        <Rest {...props} />
      </ul>
      <RowTable frame={frame} before={before} after={after} />
    </>
  );
}

/** Rules, the default row, and when people are asked again. */
function Rest({ frame, before, after }: Props) {
  const { t } = frame;
  const [was, is] = [before.otherwise, after.otherwise].map((one) => sayOtherwise(frame, one));
  return (
    <>
      {compareRaises(before, after).map(({ kind, raise }) => (
        <li key={`${kind} ${raise.id}`}>
          <b>
            {t(`policy.diff.${kind}`)}
            {colon(frame.locale)}
          </b>
          {sayRaise(frame, raise)}
          {kind === 'removed' ? (
            <>
              {gap(frame.locale)}
              <b>{t('policy.diff.removedRaise')}</b>
            </>
          ) : null}
        </li>
      ))}
      {was === is ? null : (
        <li>
          <b>
            {t('policy.diff.changed')}
            {colon(frame.locale)}
          </b>
          {is}
        </li>
      )}
      {before.recheckAfterDays === after.recheckAfterDays ? null : (
        <li>
          {t('policy.diff.recheck', {
            before: before.recheckAfterDays,
            after: after.recheckAfterDays,
          })}
        </li>
      )}
    </>
  );
}

function RowTable({ frame, before, after }: Omit<Props, 'changes'>) {
  const { t } = frame;
  const rows = ROUTED_INSTRUMENTS.map((instrument) => compareRows(before, after, instrument))
    .filter((own) => own.some(({ kind }) => kind !== 'same'))
    .flat();
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={t('policy.diff.rulesCaption')}
      columns={[
        { key: 'scores', label: t('policy.columns.scores') },
        { key: 'what', label: t('policy.diff.what') },
        { key: 'step', label: t('policy.columns.step') },
        { key: 'also', label: t('policy.columns.also') },
      ]}
      rows={rows.map(({ kind, instrument, row }) => ({
        key: `${kind} ${row.id}`,
        cells: {
          scores: ofForm(frame, instrument, sayScores(t, row.from, row.to)),
          what: t(`policy.diff.${kind}`),
          step: t(`policy.tier.${row.tier}`),
          also: stepsCell(frame, row.alsoOpen),
        },
      }))}
      stacked
    />
  );
}
