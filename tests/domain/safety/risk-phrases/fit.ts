import { BUCKETS, shareOf } from '#lib/domain/safety/risk-phrases/buckets.ts';

/** A text as the buckets of what it is scored by, each once, and whether it speaks of risk. */
export interface Example {
  readonly buckets: Int32Array;
  readonly isRisk: boolean;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** Chosen on the sets that are not `held-back`. */
const PASSES = 16;
/** The weights are the mean of what they are after each of the last passes. */
const AVERAGED = 8;
const STEP = 0.3;
const DECAY = 0.002;
const SEED = 1;
/** What keeps a division from being by nothing. */
const TINY = 1e-6;

const at = (array: Float64Array, i: number) => array[i] ?? 0;

/** What no example held weighs nothing and does not count. */
export function scoreOf({ bias, weights }: Fitted, buckets: Int32Array): number {
  const known = buckets.filter((i) => at(weights, i) !== 0);
  return bias + shareOf(known.length) * known.reduce((sum, i) => sum + at(weights, i), 0);
}

/**
 * Logistic regression with a penalty on large weights, by AdaGrad, on the ratios of how often a gram is seen with and
 * without risk (Wang and Manning 2012, "Baselines and Bigrams"). The same examples give the same weights.
 */
export function fitWeights(examples: readonly Example[]): Fitted {
  const ratios = ratiosOf(examples);
  const rows = [...examples];
  const random = randomOf(SEED);
  const state: State = {
    ratios,
    weights: new Float64Array(BUCKETS),
    seen: new Float64Array(BUCKETS).fill(TINY),
    bias: 0,
    biasSeen: TINY,
  };
  const mean = { bias: 0, weights: new Float64Array(BUCKETS) };
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(rows, random);
    for (const row of rows) learn(state, row);
    if (pass < PASSES - AVERAGED) continue;
    mean.bias += state.bias / AVERAGED;
    mean.weights.forEach((weight, i) => {
      mean.weights[i] = weight + (at(state.weights, i) * at(ratios, i)) / AVERAGED;
    });
  }
  return mean;
}

interface State {
  readonly ratios: Float64Array;
  readonly weights: Float64Array;
  /** The sums of the squares of the slopes so far. */
  readonly seen: Float64Array;
  bias: number;
  biasSeen: number;
}

function learn(state: State, { buckets, isRisk }: Example): void {
  const { ratios, weights, seen } = state;
  const share = shareOf(buckets.length);
  let score = state.bias;
  for (const i of buckets) score += at(weights, i) * at(ratios, i) * share;
  const error = 1 / (1 + Math.exp(-score)) - Number(isRisk);
  for (const i of buckets) {
    const slope = error * share * at(ratios, i) + DECAY * at(weights, i);
    seen[i] = at(seen, i) + slope ** 2;
    weights[i] = at(weights, i) - (STEP * slope) / Math.sqrt(at(seen, i));
  }
  state.biasSeen += error ** 2;
  state.bias -= (STEP ** 2 * error) / Math.sqrt(state.biasSeen);
}

function ratiosOf(examples: readonly Example[]): Float64Array {
  const [withRisk, without] = [
    new Float64Array(BUCKETS).fill(1),
    new Float64Array(BUCKETS).fill(1),
  ];
  for (const { buckets, isRisk } of examples) {
    const counts = isRisk ? withRisk : without;
    for (const i of buckets) counts[i] = at(counts, i) + 1;
  }
  const risky = examples.filter(({ isRisk }) => isRisk).length;
  const harmless = examples.length - risky;
  return withRisk.map((count, i) =>
    count === 1 && at(without, i) === 1 ? 0 : Math.log(count / risky / (at(without, i) / harmless)),
  );
}

function shuffle<T>(rows: T[], random: () => number): void {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [rows[i], rows[j]];
    if (a === undefined || b === undefined) continue;
    rows[i] = b;
    rows[j] = a;
  }
}

/** Numerical Recipes' linear congruential generator, from 0 up to 1. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
