/** What others decided about a version, and `withdrawn`: whoever wrote it took it back. */
export const DECISIONS = ['approved', 'returned', 'withdrawn'] as const;
export type Decision = (typeof DECISIONS)[number];

export const VERSION_STATES = [
  'proposed',
  'returned',
  'withdrawn',
  'approved',
  'scheduled',
  'live',
  'retired',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** A version as far as its way to visitors goes. */
export interface Review {
  readonly hash: string;
  /** Everybody who had a hand in it; empty for one that came with the software. */
  readonly hands: readonly string[];
  readonly decisions: readonly Decision[];
  readonly published: boolean;
}

/** What is published: the version that acts now, and the last one that was published, perhaps for later. */
export interface Published {
  readonly live: string | null;
  readonly latest: string | null;
}

export function stateOf(review: Review, { live, latest }: Published): VersionState {
  if (review.hash === live) return 'live';
  if (review.hash === latest) return 'scheduled';
  if (review.published) return 'retired';
  return review.decisions.at(-1) ?? 'proposed';
}

/** Only somebody who had no hand in it decides, and only once. */
export function mayDecide(review: Review, state: VersionState, person: string) {
  if (review.hands.includes(person)) return 'own';
  return state === 'proposed' ? 'yes' : 'decided';
}

/** Whoever wrote it may take it back until it is published; an edit does so by itself. */
export function mayWithdraw(review: Review, state: VersionState, person: string): boolean {
  return review.hands.includes(person) && (state === 'proposed' || state === 'approved');
}

/**
 * Only an approved version is published, and only beside the version that it was compared with: another
 * one that was published meanwhile would be undone unread.
 */
export function mayPublish(state: VersionState, compared: string | null, { latest }: Published) {
  if (state !== 'approved') return 'not_approved';
  return compared === latest ? 'yes' : 'moved';
}
