import { DIMENSIONS, type Dimension } from '#lib/domain/bridges/barriers.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import { byPerson } from './journal.ts';
import { chance, logit } from './logit.ts';
import { OBSTACLE_FROM, OBSTACLES } from './obstacles.ts';
import type { Person } from './person.ts';
import type { Way } from './way.ts';

/** P(5 or more of 7) of those who go on after the result (measurement.md E4), and of those who do not (an assumption). */
const INTENDS = { goesOn: 0.45, stops: 0.25 } as const;

/** On the log odds, for an obstacle of a dimension and for each standard deviation of severity. Assumptions. */
const BY_OBSTACLE: Readonly<Record<Dimension, number>> = {
  psychological: -0.4,
  cognitive: -0.5,
  sociocultural: -0.2,
  structural: 0,
  digital: -0.2,
};
const BY_SEVERITY = 0.3;

/** From "5 or more" to "k or more" for k = 2 … 7, on the log odds. An assumption. */
const FROM_FIVE = [2.2, 1.4, 0.7, 0, -0.9, -1.9];

/** How likely somebody thinks a visit is, 1 to 7; `u` is uniform. Shifts are centred, so that the bases hold on the whole. */
export function strengthOf({ obstacles, z }: Person, goesOn: boolean, u: number): number {
  const shift = DIMENSIONS.reduce((sum, one) => {
    const stands = obstacles[one] >= OBSTACLE_FROM ? 1 : 0;
    return sum + BY_OBSTACLE[one] * (stands - OBSTACLES[one].share);
  }, BY_SEVERITY * z);
  const five = logit(goesOn ? INTENDS.goesOn : INTENDS.stops) + shift;
  return 1 + FROM_FIVE.filter((from) => u < chance(five + from)).length;
}

/** What somebody says of it, where the page asks. */
export function stateIntention(
  { journal, facts }: Way,
  at: number,
  phase: PayloadOf<'intention.stated'>['phase'],
): void {
  const said = { target: 'face_to_face', horizonDays: 30, phase } as const;
  journal.write(at, byPerson('intention.stated', { ...said, strength: facts.strength }));
}
