import { withinLimit } from '#lib/gateways/limits.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { wired } from './wiring.ts';

/** The limit of one act per network and 10 minutes, shared out over the web processes (ruling R11). */
export function withinLimits(kind: string, request: Request, most: number, now: Instant): boolean {
  const processes = Math.max(1, wired().config.webProcesses);
  const peer = request.headers.get('x-handrail-peer') ?? '';
  return withinLimit(kind, peer, Math.max(1, Math.ceil(most / processes)), now);
}
