import { LEAST_SHOWN } from './disclosure.ts';
import type { Figure } from './figure.ts';
import { endsOf, type RateInterval } from './funnel-lines.ts';
import type { Interval } from './linear-problem.ts';
import { phi } from './statistics/phi.ts';
import { wilson } from './statistics/wilson.ts';
import { asPrinted, countsOf, type PrintedShare, standsFor } from './widest.ts';

const CONFIDENCE = 0.95;

/** Intention and behaviour (E3), of printed numbers alone. */
export interface Quadrants {
  readonly asked: number;
  /** Shares of everyone asked, as printed counts tell them. */
  readonly shares: Readonly<Record<(typeof QUADRANTS)[number], number>>;
  readonly phi: RateInterval & { readonly est: number };
  /** Of those who did not do as they intended, who had intended to go; null where few are left of a printed count. */
  readonly abstainers: (RateInterval & { readonly rate: number; readonly outOf: number }) | null;
}

/** S. Orbell & P. Sheeran, Br J Soc Psychol 37:151 (1998). */
export const QUADRANTS = [
  'inclinedActor',
  'inclinedAbstainer',
  'disinclinedActor',
  'disinclinedAbstainer',
] as const;

/** Null where one of the four counts is hidden. */
export function quadrantsOf(figure: Figure): Quadrants | null {
  const [inclined, other] = [halfOf(figure, 'inclined'), halfOf(figure, 'disinclined')];
  if (inclined === null || other === null) return null;
  const found = phiOf(inclined, other);
  if (found === null) return null;
  const asked = inclined.n.value + other.n.value;
  const went = (half: PrintedShare) => Math.min(half.x.value, half.n.value);
  const stayed = (half: PrintedShare) => half.n.value - went(half);
  return {
    asked,
    shares: {
      inclinedActor: went(inclined) / asked,
      inclinedAbstainer: stayed(inclined) / asked,
      disinclinedActor: went(other) / asked,
      disinclinedAbstainer: stayed(other) / asked,
    },
    phi: found,
    abstainers: abstainersOf(inclined, other),
  };
}

function halfOf({ lines }: Figure, group: string): PrintedShare | null {
  const line = lines?.find((one) => one.group === group && one.stage === 'actor');
  return line?.count.kind === 'shown' && line.outOf.kind === 'shown'
    ? { x: line.count, n: line.outOf }
    : null;
}

function phiOf(a: PrintedShare, b: PrintedShare): Quadrants['phi'] | null {
  const { est } = phi(asPrinted(a), asPrinted(b), CONFIDENCE);
  const [ax = [], an = [], bx = [], bn = []] = endsOf([a.x, a.n, b.x, b.n]).map(bothEnds);
  const all = ax.flatMap((i) =>
    an.flatMap((j) =>
      bx.flatMap((k) => bn.map((l) => phi(countsOf(i, j), countsOf(k, l), CONFIDENCE))),
    ),
  );
  if (est === null) return null;
  return {
    est,
    lo: Math.min(...all.map(({ lo }) => lo ?? -1)),
    hi: Math.max(...all.map(({ hi }) => hi ?? 1)),
  };
}

const bothEnds = ({ lower, upper }: Interval): readonly number[] => [lower, upper];

/** Who stayed away is a difference of two printed counts, and what rounding does to it adds up. */
function abstainersOf(inclined: PrintedShare, other: PrintedShare): Quadrants['abstainers'] {
  const stayed = inclined.n.value - inclined.x.value;
  if (stayed < LEAST_SHOWN) return null;
  const [x, n, actors] = [standsFor(inclined.x), standsFor(inclined.n), standsFor(other.x)];
  const of = (one: number, rest: number) => wilson(one, one + rest, CONFIDENCE);
  const least = of(Math.max(0, n.lower - x.upper), actors.upper);
  const most = of(n.upper - x.lower, actors.lower);
  const outOf = stayed + other.x.value;
  return { rate: stayed / outOf, lo: least.lo ?? 0, hi: most.hi ?? 1, outOf };
}
