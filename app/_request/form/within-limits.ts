import { wired } from '#app/_request/wiring.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { withinLimit } from '#lib/gateways/limits.ts';

/** The limit of one act per network and 10 minutes, shared out over the web processes (ruling R11). */
export function withinLimits(kind: string, request: Request, most: number, now: Instant): boolean {
  const { webProcesses, limitFactor } = wired().config;
  const peer = request.headers.get('x-handrail-peer') ?? '';
  const here = Math.ceil((most * limitFactor) / Math.max(1, webProcesses));
  return withinLimit(kind, peer, here, now);
}
