import type { Instant } from '../basics/ids.ts';

/** How long a second factor answers for what asks for a recent one: signing, exporting, people's accounts. */
const FRESH_MS = 10 * 60_000;

export function isFresh(verifiedAt: Instant, now: Instant): boolean {
  return now - verifiedAt <= FRESH_MS;
}
