import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { DayTable, Status } from '../statistics/day-counts.ts';
import { countDays } from '../statistics/day-counts.ts';

/** A cell that is empty is not known. */
const cell = <T>(what: string, read: (text: string) => T | undefined) =>
  z.string().transform((text, context): T | null => {
    if (text === '') return null;
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `"${text}" is not ${what}` });
    return z.NEVER;
  });

const NUMBER = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;
const numberOf = (text: string) => {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
};
const CODE = cell('a code', (text) => text);
const AMOUNT = cell('a number from 0 on', (text) => {
  const value = numberOf(text);
  return value !== undefined && value >= 0 ? value : undefined;
});
const MOST_PHQ9 = 27;
const PHQ9 = cell(`a total of the PHQ-9, a whole number from 0 to ${MOST_PHQ9}`, (text) => {
  const value = numberOf(text);
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= MOST_PHQ9
    ? value
    : undefined;
});
const YES_NO = cell('0 or 1', (text) => (text === '0' || text === '1' ? text === '1' : undefined));
const STATUSES: Readonly<Record<string, Status>> = { '0': 0, '1': 1, '2': 2 };
const STATUS = cell('0, 1 or 2', (text) => STATUSES[text]);
const ORDER = cell('a number', numberOf).refine((value) => value !== null, 'must not be empty');

/** The columns of a table of pathways, one row each; what they mean is in COLUMN_WORDS. */
const ROW = z.object({
  pid: ORDER,
  phq9_0: PHQ9,
  tier: CODE,
  policy: CODE,
  barrier: CODE,
  completed: YES_NO,
  viewed: YES_NO,
  accepted: YES_NO,
  answered: YES_NO,
  arm: CODE,
  strength: AMOUNT,
  intention: YES_NO,
  fu_days: AMOUNT,
  time: AMOUNT,
  status: STATUS,
  booked: YES_NO,
  wait_days: AMOUNT,
  verified: YES_NO,
  self_report: YES_NO,
  phq9_1: PHQ9,
  anon_actions: AMOUNT,
});
export type Pathway = Readonly<z.infer<typeof ROW>>;
export type PathwayColumn = keyof Pathway;

/** For people who make a table. */
export const COLUMN_WORDS: Readonly<Record<PathwayColumn, string>> = {
  pid: 'a number of its own for each pathway; rows are read in this order',
  phq9_0: 'total of the PHQ-9 at the start, 0 to 27',
  tier: 'code of the step that was offered',
  policy: 'code of the policy that offered it',
  barrier: 'code of the greatest obstacle',
  completed: 'finished the questions: 0 or 1, as the next three',
  viewed: 'saw the result',
  accepted: 'chose a step',
  answered: 'answered the question about intention',
  arm: 'code of the arm that chance gave',
  strength: 'intention as it was answered, 1 to 7',
  intention: 'counts as meaning to go: 0 or 1',
  fu_days: 'days of possible follow-up after that, set by the day of entry alone',
  time: 'days until the status, 1 or more',
  status: '1 attended, 2 stepped out, 0 neither by then',
  booked: 'booked a visit: 0 or 1',
  wait_days: 'days between booking and the visit',
  verified: "the clinic's code says that they attended: 0 or 1",
  self_report: 'they say so themselves: 0 or 1',
  phq9_1: 'total of the PHQ-9 later, 0 to 27',
  anon_actions: 'how often help without a name was used',
};

export const COLUMNS = Object.keys(ROW.shape) as readonly PathwayColumn[];

export interface TableLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const MOST_PROBLEMS = 20;

/** The pathways in the order of `pid`, or what is wrong in which line and column. */
export function readPathways(
  header: readonly string[],
  lines: readonly TableLine[],
): Result<readonly Pathway[], readonly string[]> {
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (missing.length > 0) return err(missing.map((name) => `line 1: no column "${name}"`));
  const problems: string[] = [];
  const byPid = new Map<number, Pathway>();
  for (const { line, cells } of lines) {
    const read = ROW.safeParse(cells);
    if (!read.success) {
      problems.push(
        ...read.error.issues.map(
          ({ path, message }) => `line ${line}, column "${path.join('.')}": ${message}`,
        ),
      );
    } else if (byPid.has(Number(read.data.pid))) {
      problems.push(`line ${line}, column "pid": ${read.data.pid} stands twice`);
    } else {
      byPid.set(Number(read.data.pid), read.data);
    }
  }
  if (problems.length > 0) return err(problems.slice(0, MOST_PROBLEMS));
  return ok([...byPid].sort(([a], [b]) => a - b).map(([, pathway]) => pathway));
}

export const intendersOf = (all: readonly Pathway[]): readonly Pathway[] =>
  all.filter(({ intention }) => intention === true);

/** Followed for so many days, whatever happened on them, and with a known outcome. */
export const closedBy = (day: number, all: readonly Pathway[]): readonly Pathway[] =>
  all.filter(
    ({ fu_days, time, status }) =>
      fu_days !== null && fu_days >= day && time !== null && status !== null,
  );

export const attendedBy = (day: number, { time, status }: Pathway): boolean =>
  status === 1 && time !== null && time <= day;

/** How those whose outcome is known ended, by day. */
export function daysOf(all: readonly Pathway[]): DayTable {
  const known = all.flatMap(({ time, status }) =>
    time === null || status === null ? [] : [{ time, status }],
  );
  return countDays(
    known.map(({ time }) => time),
    known.map(({ status }) => status),
  );
}

export type GroupColumn = 'tier' | 'barrier' | 'policy' | 'arm';

/** The groups that occur, in the order of the alphabet; who is in none is left out. */
export function groupsBy(
  column: GroupColumn,
  all: readonly Pathway[],
): readonly (readonly [string, readonly Pathway[]])[] {
  const names = new Set(all.flatMap((pathway) => pathway[column] ?? []));
  return [...names]
    .sort()
    .map((name) => [name, all.filter((pathway) => pathway[column] === name)] as const);
}

export function eachGroup<T>(
  column: GroupColumn,
  all: readonly Pathway[],
  part: (group: readonly Pathway[]) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    groupsBy(column, all).map(([name, group]) => [name, part(group)] as const),
  );
}

export function eachDay<T>(
  days: readonly number[],
  part: (day: number) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(days.map((day) => [`d${day}`, part(day)]));
}
