import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { Service } from '../service.ts';
import type { Reading } from './fields.ts';
import { jsonLength, withinSize } from './json-length.ts';
import { fromHsds, type Source } from './map-service.ts';
import {
  type FileProblem,
  firstProblems,
  LONGEST_IN_ALL,
  LONGEST_SOURCE,
  MOST_PROBLEMS,
  type Problem,
} from './problems.ts';
import type { FoundService, ReadFile } from './read-json.ts';

export interface Entry {
  readonly service: Service;
  readonly source: Source;
}

export type EntriesRefused =
  | { readonly kind: 'file'; readonly problem: FileProblem }
  | { readonly kind: 'rows'; readonly problems: readonly Problem[] };

export interface Entries {
  readonly entries: readonly Entry[];
  /** Rows, and parts of an organization that its services do not need, which are not kept. */
  readonly leftOut: number;
}

/**
 * The entries of a file that has been read; all of them, or the first that is wrong with any. It ends at the entry
 * with which all of them are too long, and where there is more to mend than is told.
 */
export function readEntries(file: ReadFile, how: Reading): Result<Entries, EntriesRefused> {
  if (file.problems.length > 0) return err({ kind: 'rows', problems: file.problems });
  const problems: Problem[] = [];
  const entries = new Map<string, Entry>();
  let leftOut = file.leftOut;
  let size = 0;
  for (const found of file.services) {
    const whole = found.service;
    const service = withinSize(whole);
    if (service !== whole) leftOut += 1;
    const length = jsonLength(service, LONGEST_SOURCE);
    size += Math.min(length, LONGEST_SOURCE);
    if (size > LONGEST_IN_ALL) return err({ kind: 'file', problem: 'too_large' });
    const entry = entryOf({ ...found, service }, { how, length });
    problems.push(...(entry.ok ? keep(entries, entry.value, found) : entry.error));
    if (problems.length > MOST_PROBLEMS) break;
  }
  if (problems.length > 0) return err({ kind: 'rows', problems: firstProblems(problems) });
  return ok({ entries: [...entries.values()], leftOut });
}

function keep(
  entries: Map<string, Entry>,
  entry: Entry,
  { file, at }: FoundService,
): readonly Problem[] {
  const { id } = entry.service;
  if (entries.has(id)) return [{ file, at, field: 'id', code: 'twice' }];
  entries.set(id, entry);
  return [];
}

function entryOf(
  found: FoundService,
  { how, length }: { readonly how: Reading; readonly length: number },
): Result<Entry, readonly Problem[]> {
  const { service: source, file, at } = found;
  if (length > LONGEST_SOURCE) {
    return err([{ file, at, field: '', code: 'too_long' }]);
  }
  const read = fromHsds(source, how);
  if (!read.ok) return err(read.error.map((problem) => ({ file, at, ...problem })));
  return ok({ service: read.value, source: { language: how.language, service: source } });
}
