// The rows of a package through the command for statistics, and through R.
import { execFileSync } from 'node:child_process';
import { WINDOWS } from '#lib/domain/evaluation/cubes.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { aalenJohansenPart } from '#lib/domain/evaluation/reference/curves-part.ts';
import { gapPart, quadrantsPart } from '#lib/domain/evaluation/reference/funnel-part.ts';
import {
  COLUMNS,
  type PathwayColumn,
  readPathways,
} from '#lib/domain/evaluation/reference/pathways.ts';
import { numberOf, type Person, textOf } from './read-package.ts';
import { followedBy } from './recount.ts';

const ASKED = { days: WINDOWS, confidence: 0.95, horizon: 30 };

const say = (value: number | boolean | null) => (value === null ? '' : String(Number(value)));
const STATUS: Readonly<Record<string, string>> = { censored: '0', attended: '1', stepped_out: '2' };

/** A person as a line of the table that `npm run stats` reads; what no package tells is not known. */
function cellsOf(person: Person, pid: number): Partial<Record<PathwayColumn, string>> {
  const { row } = person;
  const day = (name: string) => numberOf(row, name) !== null;
  const strength = numberOf(row, 'intention_before');
  const status = textOf(row, 'status');
  return {
    pid: say(pid),
    completed: say(day('completed_day')),
    viewed: say(day('viewed_day')),
    accepted: say(day('chose_day')),
    answered: say(strength !== null),
    strength: say(strength),
    intention: say(strength === null ? null : strength >= 5),
    fu_days: status === null ? '' : say(Math.max(0, followedBy(person))),
    time: say(numberOf(row, 'time')),
    status: status === null ? '' : (STATUS[status] ?? ''),
    booked: say(day('booked_day')),
  };
}

/** What `npm run -s stats` says of them, under the names that the script for R prints. */
export function statisticsOf(people: readonly Person[]): ReadonlyMap<string, number> {
  const lines = people.map((person, pid) => {
    const known = cellsOf(person, pid);
    const cells = Object.fromEntries(COLUMNS.map((name) => [name, known[name] ?? '']));
    return { line: pid + 2, cells };
  });
  const read = readPathways(COLUMNS, lines);
  if (!read.ok) throw new Error(read.error.join('\n'));
  const { attended } = aalenJohansenPart(read.value, ASKED).overall;
  const { d30, ...quadrants } = quadrantsPart(read.value, ASKED);
  if (!d30) throw new Error(Object.keys(quadrants).join());
  const { n: _n, phi: _phi, share_of_gap_from_inclined_abstainers: _share, ...four } = d30;
  return new Map([
    ...numbersOf('gap', gapPart(read.value, ASKED).overall),
    ...numbersOf('quadrants', four),
    ...numbersOf('curve', attended.at),
    ...numbersOf('curve', attended.ci['log-log'] ?? {}),
  ]);
}

function numbersOf(part: string, of: Readonly<Record<string, object>>): [string, number][] {
  return Object.entries(of).flatMap(([name, numbers]) =>
    Object.entries(numbers).map(([key, value]): [string, number] => [
      `${part}.${name}.${key}`,
      value,
    ]),
  );
}

/** Every number that R prints of a package, by its name. */
export function byR(folder: string): ReadonlyMap<string, number> {
  const script = 'tests/support/year/statistics.R';
  const text = execFileSync('Rscript', [script, folder], { encoding: 'utf8' });
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line) => line.trim().split(','))
      .map(([name = '', value]) => [name, Number(value)]),
  );
}

type Line = NonNullable<Figure['lines']>[number];

/** Numbers of a page under the names that the script for R prints. */
export function printed({ stage, count, outOf, interval }: Line): readonly [string, number][] {
  if (!stage.startsWith('attended_') || count.kind !== 'shown' || outOf.kind !== 'shown') return [];
  const all = { x: count.value, n: outOf.value, ...interval };
  return Object.entries(all).map(([key, n]) => [
    `${stage.replace('attended_', 'page.d')}.${key}`,
    n,
  ]);
}
