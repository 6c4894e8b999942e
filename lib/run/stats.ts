// `npm run -s stats -- DATA.csv --spec SPEC.json`: the statistics of a table of pathways, as JSON on standard output
// and nothing else there. What is wrong goes to standard error, one line each, and the command ends with 1.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { answerOf } from '#lib/domain/evaluation/reference/answer.ts';
import { readPathways } from '#lib/domain/evaluation/reference/pathways.ts';
import { STATISTICS_SPEC } from '#lib/domain/evaluation/reference/spec.ts';
import { readCsvTable } from '#lib/gateways/csv-table.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';

const USAGE = 'npm run -s stats -- DATA.csv --spec SPEC.json';

const { data, spec } = readArguments();
const pathways = pathwaysOf(data);
const wanted = specOf(spec);
const answer = answerOf(pathways, wanted, await loadSolver());
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
  return fail([`Use it so: ${USAGE}`]);
}

function pathwaysOf(file: string) {
  const table = readCsvTable(textOf(file));
  if (!table.ok) return fail([`${file}: ${table.error}`]);
  const read = readPathways(table.value.header, table.value.lines);
  return read.ok ? read.value : fail(read.error.map((problem) => `${file}, ${problem}`));
}

function specOf(file: string) {
  const read = STATISTICS_SPEC.safeParse(jsonOf(file));
  return read.success ? read.data : fail([`${file}:`, z.prettifyError(read.error)]);
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
