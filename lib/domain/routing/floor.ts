import type { Score } from '#lib/domain/screening/score.ts';
import type { Placement } from './placement.ts';
import { TIERS } from './tier.ts';

/** Kroenke, Spitzer, Williams 2001, DOI 10.1046/j.1525-1497.2001.016009606.x: severe from 20. */
export const SEVERE_FROM = 20;

/**
 * The crisis floor (decision D11): what no policy can take away, applied after it.
 * Thoughts of death or self-harm, or that question left open: support first, then face-to-face.
 * A severe total: always face-to-face. Needs a clinician's review before real use.
 */
export function applyFloor(placed: Placement, scores: readonly Floored[]): Placement {
  if (scores.some(isCrisis)) {
    return { ...raise(placed), reason: 'crisis_floor', supportFirst: true, crisisFloor: true };
  }
  if (scores.some(isSevere) && placed.tier !== 'face_to_face') {
    return { ...raise(placed), reason: 'severe_floor' };
  }
  return placed;
}

type Floored = Pick<Score, 'instrument' | 'item9' | 'crisis' | 'total'>;

/** An instrument that does not ask about self-harm (`item9` null) says nothing about it either way. */
function isCrisis({ crisis, item9 }: Floored): boolean {
  return crisis || (item9 !== null && item9 !== 0);
}

function isSevere({ instrument, total }: Floored): boolean {
  return instrument === 'phq-9' && (total ?? 0) >= SEVERE_FROM;
}

/** Face-to-face comes on top: what was open before stays open beside it. */
function raise(placed: Placement): Placement {
  const open = new Set([placed.tier, ...placed.alsoOpen]);
  const alsoOpen = TIERS.filter((tier) => tier !== 'face_to_face' && open.has(tier));
  return { ...placed, tier: 'face_to_face', alsoOpen };
}
