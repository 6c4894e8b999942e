// `npm run -s stats -- DATA.csv --spec SPEC.json`: the statistics of a table of pathways, as JSON on standard output
// and nothing else there. What is wrong goes to standard error, one line each, and the command ends with 1.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { answerOf } from '#lib/domain/evaluation/reference/answer.ts';
import { COLUMN_WORDS, readPathways } from '#lib/domain/evaluation/reference/pathways.ts';
import { STATISTICS_SPEC } from '#lib/domain/evaluation/reference/spec.ts';
import { readCsvTable } from '#lib/gateways/csv-table.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import about from '#package.json' with { type: 'json' };
import { helpWhereAsked } from './stages/help.ts';

const USAGE = 'npm run -s stats -- DATA.csv --spec SPEC.json';
const PARTS = Object.keys(STATISTICS_SPEC.shape).join(', ');

helpWhereAsked(`${USAGE}
The statistics of a table of pathways as JSON; null stands for what the data cannot tell.

DATA.csv has one row for each pathway, and these columns in any order; an empty cell is not known:
${Object.entries(COLUMN_WORDS)
  .map(([name, words]) => `  ${name.padEnd(14)}${words}`)
  .join('\n')}
Every figure of the gap is of those with intention 1; the window of day t is closed where fu_days is t or more.

SPEC.json says what is asked, for example { "days": [21, 45], "confidence": 0.9 }. Nothing in it is required; {} asks for
what is usual. Its parts: ${PARTS}.
  days          the days that curves and the gap are told at
  horizon       the day of what is told of one day alone (groups, arms); 30 where "days" has it, else its first.
                Where it is not 30 the answer says it
  control_arm   the arm that every other is compared with; "info" where there is one, else the first in the alphabet
  The others, with an example of each: tests/domain/evaluation/reference/spec.json`);

const { data, spec } = readArguments();
const pathways = pathwaysOf(data);
const wanted = specOf(spec);
const { cephes, highs } = about.dependencies;
const versions = { handrail: about.version, node: process.versions.node, cephes, highs };
const answer = answerOf(pathways, wanted, { withSolver: await loadSolver(), versions });
process.stdout.write(`${JSON.stringify(answer, null, 1)}\n`);

function readArguments(): { readonly data: string; readonly spec: string } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { spec: { type: 'string' } },
    });
    const [file] = positionals;
    if (file !== undefined && positionals.length === 1 && values.spec !== undefined) {
      return { data: file, spec: values.spec };
    }
  } catch {
    // An unknown option: said below.
  }
  return fail([`Use it so: ${USAGE} (--help tells the columns and the parts)`]);
}

function pathwaysOf(file: string) {
  const table = readCsvTable(textOf(file));
  if (!table.ok) return fail([`${file}: ${table.error}`]);
  const read = readPathways(table.value.header, table.value.lines);
  if (read.ok) return read.value;
  return fail([...read.error.map((problem) => `${file}, ${problem}`), 'Columns: see --help']);
}

function specOf(file: string) {
  const read = STATISTICS_SPEC.safeParse(jsonOf(file));
  return read.success ? read.data : fail(read.error.issues.map((issue) => tell(file, issue)));
}

function tell(file: string, { code, path, message }: z.core.$ZodIssue): string {
  const parts = code === 'unrecognized_keys' && path.length === 0 ? `; there are: ${PARTS}` : '';
  return `${[file, ...path].join(', ')}: ${message}${parts}`;
}

function jsonOf(file: string): unknown {
  const text = textOf(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail([`${file} is not JSON: ${error instanceof Error ? error.message : error}`]);
  }
}

/** Names are meant from where the command was given; npm itself changes to the folder of the project. */
function textOf(file: string): string {
  try {
    return readFileSync(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8');
  } catch (error) {
    return fail([`${file} cannot be read: ${error instanceof Error ? error.message : error}`]);
  }
}

function fail(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
}
