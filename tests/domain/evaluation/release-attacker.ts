import type { LinearProblem, Terms, WithSolver } from '#lib/domain/evaluation/linear-problem.ts';
import type { Place, Published } from './cubes.ts';

type Constraint = LinearProblem['constraints'][number];

/** A line of a file as its reader sees it; null: suppressed. */
interface Line extends Place {
  readonly of: string | null;
  readonly count: number | null;
}

interface Question {
  readonly name: string;
  readonly terms: Terms;
  readonly truth: number;
}

export interface Attack {
  readonly problem: LinearProblem;
  readonly questions: readonly Question[];
  /** How many cells were suppressed, in all files of all releases. */
  readonly suppressed: number;
}

const MORE = { lower: 0, upper: Number.POSITIVE_INFINITY };
const minus = (a: number, b: number): Terms => [
  [a, 1],
  [b, -1],
];

const linesOf = ({ files }: Published): readonly Line[] =>
  files.flatMap((rows, file) =>
    rows.map(([figure, group, stage, of, count]) => ({
      file,
      figure: String(figure),
      group: String(group),
      stage: String(stage),
      of: of === null || of === undefined ? null : String(of),
      count: count === 'suppressed' ? null : Number(count),
    })),
  );

/** The count that a line is about: everyone at a stage is the same count in every file. */
const cellOf = ({ file, figure, group, stage }: Place) =>
  group === 'all' ? `${figure} all ${stage}` : `${file} ${figure} ${group} ${stage}`;

/** The unknowns of one release. */
function unknownsOf(published: Published, first: number) {
  const lines = linesOf(published);
  const truths = new Map<string, number>();
  for (const line of lines) {
    truths.set(cellOf(line), published.truth(line));
  }
  const numbers = new Map([...truths.keys()].map((cell, i) => [cell, first + i]));
  const has = (place: Place) => numbers.has(cellOf(place));
  return {
    lines,
    truths,
    within: (published.within ?? []).filter((pair) => pair.every(has)),
    divided: (published.divided ?? []).filter(([whole, parts]) => [whole, ...parts].every(has)),
    at: (line: Place) => numbers.get(cellOf(line)) ?? -1,
    numbers,
  };
}
type Unknowns = ReturnType<typeof unknownsOf>;

/** A number that is printed as it was last may stand for a count up to 12 away, a new one for its rounding. */
function printedIn({ lines, at }: Unknowns, last: Map<string, number>): readonly Constraint[] {
  const found = lines.flatMap((line): readonly Constraint[] => {
    if (line.count === null) return [];
    const reach = last.get(cellOf(line)) === line.count ? 12 : 2;
    const lower = Math.max(10, line.count - reach);
    return [{ terms: [[at(line), 1]], lower, upper: line.count + reach }];
  });
  for (const line of lines) if (line.count !== null) last.set(cellOf(line), line.count);
  return found;
}

/** Groups add up to everyone, or to no more where some of them have no row, and a part is no larger than its whole. */
function structureIn({ lines, at, truths, within, divided }: Unknowns): readonly Constraint[] {
  const wholes = lines.filter(({ group }) => group === 'all');
  const sums = wholes.map((whole) => {
    const parts = lines.filter(
      ({ file, figure, stage, group }) =>
        file === whole.file && figure === whole.figure && stage === whole.stage && group !== 'all',
    );
    return [[at(whole), 1] as const, ...parts.map((part) => [at(part), -1] as const)];
  });
  const nested = lines.flatMap(({ of, ...line }) =>
    of === null ? [] : [{ ...MORE, terms: minus(at({ ...line, stage: of }), at(line)) }],
  );
  const told = within.map(([part, whole]) => ({ ...MORE, terms: minus(at(whole), at(part)) }));
  const shared = divided.map(([whole, parts]) => [
    [at(whole), 1] as const,
    ...parts.map((part) => [at(part), -1] as const),
  ]);
  const added = [...sums, ...shared].filter(({ length }) => length > 1);
  const truthAt = new Map(lines.map((line) => [at(line), truths.get(cellOf(line)) ?? 0]));
  const others = (terms: Terms) =>
    terms.reduce((sum, [i, w]) => sum + w * (truthAt.get(i) ?? 0), 0);
  const whole = added.map((terms) => ({
    ...MORE,
    terms,
    ...(others(terms) === 0 && { upper: 0 }),
  }));
  return [...whole, ...nested, ...told];
}

