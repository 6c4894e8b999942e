import type { answerOf } from '#lib/domain/evaluation/reference/answer.ts';
import { STATISTICS_SPEC, type StatisticsSpec } from '#lib/domain/evaluation/reference/spec.ts';
import type { Given } from './coverage.ts';

/** What the stats command is asked beside the table: days of the grid, and nothing that needs no table. */
export const SPEC: StatisticsSpec = STATISTICS_SPEC.parse({
  days: [7, 14, 30, 60, 90],
  rogan_gladen: { se: 0.93, sp: 0.93 },
  asymptotic_cs: { alpha: 0.05, rho: 0.08, allocation: 0.5, at: [200, 400] },
});

type Answer = ReturnType<typeof answerOf>;
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const numberIn = (node: Node, key: string) =>
  typeof node[key] === 'number' ? (node[key] as number) : null;

/** Every interval of the answer, under its path. */
export function readAnswer(answer: Answer): readonly Given[] {
  const { kaplan_meier, aalen_johansen, ...rest } = answer;
  const { ci_mean_change, mean_change, n_pairs } = rest.reliable_change;
  const [lo = null, hi = null] = ci_mean_change;
  const change = { name: 'reliable_change.mean', est: mean_change, lo, hi, fewest: n_pairs };
  return [
    ...intervalsIn('', rest),
    change,
    ...(rest.asymptotic_cs?.at ?? []).map(({ t, ...one }) => ({
      // It holds at every look, so at one of them more often than others do.
      ...{ name: `asymptotic_cs.t${t}`, fewest: 0 },
      ...one,
    })),
    ...curvesIn('kaplan_meier', kaplan_meier, 'surv'),
    ...curvesIn('aalen_johansen', aalen_johansen, 'est'),
  ];
}

const ESTIMATES = ['hr', 'or', 'or_per_week', 'diff', 'est', 'p'] as const;

/** Every interval of a part of the answer; `path` is what it is called. */
export function intervalsIn(path: string, value: unknown): readonly Given[] {
  if (!isNode(value)) return [];
  const key = ESTIMATES.find((name) => name in value);
  if ('lo' in value && 'hi' in value && key !== undefined) {
    const ends = {
      est: numberIn(value, key),
      lo: numberIn(value, 'lo'),
      hi: numberIn(value, 'hi'),
    };
    return [{ name: path, ...ends, fewest: fewestOf(value) }];
  }
  return Object.entries(value).flatMap(([name, one]) =>
    intervalsIn(path === '' ? name : `${path}.${name}`, one),
  );
}

/** Of each group that the interval names, the rarer answer. */
function fewestOf(node: Node): number {
  const pairs = [
    ['x', 'n'],
    ['x1', 'n1'],
    ['x2', 'n2'],
  ] as const;
  const counts = pairs.flatMap(([x, n]) => {
    const [some, all] = [numberIn(node, x), numberIn(node, n)];
    return some === null || all === null ? [] : [some, all - some];
  });
  return counts.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...counts);
}

/** Each curve of a part, on each scale, at each day. */
function curvesIn(path: string, value: unknown, key: 'surv' | 'est', n = 0): readonly Given[] {
  if (!isNode(value)) return [];
  const people = numberIn(value, 'n') ?? n;
  if (isNode(value['at']) && isNode(value['ci'])) {
    return [...pointsOf(path, value['at'], value['ci'], { key, people }), ...medianOf(path, value)];
  }
  const mean = numberIn(value, 'rmst');
  if (mean !== null) return [meanOf(path, mean, numberIn(value, 'se') ?? 0)];
  return Object.entries(value).flatMap(([name, one]) =>
    curvesIn(`${path}.${name}`, one, key, people),
  );
}

function pointsOf(
  path: string,
  at: Node,
  ci: Node,
  { key, people }: { readonly key: 'surv' | 'est'; readonly people: number },
): readonly Given[] {
  return Object.entries(ci).flatMap(([scale, days]) =>
    Object.entries(isNode(days) ? days : {}).map(([day, limits]) => {
      const point = at[day];
      const est = isNode(point) ? numberIn(point, key) : null;
      const ends = isNode(limits) ? limits : {};
      const share = est ?? 0;
      return {
        ...{ name: `${path}.${day} ${scale}`, est, fewest: people * Math.min(share, 1 - share) },
        ...{ lo: numberIn(ends, 'lo'), hi: numberIn(ends, 'hi') },
      };
    }),
  );
}

function medianOf(path: string, { median_loglog: median }: Node): readonly Given[] {
  if (!Array.isArray(median)) return [];
  const [est = null, lo = null, hi = null] = median;
  return [{ name: `${path}.median`, est, lo, hi, fewest: Number.POSITIVE_INFINITY }];
}

/** R gives a mean with its standard error; a reader makes the interval. */
function meanOf(path: string, est: number, se: number): Given {
  const fewest = Number.POSITIVE_INFINITY;
  return { name: path, est, lo: est - 1.96 * se, hi: est + 1.96 * se, fewest };
}
