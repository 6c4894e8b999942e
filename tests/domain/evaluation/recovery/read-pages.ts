import type { Day } from '#lib/domain/basics/ids.ts';
import {
  type MarkCount,
  type MarkFigure,
  type Split,
  WINDOWS,
} from '#lib/domain/evaluation/cubes.ts';
import { type CurvePoint, countCurve, drawCurve } from '#lib/domain/evaluation/curve.ts';
import { discloseTable, LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import type { Figure, FigureTable } from '#lib/domain/evaluation/figure.ts';
import { countFunnel, FUNNEL_GROUPS } from '#lib/domain/evaluation/funnel.ts';
import { linesOf } from '#lib/domain/evaluation/funnel-lines.ts';
import { compareLatest } from '#lib/domain/evaluation/gap-compared.ts';
import {
  changedTable,
  gapTable,
  harmTable,
  quadrantTable,
  stoodInTable,
  stoppedTable,
  waitedTable,
} from '#lib/domain/evaluation/gap-figures.ts';
import type { WithSolver } from '#lib/domain/evaluation/linear-problem.ts';
import { isLarge } from '#lib/domain/evaluation/release/counted-tables.ts';
import {
  addUp,
  cellOf,
  curveDayOf,
  followedTo,
  markOf,
  type Told,
  windowOf,
} from '#tests/support/told.ts';
import type { Given } from './coverage.ts';

/** As the pages of the gap and of harm ask for them: days that must have passed since a result, and since a booking. */
const SETTLED: Partial<Record<MarkFigure, number>> = { stopped: 7, left: 7, waited: 90 };

interface Seen {
  readonly people: readonly Told[];
  readonly today: Day;
  readonly withSolver: WithSolver;
}

/** A table by itself, as a release prints it but for what other tables and releases make it hide. */
function discloseFigure(one: FigureTable, withSolver: WithSolver): Figure {
  const { name, table } = one;
  return { name, lines: isLarge(one) ? linesOf(discloseTable(table, withSolver)) : null };
}

/** Every interval on the researchers' pages, from counts as they are printed (decision D15). */
export function readPages({ people, today, withSolver }: Seen): readonly Given[] {
  const windows = (split: Split) =>
    addUp(
      people.flatMap((person) =>
        WINDOWS.filter((days) => followedTo(person, today) >= days).map((days) =>
          windowOf(person, split, days),
        ),
      ),
    );
  const marks = (figure: MarkFigure, settled = SETTLED[figure] ?? 0): readonly MarkCount[] =>
    addUp(
      people.flatMap((person) => {
        const mark = markOf(person, figure, (today - settled) as Day);
        const [a, b] = cellOf(person, 'all');
        return mark === null ? [] : [[{ a, b, mark }, { n: 1 }] as const];
      }),
    );
  const all = windows('all');
  const stoodIn = { ever: marks('stood_in'), 30: marks('stood_in', 30), 90: marks('stood_in', 90) };
  const byTier = discloseFigure(gapTable(windows('tier_band'), 'tier', FUNNEL_GROUPS), withSolver);
  const tables = [
    gapTable(all, 'all', []),
    quadrantTable(all),
    stoppedTable(marks('stopped')),
    waitedTable(marks('waited')),
    changedTable(marks('changed')),
    stoodInTable(stoodIn),
    harmTable(marks('harm'), marks('left')),
  ];
  const funnel = countFunnel(people.map(({ row }) => row));
  return [
    ...tables.flatMap((table) => linesIn(discloseFigure(table, withSolver))),
    ...linesIn({ ...byTier, name: 'gap by tier' }),
    ...comparedIn(byTier),
    ...linesIn({ name: 'funnel', lines: linesOf(discloseTable(funnel, withSolver)) }),
    ...pointsIn(people, today),
  ];
}

function linesIn({ name, lines }: Figure): readonly Given[] {
  return (lines ?? []).flatMap(({ group, stage, of, count, outOf, rate, interval }) => {
    if (of === null) return [];
    const shown = rate.kind === 'shown' && count.kind === 'shown' && outOf.kind === 'shown';
    const fewest = shown ? Math.min(count.value, outOf.value - count.value) : 0;
    const est = rate.kind === 'shown' ? rate.value : null;
    const ends = { lo: interval?.lo ?? null, hi: interval?.hi ?? null };
    return [{ name: `${name}: ${group} ${stage}`, est, ...ends, fewest }];
  });
}

function comparedIn(figure: Figure): readonly Given[] {
  const found = compareLatest(figure, FUNNEL_GROUPS);
  if (found === null) return [];
  const { a, b, diff, lo, hi } = found;
  return [{ name: `gap by tier: ${a} less ${b}`, est: diff, lo, hi, fewest: LEAST_STEP }];
}

/** A step of the curve waits for so many people. */
const LEAST_STEP = 10;

/** The curve of counts as they are printed in a first release, but for what other tables make it hide. */
export function drawPrinted(days: Parameters<typeof countCurve>[0]): ReturnType<typeof drawCurve> {
  const counts = new Map(countCurve(days).cells.map(({ key, count }) => [key, count]));
  return drawCurve((key) => {
    const count = counts.get(key) ?? 0;
    return count < LEAST_SHOWN
      ? { kind: 'suppressed' }
      : { kind: 'shown', value: roundCount(count) };
  });
}

/** The curve of intenders: each of its points on its own day. The line between them is a help for the eye. */
function pointsIn(people: readonly Told[], today: Day): readonly Given[] {
  const days = people.flatMap((person) => {
    const followed = Math.min(90, followedTo(person, today));
    return person.intender === 'yes' && followed >= 1 ? [curveDayOf(person, followed)] : [];
  });
  const points = drawPrinted(addUp(days))?.points ?? [];
  const given = (name: string, { day, value, lo, hi }: CurvePoint): Given => ({
    ...{ name, of: `curve on day ${day}`, est: value, lo, hi, fewest: LEAST_STEP },
  });
  return points.map((point) => given('curve: its points', point));
}

/** The same of a population so large that nothing is hidden, with the curve on each of its days. */
export function pagesTruth(design: Seen, followed: Seen): readonly Given[] {
  const isClosed = ({ name }: Given) =>
    /^(gap|quadrants|waited)/.test(name) && !/ (closed|unheard)_/.test(name);
  const all = followed.people.filter(({ intender }) => intender === 'yes');
  const curve = Array.from({ length: 90 }, (_, i) => {
    const went = all.filter(({ facts }) => (facts.attendedAt ?? Infinity) <= i + 1).length;
    const est = went / all.length;
    return { name: `curve on day ${i + 1}`, est, lo: est, hi: est, fewest: went };
  });
  return [
    ...readPages(design).filter((one) => !isClosed(one)),
    ...readPages(followed).filter(isClosed),
    ...curve,
  ];
}