/** Every suppressed cell, and every small difference between a cell and what it is a part of. */
function questionsIn(
  { lines, at, truths, within }: Unknowns,
  release: number,
): readonly Question[] {
  const truthOf = (line: Place) => truths.get(cellOf(line)) ?? 0;
  const between = within.flatMap(([part, whole]): readonly Question[] => {
    const name = `${release}: ${cellOf(whole)} beyond ${cellOf(part)}`;
    const truth = truthOf(whole) - truthOf(part);
    return truth < 10 ? [{ name, terms: minus(at(whole), at(part)), truth }] : [];
  });
  const own = lines.flatMap(({ of, ...line }): readonly Question[] => {
    const name = `${release}: ${cellOf(line)}`;
    const truth = truthOf(line);
    const cell: Question = { name, terms: [[at(line), 1]], truth };
    const asked = line.count === null ? [cell] : [];
    if (of === null) return asked;
    const above = { ...line, stage: of };
    const rest = truthOf(above) - truth;
    const terms = minus(at(above), at(line));
    return rest < 10 ? [...asked, { name: `${name} of ${of}`, terms, truth: rest }] : asked;
  });
  return [...own, ...between];
}

/** What changed from one release to the next: whether it rose is known, and a small change is asked for. */
function movesBetween(then: Unknowns, now: Unknowns) {
  const both = [...now.numbers].filter(([cell]) => then.numbers.has(cell));
  const moves = both.map(([cell, number]) => ({
    cell,
    terms: minus(number, then.numbers.get(cell) ?? -1),
    truth: (now.truths.get(cell) ?? 0) - (then.truths.get(cell) ?? 0),
  }));
  return {
    known: moves.map(({ terms, truth }) => ({
      terms,
      lower: truth >= 0 ? 0 : Number.NEGATIVE_INFINITY,
      upper: truth <= 0 ? 0 : Number.POSITIVE_INFINITY,
    })),
    small: moves
      .filter(({ truth }) => truth !== 0 && Math.abs(truth) < 10)
      .map(({ cell, terms, truth }) => ({ name: `change of ${cell}`, terms, truth })),
  };
}

/**
 * All that a reader of every file of every release can put together, written apart from the code that prints them. The
 * reader even knows of each count whether it rose or fell from one release to the next.
 */
export function attackOn(releases: readonly Published[]): Attack {
  let size = 0;
  const all = releases.map((published) => {
    const unknowns = unknownsOf(published, size);
    size += unknowns.numbers.size;
    return unknowns;
  });
  const last = new Map<string, number>();
  const pairs = all.slice(1).map((now, i) => movesBetween(all[i] ?? now, now));
  return {
    problem: {
      variables: Array.from({ length: size }, () => ({ lower: 0, upper: 1e6 })),
      constraints: [
        ...all.flatMap((one) => [...printedIn(one, last), ...structureIn(one)]),
        ...pairs.flatMap(({ known }) => known),
      ],
    },
    questions: [...all.flatMap(questionsIn), ...pairs.flatMap(({ small }) => small)],
    suppressed: all.flatMap(({ lines }) => lines.filter(({ count }) => count === null)).length,
  };
}

/**
 * The questions whose lowest and highest possible answers are less than `width` apart. A solution found for one question
 * is a possible world for all, which saves most of the solving.
 */
export function pinnedBy(
  { problem, questions }: Attack,
  width: number,
  withSolver: WithSolver,
): readonly (Question & { readonly low: number; readonly high: number })[] {
  const open = questions.map((one) => ({ ...one, low: one.truth, high: one.truth }));
  const learn = (point: readonly number[]) => {
    for (const one of open) {
      const value = one.terms.reduce((sum, [i, w]) => sum + w * (point[i] ?? 0), 0);
      one.low = Math.min(one.low, Math.ceil(value - 1e-4));
      one.high = Math.max(one.high, Math.floor(value + 1e-4));
    }
  };
  return withSolver(problem, (solve) =>
    open.filter((one) => {
      if (one.high - one.low >= width) return false;
      learn(solve('minimise', one.terms).point);
      learn(solve('maximise', one.terms).point);
      return one.high - one.low < width;
    }),
  );
}

/** A release of which nothing is printed. */
const silent = ({ files, ...rest }: Published): Published => ({
  ...rest,
  files: files.map((rows) =>
    rows.map(([figure = null, group = null, stage = null, of = null]) => [
      figure,
      group,
      stage,
      of,
      'suppressed',
    ]),
  ),
});

/**
 * What the prints of some release pin. Left out is what its reader would pin without them too: who knows besides that a
 * count fell, or stayed, knows more of what was printed before, and nothing that is hidden now keeps that.
 */
export function pinnedByPrints(
  releases: readonly Published[],
  width: number,
  withSolver: WithSolver,
): ReturnType<typeof pinnedBy> {
  const pinned = (some: readonly Published[]) => pinnedBy(attackOn(some), width, withSolver);
  if (pinned(releases).length === 0) return [];
  return releases.flatMap((release, i) => {
    const before = releases.slice(0, i);
    const anyway = new Set(pinned([...before, silent(release)]).map(({ name }) => name));
    return pinned([...before, release]).filter(({ name }) => !anyway.has(name));
  });
}
