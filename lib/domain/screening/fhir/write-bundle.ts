import type { Answers } from '../answers.ts';
import type { Publication } from './publication.ts';
import { writeObservations } from './write-observations.ts';
import { writeResponse } from './write-response.ts';

/** One filled-in form, in full or as far as it was asked. */
export interface Filled {
  readonly published: Publication;
  readonly answers: Answers;
}

/**
 * Filled-in forms as one R4 Bundle to hand over: each response with its observations, and no subject, since
 * nobody here is known. `date` is an ISO date.
 */
export function writeBundle(filled: readonly Filled[], date: string) {
  const entry = filled.flatMap(({ published, answers }) => {
    const occasion = { id: `${published.instrument.id}-${date}`, date };
    const resources = [
      writeResponse(published, answers, occasion),
      ...writeObservations(published, answers, occasion),
    ];
    return resources.map((resource) => ({
      fullUrl: `${published.base}/${resource.resourceType}/${resource.id}`,
      resource,
    }));
  });
  return { resourceType: 'Bundle', type: 'collection', entry } as const;
}
