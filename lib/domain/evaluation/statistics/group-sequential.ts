import { normalBelow, normalQuantile } from './distributions.ts';
import { findRoot } from './find-root.ts';

/** The share of all information there is at each look; rising, and at most 1. */
export type Information = readonly number[];

export interface Boundary {
  /** One-sided: a look ends the comparison when z is at least this. */
  readonly criticalZ: readonly number[];
  /** The same as one-sided levels. */
  readonly levels: readonly number[];
}

/** How much of a one-sided level may be used up by a share of the information: Lan & DeMets, Biometrika 70:659 (1983). */
export type Spending = (share: number, alpha: number) => number;

/** Spends as O'Brien & Fleming do. */
export const spendLate: Spending = (share, alpha) =>
  2 * normalBelow(normalQuantile(alpha / 2) / Math.sqrt(share));

/** Spends as Pocock does. */
export const spendEvenly: Spending = (share, alpha) => alpha * Math.log(1 + (Math.E - 1) * share);

/** The same z at every look: S. J. Pocock, Biometrika 64:191 (1977), doi:10.1093/biomet/64.2.191. */
export function pocock(information: Information, alpha: number): Boundary {
  return scaled(information, alpha, () => 1);
}

/** High at first: O'Brien & Fleming, Biometrics 35:549 (1979), doi:10.2307/2530245. */
export function obrienFleming(information: Information, alpha: number): Boundary {
  return scaled(information, alpha, (share) => 1 / Math.sqrt(share));
}

/** A boundary of one shape, as high as it takes to be crossed by chance with the chance alpha. */
function scaled(
  information: Information,
  alpha: number,
  shape: (share: number) => number,
): Boundary {
  const shapes = information.map(shape);
  const excess = (height: number) => {
    let look = START;
    let crossed = 0;
    for (const [k, share] of information.entries()) {
      const z = height * (shapes[k] ?? 1);
      crossed += crossingChance(look, share, z);
      const next = information[k + 1];
      if (next !== undefined) look = nextLook(look, { share, next }, z);
    }
    return crossed - alpha;
  };
  // One look needs the height of alpha, many looks never more than alpha divided among them.
  const single = -normalQuantile(alpha) / Math.max(...shapes);
  const divided = -normalQuantile(alpha / information.length) / Math.min(...shapes);
  const height = findRoot(excess, single - 0.01, divided + 0.01);
  return boundaryOf(shapes.map((factor) => height * factor));
}

/** A boundary that at each look uses up what the spending function allows for by then. */
export function alphaSpending(
  information: Information,
  alpha: number,
  spending: Spending,
): Boundary {
  let look = START;
  let spent = 0;
  const criticalZ = information.map((share, k) => {
    const now = spending(share, alpha);
    const z = heightFor(look, share, now - spent);
    const next = information[k + 1];
    if (next !== undefined) look = nextLook(look, { share, next }, z);
    spent = now;
    return z;
  });
  return boundaryOf(criticalZ);
}

/** Far beyond any look. */
const FAR = 38;

/** The z that is first crossed at this look with the given chance; compared by logarithms, as chances may be tiny. */
function heightFor(look: Look, share: number, chance: number): number {
  const logOf = (value: number) => Math.log(Math.max(value, Number.MIN_VALUE));
  const excess = (z: number) => logOf(crossingChance(look, share, z)) - logOf(chance);
  if (!(chance > 0) || excess(FAR) > 0) return FAR;
  return findRoot(excess, -FAR, FAR);
}

const boundaryOf = (criticalZ: readonly number[]): Boundary => ({
  criticalZ,
  levels: criticalZ.map((z) => normalBelow(-z)),
});

/**
 * Where z may be after a look that did not end the comparison, as points with weights: the recursion of Armitage,
 * McPherson & Rowe, J R Stat Soc A 132:235 (1969), doi:10.2307/2343787; Jennison & Turnbull (2000), chapter 19.
 */
interface Look {
  readonly share: number;
  readonly points: readonly number[];
  readonly weights: readonly number[];
}

const START: Look = { share: 0, points: [0], weights: [1] };

/** Below this, and above it where a boundary is as high, there is no chance worth counting. */
const LOWEST = -8.5;

function crossingChance(before: Look, share: number, z: number): number {
  const step = Math.sqrt(share - before.share);
  const [now, then] = [Math.sqrt(share), Math.sqrt(before.share)];
  return before.points.reduce(
    (sum, point, i) =>
      sum + (before.weights[i] ?? 0) * normalBelow((point * then - z * now) / step),
    0,
  );
}

/** Simpson's rule, so fine that the normal density of one step, to this look and to the next, is well resolved. */
function nextLook(before: Look, { share, next }: Stage, z: number): Look {
  const step = Math.sqrt(share - before.share);
  const [now, then] = [Math.sqrt(share), Math.sqrt(before.share)];
  const finest = Math.min(1, step / now, Math.sqrt(next - share) / now);
  const top = Math.max(LOWEST + 0.01, Math.min(z, -LOWEST));
  const half = Math.ceil(((top - LOWEST) / finest) * POINTS_PER_STEP);
  const width = (top - LOWEST) / (2 * half);
  const points = Array.from({ length: 2 * half + 1 }, (_none, i) => LOWEST + i * width);
  const weights = points.map((point, i) => {
    const simpson = (i === 0 || i === 2 * half ? 1 : i % 2 === 1 ? 4 : 2) * (width / 3);
    return simpson * density({ before, then, at: point * now, step }) * now;
  });
  return { share, points, weights };
}

interface Stage {
  readonly share: number;
  /** The share at the look after it. */
  readonly next: number;
}

const POINTS_PER_STEP = 12;
/** Further away than so many standard errors, the normal density adds nothing to a sum. */
const REACH = 9;

function density(path: {
  readonly before: Look;
  readonly then: number;
  readonly at: number;
  readonly step: number;
}): number {
  const { at, step, then } = path;
  const { points, weights } = path.before;
  const [lowest = 0, second = Number.POSITIVE_INFINITY] = points;
  const indexOf = (value: number) => (value / then - lowest) / (second - lowest) || 0;
  const from = Math.max(0, Math.floor(indexOf(at - REACH * step)));
  const to = Math.min(points.length - 1, Math.ceil(indexOf(at + REACH * step)));
  let sum = 0;
  for (let i = from; i <= to; i += 1) {
    const z = (at - (points[i] ?? 0) * then) / step;
    sum += (weights[i] ?? 0) * Math.exp(-0.5 * z * z);
  }
  return sum / (step * Math.sqrt(2 * Math.PI));
}
