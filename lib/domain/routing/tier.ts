/** Levels of care, lowest first. */
export const TIERS = ['guidance', 'community', 'face_to_face'] as const;
export type Tier = (typeof TIERS)[number];

/** Place in the order of care: a larger number is more care. */
export function tierRank(tier: Tier): number {
  return TIERS.indexOf(tier);
}
