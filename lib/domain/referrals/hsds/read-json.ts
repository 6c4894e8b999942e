import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { checkObject, unkeepable } from './check-object.ts';
import { type FileProblem, MOST_SERVICES, type Problem } from './problems.ts';
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

/**
 * The services of a JSON file: one service, one service at one place, one organization with its services,
 * a list of any of these, or a page of a list (HSDS 3.0 API, `contents`).
 */
export function readJson(file: string, json: unknown): Result<ReadFile, FileProblem> {
  const top = isObject(json) && Array.isArray(json['contents']) ? json['contents'] : json;
  const prefix = top === json ? '' : 'contents';
  const places: Place[] = Array.isArray(top)
    ? top.map((value, n) => ({ value, at: `${prefix}[${n}]` }))
    : [{ value: top, at: '' }];
  const found = places.flatMap(servicesAt);
  if (found.length > MOST_SERVICES) return err('too_many');
  if (!found.some(({ value }) => isService(value))) {
    const ours = found.every(({ value }) => isObject(value) && 'id' in value);
    return err(ours ? 'no_services' : 'not_hsds');
  }
  const problems = found.flatMap(({ value, at }) => problemsOf(file, value, at || 'service'));
  const services = found.flatMap(({ value, at }) =>
    isObject(value) ? [{ service: value, file, at: at || 'service' }] : [],
  );
  return ok({ services, problems, leftOut: 0 });
}

function problemsOf(file: string, value: unknown, at: string): readonly Problem[] {
  if (!isObject(value)) return [{ file, at, field: '', code: 'not_object' }];
  const code = unkeepable(value);
  if (code !== null) return [{ file, at, field: '', code }];
  return checkObject('service', value, { file, at });
}

/** Every service has a state, and neither organizations nor places have one. */
function isService(value: unknown): boolean {
  return isObject(value) && ('status' in value || 'service_at_locations' in value);
}

function servicesAt({ value, at }: Place): readonly Place[] {
  if (!isObject(value) || isService(value)) return [{ value, at }];
  const { service, services, ...rest } = value;
  const dot = at === '' ? '' : `${at}.`;
  if (isObject(service)) {
    const places = [...objectsIn(service, 'service_at_locations'), rest];
    return [{ value: { ...service, service_at_locations: places }, at: `${dot}service` }];
  }
  if (Array.isArray(services)) {
    return services.map((one: unknown, n) => ({
      value: isObject(one) ? { ...one, organization: one['organization'] ?? rest } : one,
      at: `${dot}services[${n}]`,
    }));
  }
  return [{ value, at }];
}
