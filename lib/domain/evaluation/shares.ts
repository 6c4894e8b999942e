import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import type { CountTable } from './count-table.ts';
import { type Disclosed, discloseTable } from './disclosure.ts';
import { LEAST_PEOPLE } from './figure.ts';
import type { WithSolver } from './linear-problem.ts';

export type PlacedCounts = Readonly<Record<Tier, number>>;

/** What may be printed of where checks were placed; shares are worked out from these numbers. */
export interface DisclosedShares {
  readonly all: Disclosed;
  readonly cell: (tier: Tier) => Disclosed;
}

/** Decision D15 for checks by step; null where there are too few. */
export function discloseShares(
  counts: PlacedCounts,
  withSolver: WithSolver,
): DisclosedShares | null {
  const all = TIERS.reduce((sum, tier) => sum + counts[tier], 0);
  if (all < LEAST_PEOPLE) return null;
  const table: CountTable<Tier, 'checks'> = {
    stages: [{ stage: 'checks', parent: null }],
    splitStages: ['checks'],
    groups: TIERS,
    all: { checks: all },
    byGroup: {
      guidance: { checks: counts.guidance },
      community: { checks: counts.community },
      face_to_face: { checks: counts.face_to_face },
    },
  };
  const printed = discloseTable(table, withSolver);
  return { all: printed.cell('all', 'checks'), cell: (tier) => printed.cell(tier, 'checks') };
}

/** In whole per cent, of what is printed; null where either number is hidden. */
export function shareOf(shares: DisclosedShares, tier: Tier): number | null {
  const [part, whole] = [shares.cell(tier), shares.all];
  if (part.kind === 'suppressed' || whole.kind === 'suppressed') return null;
  return Math.round((100 * part.value) / whole.value);
}
