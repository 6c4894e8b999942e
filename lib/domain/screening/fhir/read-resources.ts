import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { Instrument } from '../instrument.ts';
import { findInObservation, findInResponse } from './findings.ts';
import { type Observation, observationSchema, type Response, responseSchema } from './schemas.ts';
import { type Finding, type ReadForm, type ReadRefusal, settle } from './settle.ts';
import { type Target, targetsByLink } from './targets.ts';

export interface ReadOptions {
  /** What the links of the answered form name; as its Questionnaire says where that was read. */
  readonly links?: ReadonlyMap<string, Target>;
  /** Chooses among published band sets. */
  readonly country?: string;
}

const RESOURCES = {
  QuestionnaireResponse: responseSchema,
  Observation: observationSchema,
} as const;
const WITHDRAWN = ['entered-in-error', 'cancelled'];

/**
 * One filled-in form out of a response, out of observations, or out of both. The total is always
 * computed from the answers; where one was declared and does not match, everything is refused.
 */
export function readResources(
  instrument: Instrument,
  resources: readonly unknown[],
  options: ReadOptions = {},
): Result<ReadForm, ReadRefusal> {
  const links = options.links ?? targetsByLink(instrument);
  const findings: Finding[] = [];
  const people = new Set<string>();
  for (const [place, resource] of resources.entries()) {
    const parsed = parse(resource, place);
    if (!parsed.ok) return parsed;
    if (parsed.value === null) continue;
    const found = findIn(instrument, parsed.value, links);
    if (!found.ok) return found;
    findings.push(...found.value);
    if (parsed.value.subject?.reference) people.add(parsed.value.subject.reference);
  }
  if (people.size > 1) return err({ kind: 'several-people' });
  return settle(instrument, findings, options.country);
}

function findIn(
  instrument: Instrument,
  resource: Response | Observation,
  links: ReadonlyMap<string, Target>,
): Result<readonly Finding[], ReadRefusal> {
  if (WITHDRAWN.includes(resource.status)) return err({ kind: 'withdrawn' });
  return resource.resourceType === 'Observation'
    ? findInObservation(instrument, resource)
    : findInResponse(instrument, resource, links);
}

function parse(
  resource: unknown,
  place: number,
): Result<Response | Observation | null, ReadRefusal> {
  const { resourceType } = (resource ?? {}) as { readonly resourceType?: unknown };
  // A bundle may hold other resources.
  if (resourceType !== 'Observation' && resourceType !== 'QuestionnaireResponse') return ok(null);
  const parsed = RESOURCES[resourceType].safeParse(resource);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const path = [place, ...(issue?.path ?? [])].join('.');
  return err({ kind: 'not-fhir', path, problem: issue?.message ?? '' });
}
