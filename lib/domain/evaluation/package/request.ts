import { z } from 'zod';
import { FORMS_OF_TOPICS } from '#lib/domain/screening/topics.ts';
import { ACCESS_TIERS } from './column.ts';
import { COLUMNS, canBeLeftOut } from './columns.ts';

/**
 * How a request goes: `withdrawn` by whoever asked, `lapsed` was not decided before its study ended, `approved` is being made, `refused` by the rule,
 * `failed` in making, `ended` with its files removed.
 */
export const REQUEST_STATES = [
  'asked',
  'withdrawn',
  'lapsed',
  'returned',
  'approved',
  'ready',
  'refused',
  'failed',
  'ended',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Why one could not be made: its key does not open, the disk is full, or what the log of the machine says. */
export const FAILURES = ['key', 'room', 'other'] as const;
export type Failure = (typeof FAILURES)[number];
/** How often making one is tried, once a minute. */
export const MOST_TRIES = 5;

/** A quarter as it stands in `entry`, such as 2026-Q4. */
export const QUARTER = /^20\d\d-Q[1-4]$/;
export const STUDY_NAME = /^[a-z0-9][a-z0-9-]{1,39}$/;
export const LONGEST_PURPOSE = 500;
/** Days for which a package can be got. */
export const KEPT_DAYS = 14;

const quarter = z.string().regex(QUARTER).nullable();

/** Which people a package holds; closed lists, and all of it in its manifest. */
export const filterSchema = z
  .strictObject({ from: quarter, to: quarter, instrument: z.enum(FORMS_OF_TOPICS).nullable() })
  .refine(({ from, to }) => from === null || to === null || from <= to, { path: ['order'] });
export type PackageFilter = z.infer<typeof filterSchema>;
export const EVERYBODY: PackageFilter = { from: null, to: null, instrument: null };

/**
 * Whoever is in any file of a package: rows of a comparison are of everybody who was assigned, whichever people were
 * asked for.
 */
export const heldBy = (filter: PackageFilter, hasAssignments: boolean): PackageFilter =>
  hasAssignments ? EVERYBODY : filter;

export const tierSchema = z.enum(ACCESS_TIERS);

/** Only names of columns that a tier has and can do without. */
export function leftOut(tier: z.infer<typeof tierSchema>, names: readonly string[]): string[] {
  const may = COLUMNS.filter((column) => canBeLeftOut(column, tier)).map(({ name }) => name);
  return may.filter((name) => names.includes(name));
}

/** How it was decided; null where nobody has yet. All that is approved goes on to another state. */
export function decisionOn(state: RequestState): 'approved' | 'returned' | null {
  if (state === 'asked' || state === 'withdrawn' || state === 'lapsed') return null;
  return state === 'returned' ? 'returned' : 'approved';
}

/** Nobody decides about their own request, and nobody about one that was decided, withdrawn or has lapsed. */
export function mayDecideOn(
  state: RequestState,
  askedBy: string | null,
  person: string,
): 'own' | 'yes' | 'decided' {
  if (askedBy === person) return 'own';
  return state === 'asked' ? 'yes' : 'decided';
}
