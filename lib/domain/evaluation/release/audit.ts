import { LEAST_SHOWN } from '../disclosure.ts';
import type { LinearProblem, Optimum, Solve, WithSolver } from '../linear-problem.ts';
import { isWide, SLACK, seek, type Watched } from '../watched.ts';
import {
  type Counted,
  countsOf,
  minus,
  type Print,
  type Release,
  rangeOf,
  type Secret,
  secretsOf,
  structureOf,
  type ToPrint,
} from './counted.ts';

type Constraint = LinearProblem['constraints'][number];
type Prints = ReadonlyMap<string, Print>;
type At = (key: string) => number;

/** A release with the numbers of its unknowns. */
interface Placed {
  readonly counts: ReadonlyMap<string, number>;
  readonly at: At;
}

/** Releases in their order. A count that stays as it was is one unknown: some readers know that nothing changed. */
function placeAll(releases: readonly Counted[]): {
  readonly placed: readonly Placed[];
  readonly size: number;
} {
  let size = 0;
  let before = new Map<string, number>();
  let known = new Map<string, number>();
  const placed = releases.map((counted) => {
    const counts = countsOf(counted);
    const numbers = new Map<string, number>();
    for (const [key, count] of counts) {
      const same = before.get(key) === count ? known.get(key) : undefined;
      numbers.set(key, same ?? size++);
    }
    [before, known] = [new Map(counts), numbers];
    return { counts, at: (key: string) => numbers.get(key) ?? -1 };
  });
  return { placed, size };
}

/** Without what is said twice of unknowns that several releases share. */
function once<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** A secret and the widest range seen for it so far: hiding more never narrows it. */
const watch = (secret: Secret): Watched => ({ ...secret, low: secret.truth, high: secret.truth });

/** Finds what to hide next of a release; nothing when what is printed gives nothing away. */
export function auditorOf(
  counted: ToPrint,
  history: readonly Release[],
  withSolver: WithSolver,
): (prints: Prints) => ReadonlySet<string> {
  const { placed, size } = placeAll([...history.map((release) => release.counted), counted]);
  const now = placed.at(-1) ?? { counts: new Map(), at: () => -1 };
  const pairs = placed.slice(1).map((next, i) => [placed[i] ?? now, next] as const);
  const known = once([
    ...structureOf(counted, now.at),
    ...history.flatMap((release, i) => knownOf(release, placed[i] ?? now)),
    ...pairs.flatMap(([then, next]) => movesOf(then, next)),
  ]);
  const watched = once([
    ...secretsOf(counted, now.at),
    ...history.flatMap((release, i) => secretsBefore(release, placed[i] ?? now)),
    ...pairs.flatMap(([then, next]) => changesOf(then, next)),
  ]).map(watch);
  const cap = 10 * (Math.max(0, ...placed.flatMap(({ counts }) => [...counts.values()])) + 100);
  const variables = Array.from({ length: size }, () => ({ lower: 0, upper: cap }));
  const costOf = costsOf(counted, history.at(-1));
  const told = new Set(history.flatMap((release, i) => toldIn(release, placed[i] ?? now)));
  const hidden = new Set<string>();

  return (prints) => {
    for (const [key, truth] of now.counts) {
      if (prints.has(key) || hidden.has(key)) continue;
      hidden.add(key);
      if (truth >= LEAST_SHOWN && counted.printable.has(key)) {
        watched.push(watch({ terms: [[now.at(key), 1]], truth }));
      }
    }
    // A count that has not changed since it was printed is known: to print it tells nothing, to hide it keeps nothing.
    const news = [...prints].filter(([key]) => !told.has(now.at(key)));
    if (news.length === 0) return new Set();
    const problem = { variables, constraints: [...printed(news, now.at), ...known] };
    const keys = news.map(([key]) => key);
    return withSolver(problem, (solve) => choose(solve, watched, keys, costOf));
  };
}

/** For each secret that is not open enough one number to hide, unless one is chosen already that may do. */
function choose(
  solve: Solve,
  watched: readonly Watched[],
  keys: readonly string[],
  costOf: (key: string) => number,
): ReadonlySet<string> {
  const chosen = new Set<string>();
  for (const secret of watched) {
    if (isWide(secret)) continue;
    const ends = [
      seek(solve, 'minimise', secret, watched),
      seek(solve, 'maximise', secret, watched),
    ];
    if (isWide(secret)) continue;
    const binding = keys.filter((_key, i) => ends.some((end) => binds(end, i)));
    if (binding.some((key) => chosen.has(key))) continue;
    const next = cheapest(binding.length > 0 ? binding : keys, costOf);
    if (next !== null) chosen.add(next);
  }
  return chosen;
}

const binds = (end: Optimum, i: number) => Math.abs(end.constraintDuals[i] ?? 0) > SLACK;

const printed = (prints: Iterable<readonly [string, Print]>, at: At): readonly Constraint[] =>
  [...prints].map(([key, print]) => ({ ...rangeOf(print), terms: [[at(key), 1]] }));

const toldIn = ({ prints }: Release, { at }: Placed): readonly number[] =>
  Object.keys(prints).map(at);

const knownOf = ({ counted, prints }: Release, { at }: Placed): readonly Constraint[] => [
  ...structureOf(counted, at),
  ...printed(Object.entries(prints), at),
];

function secretsBefore({ counted, hidden }: Release, { at, counts }: Placed): readonly Secret[] {
  const cells = hidden.map(
    (key): Secret => ({ terms: [[at(key), 1]], truth: counts.get(key) ?? 0 }),
  );
  return [...secretsOf(counted, at), ...cells];
}

/** Of each count whether it rose or fell: some readers know that people only come. */
function movesOf(then: Placed, next: Placed): readonly Constraint[] {
  return [...next.counts].flatMap(([key, count]): readonly Constraint[] => {
    const old = then.counts.get(key);
    if (old === undefined || old === count) return [];
    const lower = count >= old ? 0 : Number.NEGATIVE_INFINITY;
    const upper = count <= old ? 0 : Number.POSITIVE_INFINITY;
    return [{ lower, upper, terms: minus(next.at(key), then.at(key)) }];
  });
}

/** Small changes from one release to the next. That nothing changed is no secret. */
function changesOf(then: Placed, next: Placed): readonly Secret[] {
  return [...next.counts].flatMap(([key, count]): readonly Secret[] => {
    const truth = count - (then.counts.get(key) ?? count);
    if (truth === 0 || Math.abs(truth) >= LEAST_SHOWN) return [];
    return [{ terms: minus(next.at(key), then.at(key)), truth }];
  });
}

/** What it costs to hide a number: least where it was hidden before; nothing that is wanted, and no total, before others. */
function costsOf(counted: ToPrint, before: Release | undefined): (key: string) => number {
  const counts = countsOf(counted);
  const totals = new Set(counted.sums.map(({ total }) => total));
  const hidden = new Set(before?.hidden);
  const extra = (key: string) =>
    (counted.foremost?.has(key) ? 1e14 : 0) +
    (totals.has(key) ? 1e12 : 0) +
    (counted.wanted.has(key) ? 1e9 : 0) +
    (counted.preferred?.has(key) ? 1e6 : 0) -
    (hidden.has(key) ? 2e9 : 0);
  return (key) => (counts.get(key) ?? 0) + extra(key);
}

/** Of equals the latest. */
function cheapest(keys: readonly string[], costOf: (key: string) => number): string | null {
  const least = Math.min(...keys.map(costOf));
  return keys.findLast((key) => costOf(key) === least) ?? null;
}
