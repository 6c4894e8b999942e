import { z } from 'zod';
import type { ServiceFilter } from './find-services.ts';
import { COST_KINDS, MODES } from './service.ts';

const wish = z.string().min(1).max(60).optional().catch(undefined);

const filter = z.object({
  area: wish,
  mode: z.enum(MODES).optional().catch(undefined),
  costKind: z.enum(COST_KINDS).optional().catch(undefined),
  language: wish,
  whoFor: z.string().min(1).max(500).optional().catch(undefined),
});

/** The wishes that an address holds; what is none is ignored. */
export function readServiceFilter(query: Readonly<Record<string, string>>): ServiceFilter {
  return filter.parse(query);
}
