import { LEAST_SHOWN, roundCount } from '../disclosure.ts';
import type { WithSolver } from '../linear-problem.ts';
import { auditorOf } from './audit.ts';
import { LEAST_MOVE, type Print, type Release, type ToPrint } from './counted.ts';

/**
 * What is printed of everything that is counted for a release (decision D15). Counts under 10 are hidden; a number that
 * was printed before stands until it would move by 15; and as many others are hidden as it takes to keep every hidden
 * count, every small difference and every small change open by 10 for a reader who sets all that is printed against
 * each other and against the releases before, and who knows of each count whether it rose or fell.
 */
export function printRelease(
  toPrint: ToPrint,
  /** Earlier releases, the latest last. */
  history: readonly Release[],
  withSolver: WithSolver,
): Release {
  const { cells, sums, printable } = toPrint;
  const last = history.at(-1)?.last ?? {};
  const prints = new Map<string, Print>();
  for (const { key, count } of cells) {
    if (count >= LEAST_SHOWN && printable.has(key)) prints.set(key, printOf(count, last[key]));
  }
  const audit = auditorOf(toPrint, history, withSolver);
  for (let more = audit(prints); more.size > 0; more = audit(prints)) {
    for (const key of more) prints.delete(key);
  }
  const values = [...prints].map(([key, { value }]) => [key, value] as const);
  return {
    counted: { cells, sums },
    prints: Object.fromEntries(prints),
    hidden: [...printable].filter((key) => !prints.has(key)),
    last: { ...last, ...Object.fromEntries(values) },
  };
}

function printOf(count: number, last: number | undefined): Print {
  const value = roundCount(count);
  return last === undefined || Math.abs(value - last) >= LEAST_MOVE
    ? { value, fresh: true }
    : { value: last, fresh: false };
}
