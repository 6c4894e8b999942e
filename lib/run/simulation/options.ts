import { parseArgs } from 'node:util';
import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { LARGEST } from '#lib/domain/simulation/draws.ts';
import {
  isScenario,
  SCENARIO_NAMES,
  SCENARIOS,
  type ScenarioName,
} from '#lib/domain/simulation/scenarios.ts';

export interface SimulateOptions {
  readonly pathways: number;
  readonly seed: number;
  /** Index of the first pathway. */
  readonly first: number;
  readonly scenario: ScenarioName;
  /** The last day of which anything is known; null: today. */
  readonly until: Day | null;
  /** Where the truth goes; null: beside the database. */
  readonly truth: string | null;
  /** Lines of JSON on standard output, and no database. */
  readonly print: boolean;
  /** Also where accounts or made-up people are in the database already. */
  readonly intoUsed: boolean;
}

export const USAGE = [
  'npm run simulate -- --pathways N --seed S [--scenario NAME]',
  'Fills an empty database with made-up people, and marks it: every page and every package of it then says so.',
  '  --until YYYY-MM-DD  the last day; today where it is left out',
  '  --first K           index of the first pathway: any slice is what the whole has at its place',
  '  --truth FILE        where what is true goes (CSV); beside the database where it is left out',
  '  --print             transitions as lines of JSON on standard output, and no database',
  '  --into-used         also where the database holds accounts or made-up people; never beside real ones',
  'Scenarios:',
  ...SCENARIO_NAMES.map((name) => `  ${name.padEnd(24)}${SCENARIOS[name].words}`),
].join('\n');

const OPTIONS = {
  pathways: { type: 'string' },
  seed: { type: 'string' },
  first: { type: 'string', default: '0' },
  scenario: { type: 'string', default: 'web' },
  until: { type: 'string' },
  truth: { type: 'string' },
  print: { type: 'boolean', default: false },
  'into-used': { type: 'boolean', default: false },
} as const;

/** @throws Error with one line that says what to write instead. */
export function readOptions(args: readonly string[]): SimulateOptions {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
  const { scenario, until, truth } = values;
  if (!isScenario(scenario)) {
    throw new Error(`There is no scenario "${scenario}": ${SCENARIO_NAMES.join(', ')}`);
  }
  const day = until === undefined ? null : dayFromIso(until);
  if (until !== undefined && day === null)
    throw new Error('--until takes a date such as 2026-11-23');
  return {
    pathways: whole('pathways', values.pathways),
    seed: whole('seed', values.seed),
    first: whole('first', values.first),
    scenario,
    until: day,
    truth: truth ?? null,
    print: values.print,
    intoUsed: values['into-used'],
  };
}

function whole(name: string, text: string | undefined): number {
  const number = /^\d{1,16}$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (!(number <= LARGEST)) throw new Error(`--${name} takes a whole number from 0`);
  return number;
}
