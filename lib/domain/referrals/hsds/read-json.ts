import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { checkObject, unkeepable } from './check-object.ts';
import { jsonLength, withinSize } from './json-length.ts';
import {
  type FileProblem,
  firstProblems,
  LONGEST_IN_ALL,
  LONGEST_SOURCE,
  MOST_SERVICES,
  type Problem,
} from './problems.ts';
import { type HsdsObject, isObject, objectsIn } from './shape.ts';

/** A service of a file with everything that stands inside it, and where it stands. */
export interface FoundService {
  readonly service: HsdsObject;
  readonly file: string;
  readonly at: string;
}

export interface ReadFile {
  readonly services: readonly FoundService[];
  readonly problems: readonly Problem[];
  /** Rows that belong to no service: said, since they are not kept. */
  readonly leftOut: number;
}

interface Place {
  readonly value: unknown;
  readonly at: string;
}

interface Gathered {
  readonly found: readonly Place[];
  readonly leftOut: number;
}

/**
 * The services of a JSON file: one service, one service at one place, one organization with its services,
 * a list of any of these, or a page of a list (HSDS 3.0 API, `contents`).
 */
export function readJson(file: string, json: unknown): Result<ReadFile, FileProblem> {
  const top = isObject(json) && Array.isArray(json['contents']) ? json['contents'] : json;
  const prefix = top === json ? '' : 'contents';
  const gathered = gather(placesIn(top, prefix));
  if (!gathered.ok) return gathered;
  const { found, leftOut } = gathered.value;
  if (!found.some(({ value }) => isService(value))) {
    const ours = found.every(({ value }) => isObject(value) && 'id' in value);
    return err(ours ? 'no_services' : 'not_hsds');
  }
  const problems = firstProblems(wrongAmong(file, found));
  const services = found.flatMap(({ value, at }) =>
    isObject(value) ? [{ service: value, file, at: at || 'service' }] : [],
  );
  return ok({ services, problems, leftOut });
}

/** As much of each service as can be kept, until there are more of them than one import takes. */
function gather(places: Iterable<Place>): Result<Gathered, FileProblem> {
  const found: Place[] = [];
  let leftOut = 0;
  let size = 0;
  for (const { value: whole, at } of places) {
    if (found.length >= MOST_SERVICES) return err('too_many');
    const value = isObject(whole) ? withinSize(whole) : whole;
    if (value !== whole) leftOut += 1;
    size += Math.min(jsonLength(value, LONGEST_SOURCE), LONGEST_SOURCE);
    if (size > LONGEST_IN_ALL) return err('too_large');
    found.push({ value, at });
  }
  return ok({ found, leftOut });
}

function* placesIn(top: unknown, prefix: string): Generator<Place> {
  if (!Array.isArray(top)) return yield* servicesAt({ value: top, at: '' });
  for (const [n, value] of top.entries()) yield* servicesAt({ value, at: `${prefix}[${n}]` });
}

function* wrongAmong(file: string, found: readonly Place[]): Generator<Problem> {
  for (const { value, at } of found) yield* problemsOf(file, value, at || 'service');
}

function* problemsOf(file: string, value: unknown, at: string): Generator<Problem> {
  const whole = { file, at, field: '' } as const;
  if (!isObject(value)) return yield { ...whole, code: 'not_object' };
  // Before all else: what many services share would be looked through for each of them.
  if (jsonLength(value, LONGEST_SOURCE) > LONGEST_SOURCE)
    return yield { ...whole, code: 'too_long' };
  const code = unkeepable(value);
  if (code !== null) return yield { ...whole, code };
  yield* checkObject('service', value, { file, at });
}

/** Every service has a state, and neither organizations nor places have one. */
function isService(value: unknown): boolean {
  return isObject(value) && ('status' in value || 'service_at_locations' in value);
}

function* servicesAt({ value, at }: Place): Generator<Place> {
  if (!isObject(value) || isService(value)) return yield { value, at };
  const { service, services, ...rest } = value;
  const dot = at === '' ? '' : `${at}.`;
  if (isObject(service)) {
    const places = [...objectsIn(service, 'service_at_locations'), rest];
    return yield { value: { ...service, service_at_locations: places }, at: `${dot}service` };
  }
  if (Array.isArray(services)) {
    for (const [n, one] of services.entries()) {
      const whole = isObject(one) ? { ...one, organization: one['organization'] ?? rest } : one;
      yield { value: whole, at: `${dot}services[${n}]` };
    }
    return;
  }
  yield { value, at };
}
