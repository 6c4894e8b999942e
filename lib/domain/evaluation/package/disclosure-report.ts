import { LEAST_PEOPLE } from '../figure.ts';
import type { Contents } from './contents.ts';
import { DISCLOSURE_RULE, LEAST_ALIKE } from './find-levels.ts';

/** `disclosure.json`: what was made coarser, and how alike people are then. */
export function disclosureReportOf(contents: Contents) {
  const { shape, merges, assigned } = contents;
  return {
    rule: DISCLOSURE_RULE,
    tier: shape.tier,
    least_alike: LEAST_ALIKE[shape.tier],
    left_out_columns: shape.without,
    levels: shape.levels,
    after: merges.after,
    assignments: {
      least_people: LEAST_PEOPLE,
      comparisons: shape.comparisons,
      after: assigned.merges?.after ?? null,
    },
  };
}
