import type { Instant } from '../basics/ids.ts';

/** Security goals of a staff session: idle 30 minutes, 8 hours in all (ASVS 5.0.0, V7.3). */
export const STAFF_IDLE_MS = 30 * 60_000;
export const STAFF_LONGEST_MS = 8 * 3_600_000;

export function isOver(
  session: {
    readonly createdAt: Instant;
    readonly lastSeenAt: Instant;
    readonly revoked: boolean;
  },
  now: Instant,
): boolean {
  const idle = now - session.lastSeenAt > STAFF_IDLE_MS;
  return session.revoked || idle || now - session.createdAt > STAFF_LONGEST_MS;
}
