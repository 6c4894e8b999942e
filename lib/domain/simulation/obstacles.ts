import { DIMENSIONS, type Dimension } from '#lib/domain/bridges/barriers.ts';
import {
  MOST_STATEMENTS,
  readSaid,
  type Said,
  type StatementId,
} from '#lib/domain/bridges/statements.ts';
import type { Draws } from './draws.ts';

/** How much each dimension stands in the way, 0 to 3. */
export type Obstacles = Readonly<Record<Dimension, 0 | 1 | 2 | 3>>;

/** From 2 on a dimension counts as an obstacle. */
export const OBSTACLE_FROM = 2;

interface Obstacle {
  /** P(2 or more). */
  readonly share: number;
  /** The standard normal quantile above which it is 2 or more: of `1 - share`. */
  readonly cut: number;
  readonly layer: 'input' | 'moderating';
  /** Shift for each standard deviation of severity: attitudes count less, structures more (Andrade 2014); sizes are ours. */
  readonly bySeverity: number;
}

/**
 * Measurement.md E3, after the World Mental Health surveys (Viana 2025, IJMHS 19; Andrade 2014, Psychol Med 44:1303).
 * The shares of sociocultural and digital obstacles are assumptions: no survey asks for them.
 */
export const OBSTACLES: Readonly<Record<Dimension, Obstacle>> = {
  psychological: { share: 0.35, cut: 0.3853, layer: 'input', bySeverity: -0.15 },
  cognitive: { share: 0.65, cut: -0.3853, layer: 'input', bySeverity: -0.15 },
  sociocultural: { share: 0.2, cut: 0.8416, layer: 'input', bySeverity: -0.15 },
  structural: { share: 0.45, cut: 0.1257, layer: 'moderating', bySeverity: 0.15 },
  digital: { share: 0.3, cut: 0.5244, layer: 'moderating', bySeverity: 0 },
};

/** Correlations of the Gaussian copula (E3): .15 across, .3 within a layer, .25 of stigma with cost. */
const SHARED = 0.15;
const WITHIN_LAYER = 0.15;
const STIGMA_AND_COST = 0.1;
/** From "at least 1" to "at least 2", and from there to 3, in standard deviations. An assumption. */
const APART = 0.8;

/** Draws all of them; `z` is severity in standard deviations of its population. */
export function drawObstacles(draws: Draws, z: number): Obstacles {
  const [all, pair] = [draws.normal(), draws.normal()];
  const layers = { input: draws.normal(), moderating: draws.normal() };
  const levels = DIMENSIONS.map((dimension) => {
    const { layer, cut, bySeverity } = OBSTACLES[dimension];
    const paired =
      dimension === 'psychological' || dimension === 'structural' ? STIGMA_AND_COST : 0;
    const own = 1 - SHARED - WITHIN_LAYER - paired;
    const latent =
      Math.sqrt(SHARED) * all +
      Math.sqrt(WITHIN_LAYER) * layers[layer] +
      Math.sqrt(paired) * pair +
      Math.sqrt(own) * draws.normal() +
      bySeverity * z;
    return [dimension, levelOf(latent - cut)] as const;
  });
  return Object.fromEntries(levels) as Record<Dimension, 0 | 1 | 2 | 3>;
}

function levelOf(above: number): 0 | 1 | 2 | 3 {
  if (above < -APART) return 0;
  if (above < 0) return 1;
  return above < APART ? 2 : 3;
}

/**
 * Which sentence somebody ticks for a dimension. Weights are shares of the surveys where there are any: stigma .21 of
 * .35; handling it alone .638, no effect expected .448, not severe .529; cost .33, the rest of structures .40.
 */
const SENTENCES: Readonly<Record<Dimension, readonly (readonly [StatementId, number])[]>> = {
  psychological: [
    ['stigma', 0.21],
    ['fear', 0.14],
  ],
  cognitive: [
    ['alone', 0.638],
    ['recognition', 0.529],
    ['expectation', 0.448],
  ],
  sociocultural: [
    ['family', 0.7],
    ['support', 0.3],
  ],
  structural: [
    ['cost', 0.33],
    ['distance', 0.25],
    ['waiting', 0.15],
  ],
  digital: [
    ['enough', 0.6],
    ['trust', 0.4],
  ],
};

/** Who would rather not say. An assumption. */
const DECLINES = 0.05;

/** What somebody ticks on the page of obstacles: the strongest of them, at most three sentences. */
export function tickObstacles(obstacles: Obstacles, draws: Draws): Said {
  const declines = draws.happens(DECLINES);
  const strongest = DIMENSIONS.filter((one) => obstacles[one] >= OBSTACLE_FROM)
    .toSorted((a, b) => obstacles[b] - obstacles[a])
    .slice(0, MOST_STATEMENTS)
    .map((one) => draws.choose(SENTENCES[one]));
  const ticked = declines ? ['declined'] : strongest.length === 0 ? ['none'] : strongest;
  const said = readSaid(ticked);
  if (!said.ok) throw new Error(`The page takes no such ticks: ${said.error}`);
  return said.value;
}
