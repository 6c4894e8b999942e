import type { TierChange } from '#lib/domain/routing/compare.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { tierRank } from '#lib/domain/routing/tier.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { changedAlso, changedRuns, compareRules } from './diff.ts';
import { sayScores, saySteps } from './words.ts';

interface Props {
  readonly frame: Frame;
  readonly before: Policy;
  readonly after: Policy;
  readonly changes: readonly TierChange[];
}

/** What a version changes: in sentences, then row by row with words for added, changed and removed. */
export function DiffSentences({ frame, before, after, changes }: Props) {
  const { t } = frame;
  const runs = changedRuns(changes);
  return (
    <>
      {runs.length === 0 ? <p>{t('policy.diff.nothing')}</p> : null}
      <ul>
        {runs.map((run) => (
          <li key={run.from}>
            {t('policy.diff.change', {
              scores: sayScores(t, run.from, run.to),
              before: t(`policy.offer.${run.before}`),
              after: t(`policy.offer.${run.after}`),
            })}{' '}
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
          <li key={`also ${run.from}`}>
            {t('policy.diff.also', {
              scores: sayScores(t, run.from, run.to),
              before: saySteps(frame, run.before),
              after: saySteps(frame, run.after),
            })}
          </li>
        ))}
        {before.recheckAfterDays === after.recheckAfterDays ? null : (
          <li>
            {t('policy.diff.recheck', {
              before: before.recheckAfterDays,
              after: after.recheckAfterDays,
            })}
          </li>
        )}
      </ul>
      <RuleTable frame={frame} before={before} after={after} />
    </>
  );
}

function RuleTable({ frame, before, after }: Omit<Props, 'changes'>) {
  const { t } = frame;
  return (
    <DataTable
      caption={t('policy.diff.rulesCaption')}
      columns={[
        { key: 'scores', label: t('policy.columns.scores') },
        { key: 'what', label: t('policy.diff.what') },
        { key: 'step', label: t('policy.columns.step') },
        { key: 'also', label: t('policy.columns.also') },
      ]}
      rows={compareRules(before, after).map(({ kind, rule }) => ({
        key: `${kind} ${rule.id}`,
        cells: {
          scores: sayScores(t, rule.from, rule.to),
          what: t(`policy.diff.${kind}`),
          step: t(`policy.tier.${rule.tier}`),
          also: saySteps(frame, rule.alsoOpen),
        },
      }))}
      stacked
    />
  );
}
