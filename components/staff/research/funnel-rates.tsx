import type { FunnelGroup, FunnelStage } from '#lib/domain/evaluation/funnel.ts';
import { Details } from '../../form/details.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { type FunnelRow, percent } from './funnel-row.ts';

interface Props {
  readonly frame: Frame;
  readonly group: FunnelGroup | 'all';
  readonly rows: readonly FunnelRow[];
}

/** Both rates of one group, each with its denominator in words. */
export function FunnelRates({ frame, group, rows }: Props) {
  const { t } = frame;
  const name = t(`research.funnel.groups.${group}`);
  return (
    <Details summary={t('research.funnel.rates', { group: name })} open={group === 'all'}>
      <DataTable
        caption={t('research.funnel.ratesCaption', { group: name })}
        stacked
        columns={[
          { key: 'stage', label: t('research.funnel.stage') },
          { key: 'count', label: t('research.funnel.count'), number: true },
          { key: 'parent', label: t('research.funnel.ofParent') },
          { key: 'start', label: t('research.funnel.ofStart') },
        ]}
        rows={rows
          .filter((row) => row.group === group)
          .map((row) => ({
            key: row.stage,
            cells: {
              stage: t(`research.funnel.stages.${row.stage}`),
              count: row.count.kind === 'shown' ? row.count.value : t('research.funnel.hidden'),
              parent: sayRate(frame, row, row.of),
              start: sayRate(
                frame,
                { rate: row.startRate, outOf: row.startCount, interval: row.startInterval },
                row.stage === row.start ? null : row.start,
              ),
            },
          }))}
      />
    </Details>
  );
}

function sayRate(
  { t, lang }: Frame,
  { rate, outOf, interval }: Pick<FunnelRow, 'rate' | 'outOf' | 'interval'>,
  of: FunnelStage | null,
): string {
  if (of === null || rate.kind === 'suppressed' || outOf.kind === 'suppressed' || !interval) {
    return t('research.funnel.noRate');
  }
  return t('research.funnel.rateBetween', {
    rate: percent(lang, rate.value),
    lo: percent(lang, interval.lo),
    hi: percent(lang, interval.hi),
    outOf: outOf.value,
    those: t(`research.funnel.those.${of}`),
  });
}
