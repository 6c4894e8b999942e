import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { Service } from '../service.ts';
import type { Reading } from './fields.ts';
import { fromHsds, type Source } from './map-service.ts';
import { type FileProblem, LONGEST_SOURCE, type Problem } from './problems.ts';
import type { FoundService, ReadFile } from './read-json.ts';
import { type HsdsObject, isObject } from './shape.ts';

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

/** Characters of all entries together, with what we only keep: what one import may write. */
const LONGEST_IN_ALL = 40_000_000;

/** The entries of a file that has been read; all of them, or what is wrong with any. */
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
    size += JSON.stringify(service).length;
    const entry = entryOf({ ...found, service }, how);
    if (!entry.ok) problems.push(...entry.error);
    else if (entries.has(entry.value.service.id)) {
      problems.push({ file: found.file, at: found.at, field: 'id', code: 'twice' });
    } else entries.set(entry.value.service.id, entry.value);
  }
  if (size > LONGEST_IN_ALL) return err({ kind: 'file', problem: 'too_large' });
  if (problems.length > 0) return err({ kind: 'rows', problems });
  return ok({ entries: [...entries.values()], leftOut });
}

function entryOf(found: FoundService, how: Reading): Result<Entry, readonly Problem[]> {
  const { service: source, file, at } = found;
  if (JSON.stringify(source).length > LONGEST_SOURCE) {
    return err([{ file, at, field: '', code: 'too_long' }]);
  }
  const read = fromHsds(source, how);
  if (!read.ok) return err(read.error.map((problem) => ({ file, at, ...problem })));
  return ok({ service: read.value, source: { language: how.language, service: source } });
}

/** Where an organization has many places, each of its services keeps its own alone. */
function withinSize(service: HsdsObject): HsdsObject {
  const { organization } = service;
  if (!isObject(organization) || JSON.stringify(service).length <= LONGEST_SOURCE) return service;
  const { locations: _places, programs: _programs, ...rest } = organization;
  return { ...service, organization: rest };
}
