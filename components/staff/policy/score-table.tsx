import type { TierChange } from '#lib/domain/routing/compare.ts';
import { tierRank } from '#lib/domain/routing/tier.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly changes: readonly TierChange[];
  /** Beside a draft the older policy is the one that is live now. */
  readonly of: 'draft' | 'version';
}

/** For every score from 0 to 27 the old and the new step; what changes is said in words. */
export function ScoreTable({ frame: { t }, changes, of }: Props) {
  const rows = changes.map(({ total, before, after }) => {
    const more = tierRank(after) > tierRank(before);
    const change = before === after ? 'same' : more ? 'more' : 'less';
    return {
      key: String(total),
      cells: {
        score: total,
        before: t(`policy.tier.${before}`),
        after: t(`policy.tier.${after}`),
        change: change === 'same' ? t('policy.every.same') : <b>{t(`policy.every.${change}`)}</b>,
      },
    };
  });
  return (
    <>
      <DataTable
        caption={t(`policy.every.${of}`)}
        columns={[
          { key: 'score', label: t('policy.every.score') },
          { key: 'before', label: t(of === 'draft' ? 'policy.every.now' : 'policy.every.before') },
          { key: 'after', label: t('policy.every.after') },
          { key: 'change', label: t('policy.every.change') },
        ]}
        rows={rows}
      />
      <p className="note">{t('policy.every.floor')}</p>
    </>
  );
}
