import { LEAST_PEOPLE } from '../figure.ts';
import { ASSIGNMENTS } from './assignment-columns.ts';
import type { AccessTier, Column } from './column.ts';
import { hasRows } from './columns.ts';
import { type AlikeClass, type Found, findLevels } from './find-levels.ts';

export interface Comparisons {
  /** Codes of those that are in the file. */
  readonly comparisons: readonly string[];
  /** Null where none is. */
  readonly merges: Extract<Found, { kind: 'levels' }> | null;
}

/** The columns of `assignments` that are made alike inside each comparison, that one first. */
export const ALIKE_ASSIGNED: readonly Column[] = ASSIGNMENTS.filter(
  ({ name, disclosure }) => name === 'experiment' || disclosure === 'quasi',
);

/**
 * Which comparisons are in the file, and how coarse it has to be: each of at least as many people as a figure is
 * shown of, and so that nobody stands out in it by what can be known from elsewhere. The open tier has none.
 */
export function findComparisons(tier: AccessTier, classes: readonly AlikeClass[]): Comparisons {
  const codes = [...new Set(classes.map(codeOf))].sort();
  const fits = (code: string) => {
    const own = classes.filter((one) => codeOf(one) === code);
    const people = own.reduce((sum, one) => sum + one.people, 0);
    return people >= LEAST_PEOPLE && findLevels(tier, ALIKE_ASSIGNED, own).kind === 'levels';
  };
  const comparisons = hasRows('assignments', tier) ? codes.filter(fits) : [];
  if (comparisons.length === 0) return { comparisons, merges: null };
  const kept = classes.filter((one) => comparisons.includes(codeOf(one)));
  const found = findLevels(tier, ALIKE_ASSIGNED, kept);
  // Each fits by itself, and no class holds people of two.
  if (found.kind !== 'levels') throw new Error('Comparisons that fit one by one do not together');
  return { comparisons, merges: found };
}

const codeOf = ({ values }: AlikeClass) => values[0]?.[0] ?? '';
