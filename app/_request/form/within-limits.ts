import { wired } from '#app/_request/wiring.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { shareOf, withinLimit } from '#lib/gateways/limits.ts';

/** The limit of one act per network and 10 minutes, as far as this web process counts it. */
export function withinLimits(kind: string, request: Request, most: number, now: Instant): boolean {
  const peer = request.headers.get('x-handrail-peer') ?? '';
  return withinLimit(kind, peer, shareOf(most, wired().config), now);
}
