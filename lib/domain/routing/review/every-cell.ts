import { firstCheck } from '../facts.ts';
import type { Placement } from '../placement.ts';
import { type Policy, ROUTED_INSTRUMENTS, type RoutedInstrument } from '../policy.ts';
import { route } from '../route.ts';
import { totalsOf } from './compare.ts';
import { plainScore } from './plain-score.ts';

const ITEM9 = [0, 1, 2, 3, 'declined'] as const;
const DIFFICULTY = [0, 1, 2, 3, null] as const;

export interface CellRow {
  readonly instrument: RoutedInstrument;
  readonly total: number;
  readonly item9: (typeof ITEM9)[number];
  readonly difficulty: (typeof DIFFICULTY)[number];
  readonly recheck: boolean;
  readonly placement: Placement;
}

/**
 * Every total of every form × question 9 × difficulty, at a first check and at a later one with the same
 * total as before. Totals that the other answers make impossible are left out: nobody can have them.
 */
export function everyCell(policy: Policy): readonly CellRow[] {
  return ROUTED_INSTRUMENTS.flatMap((instrument) =>
    totalsOf(instrument).flatMap((total) =>
      answersOf(instrument, total).flatMap(({ item9, difficulty }) =>
        [false, true].map((recheck) => {
          const first = firstCheck(plainScore(instrument, { total, item9, difficulty }));
          const change: Readonly<Record<string, number>> = recheck ? { [instrument]: 0 } : {};
          // Stryker disable next-line StringLiteral: no hash is looked at.
          const placement = route({ ...first, recheck, change }, { policy, hash: '' });
          return { instrument, total, item9, difficulty, recheck, placement };
        }),
      ),
    ),
  );
}

/** Both are asked with every form, but question 9 counts in the PHQ-9 alone; eight items make up to 24 points. */
function answersOf(instrument: RoutedInstrument, total: number) {
  return ITEM9.filter((item9) => {
    const points = instrument !== 'phq-9' || item9 === 'declined' ? 0 : item9;
    return points <= total && (instrument !== 'phq-9' || total - points <= 24);
  }).flatMap((item9) => DIFFICULTY.map((difficulty) => ({ item9, difficulty })));
}
