import { type DisclosedShares, shareOf } from '#lib/domain/evaluation/shares.ts';
import { REPLAYED_DAYS } from '#lib/domain/routing/review/replay.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  /** Null where too few checks were placed. */
  readonly shares: DisclosedShares | null;
}

/** Where the live policy placed people: of how many in words, then step by step. */
export function SharesTable({ frame: { t }, shares }: Props) {
  if (shares === null) return <p>{t('policy.shares.tooFew', { days: REPLAYED_DAYS })}</p>;
  const say = (cell: DisclosedShares['all']) =>
    cell.kind === 'shown' ? String(cell.value) : t('policy.shares.hidden');
  return (
    <>
      <p>{t('policy.shares.of', { all: say(shares.all), days: REPLAYED_DAYS })}</p>
      <DataTable
        caption={t('policy.shares.caption')}
        columns={[
          { key: 'step', label: t('policy.columns.step') },
          { key: 'checks', label: t('policy.shares.checks'), number: true },
          { key: 'share', label: t('policy.shares.share'), number: true },
        ]}
        rows={TIERS.map((tier) => {
          const share = shareOf(shares, tier);
          return {
            key: tier,
            cells: {
              step: t(`policy.tier.${tier}`),
              checks: say(shares.cell(tier)),
              share: share === null ? t('policy.shares.hidden') : `${share}%`,
            },
          };
        })}
      />
      <p className="note">{t('policy.try.rounded')}</p>
    </>
  );
}
