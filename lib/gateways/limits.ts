import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * Counts in memory only: keys are HMACs of an address prefix under a key that lives 10 minutes, so
 * nothing here could name a visitor, and nothing reaches the database or the log.
 */
const WINDOW_MS = 600_000;

interface Window {
  key: Buffer;
  started: number;
  readonly counts: Map<string, number>;
}

let current: Window = { key: randomBytes(32), started: 0, counts: new Map() };

/** Whether one more act of this kind is within `most` per 10 minutes for this peer's network. */
export function withinLimit(kind: string, peer: string, most: number, now: number): boolean {
  if (now - current.started > WINDOW_MS) {
    current = { key: randomBytes(32), started: now, counts: new Map() };
  }
  const name = createHmac('sha256', current.key)
    .update(`${kind}|${networkOf(peer)}`)
    .digest('base64');
  const count = (current.counts.get(name) ?? 0) + 1;
  current.counts.set(name, count);
  return count <= most;
}

/** A browser keeps to one process, and one person may need as many tries as this. */
const FEWEST = 10;

/**
 * What of a limit falls to this web process (ruling R11). With many processes the whole is more than
 * `most`, at most ten times their number: still nothing against a code of 14 random digits.
 */
export function shareOf(
  most: number,
  { webProcesses, limitFactor }: { readonly webProcesses: number; readonly limitFactor: number },
): number {
  const all = most * limitFactor;
  return Math.max(Math.min(all, FEWEST), Math.ceil(all / Math.max(1, webProcesses)));
}

/** /24 of IPv4 and /64 of IPv6: one household or office, not one device (lesson of CVE-2026-45364). */
export function networkOf(peer: string): string {
  const address = peer.startsWith('::ffff:') ? peer.slice(7) : peer;
  if (!isIPv6(address)) return address.split('.').slice(0, 3).join('.');
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
