import { LEAST_PEOPLE } from '../figure.ts';
import type { Contents } from './contents.ts';
import { DISCLOSURE_RULE, LEAST_ALIKE } from './find-levels.ts';

/** `disclosure.json`: what was made coarser, how alike people are then, and who is left out. */
export function disclosureReportOf(contents: Contents) {
  const { shape, merges, assigned, began, leftOut } = contents;
  return {
    rule: DISCLOSURE_RULE,
    tier: shape.tier,
    least_alike: LEAST_ALIKE,
    left_out_columns: shape.without,
    levels: shape.levels,
    before: merges.before,
    after: merges.after,
    assignments: {
      least_people: LEAST_PEOPLE,
      comparisons: shape.comparisons,
      before: assigned.merges?.before ?? null,
      after: assigned.merges?.after ?? null,
    },
    began,
    left_out_people: leftOut,
  };
}
