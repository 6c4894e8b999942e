import { isFresh } from '#lib/domain/access/fresh.ts';
import type { StaffContext } from './context.ts';

/** Refuses an act whose post forgot to ask for a recent second factor (`fresh` in `staffPost`). */
export function requireFresh({ actor, now }: StaffContext): void {
  if (!isFresh(actor.verifiedAt, now)) throw new Error('This act needs a recent second factor.');
}
