import type { Tier } from './tier.ts';

/**
 * Where a tier leads while it is closed (decision D12): guidance and the group stand in for each
 * other, and face-to-face for both. Nothing stands in for face-to-face. `closed` says that the tier
 * returned is not open either: help lines, the whole directory and an alert to staff.
 */
export function standInFor(
  tier: Tier,
  open: ReadonlySet<Tier>,
): { readonly tier: Tier; readonly closed: boolean } {
  const found = CHOICES[tier].find((choice) => open.has(choice));
  return { tier: found ?? 'face_to_face', closed: found === undefined };
}

const CHOICES: Readonly<Record<Tier, readonly Tier[]>> = {
  guidance: ['guidance', 'community', 'face_to_face'],
  community: ['community', 'guidance', 'face_to_face'],
  face_to_face: ['face_to_face'],
};
