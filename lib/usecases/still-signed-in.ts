import { can, type Permission } from '#lib/domain/access/permission.ts';
import { isOver } from '#lib/domain/access/session.ts';
import type { Instant, ServiceId } from '#lib/domain/basics/ids.ts';
import type { Database, Tx } from '#lib/store/client.ts';
import { findStaffSession, type StaffSession } from '#lib/store/staff/sessions.ts';
import { takeTurn } from '#lib/store/turns.ts';

/** Thrown at the end of a transaction: nothing of it stays. */
export class SignedOut extends Error {
  constructor() {
    super('The session ended, or the role was lost, while the request was under way.');
  }
}

/** The session if it still lets its owner in. */
export async function findOpenSession(
  tx: Tx,
  id: string,
  now: Instant,
): Promise<StaffSession | null> {
  const session = await findStaffSession(tx, id);
  return session === null || session.staff.disabled || isOver(session, now) ? null : session;
}

export interface Asked {
  readonly sessionId: string;
  /** null: any signed-in person. */
  readonly permission: Permission | null;
  /** Whose desk the person was at when the request came. */
  readonly service: ServiceId | null;
  readonly now: Instant;
}

/**
 * The database of one request of a signed-in person: each transaction asks again, as its last query, whether they
 * may. Whoever ends a session, disables a person or changes their roles holds the turn of the log while they do;
 * so what is read in that turn stays true until the commit.
 */
export function whileSignedIn(db: Database, asked: Asked): Database {
  const $transaction = <R>(work: (tx: Tx) => Promise<R>, options?: { readonly timeout?: number }) =>
    db.$transaction(async (tx) => {
      const done = await work(tx);
      await takeTurn(tx, 'audit');
      if (!(await mayStill(tx, asked))) throw new SignedOut();
      return done;
    }, options);
  return new Proxy(db, {
    get: (_, name) => (name === '$transaction' ? $transaction : db[name as keyof Database]),
  });
}

async function mayStill(tx: Tx, { sessionId, permission, service, now }: Asked): Promise<boolean> {
  const session = await findOpenSession(tx, sessionId, now);
  if (session === null || session.staff.service !== service) return false;
  return permission === null || can(session.staff.roles, permission);
}
