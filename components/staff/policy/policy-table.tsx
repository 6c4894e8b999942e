import type { Policy } from '#lib/domain/routing/policy.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { LockedRows } from './locked-rows.tsx';
import { sayScores, saySteps } from './words.ts';

interface Props {
  readonly frame: Frame;
  readonly policy: Policy;
}

/** A policy to read: the fixed rows first, then its own. */
export function PolicyTable({ frame, policy }: Props) {
  const { t } = frame;
  const rows = policy.rules.map((rule) => ({
    key: rule.id,
    cells: {
      scores: sayScores(t, rule.from, rule.to),
      step: t(`policy.tier.${rule.tier}`),
      also: saySteps(frame, rule.alsoOpen),
    },
  }));
  return (
    <>
      <LockedRows frame={frame} />
      <DataTable
        caption={t('policy.draft.tableCaption')}
        columns={[
          { key: 'scores', label: t('policy.columns.scores') },
          { key: 'step', label: t('policy.columns.step') },
          { key: 'also', label: t('policy.columns.also') },
        ]}
        rows={rows}
        stacked
      />
      <p>{t('policy.rule.recheck', { days: policy.recheckAfterDays })}</p>
    </>
  );
}
