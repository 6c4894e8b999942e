import { BARRIER_CODES, BARRIERS } from '#lib/domain/bridges/barriers.ts';
import { BRIDGES, isAbout } from '#lib/domain/bridges/bridges.ts';
import { OFFERED_CODES } from '#lib/domain/bridges/statements.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';

/** The codebook: where each obstacle comes from, whether visitors are asked about it, and how many ideas there are. */
export function BarrierTable({ frame: { t } }: { readonly frame: Frame }) {
  return (
    <details className="max-w-none">
      <summary>{t('staff.bridges.codebook')}</summary>
      <DataTable
        caption={t('staff.bridges.codebook')}
        columns={[
          { key: 'code', label: t('staff.bridges.code') },
          { key: 'dimension', label: t('staff.bridges.dimension') },
          { key: 'source', label: t('staff.bridges.source') },
          { key: 'offered', label: t('staff.bridges.offered') },
          { key: 'ideas', label: t('staff.bridges.ideas') },
        ]}
        rows={BARRIER_CODES.map((code) => {
          const { dimension, section } = BARRIERS[code];
          return {
            key: code,
            cells: {
              code: <code>{code}</code>,
              dimension: t(`staff.bridges.dimensions.${dimension}`),
              source:
                section === null
                  ? t('staff.bridges.sourceOurs')
                  : t('staff.bridges.sourceIn', { section }),
              offered: t(OFFERED_CODES.includes(code) ? 'staff.bridges.yes' : 'staff.bridges.no'),
              ideas: String(BRIDGES.filter((bridge) => isAbout(bridge, code)).length),
            },
          };
        })}
        stacked
      />
    </details>
  );
}
