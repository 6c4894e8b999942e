import { isOver } from '#lib/domain/access/session.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { creationOptions } from '#lib/gateways/staff/passkey.ts';
import { countRecoveryCodes } from '#lib/store/staff/factors.ts';
import { listPasskeys } from '#lib/store/staff/passkeys.ts';
import { listStaffSessions } from '#lib/store/staff/sessions.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface Account {
  readonly sessions: readonly {
    readonly id: string;
    readonly made: LocalTime;
    readonly seen: LocalTime;
    /** The one that is looking. */
    readonly here: boolean;
  }[];
  /** Recovery codes that are left. */
  readonly codesLeft: number;
  readonly passkeys: readonly {
    readonly id: string;
    readonly made: LocalTime;
    readonly used: LocalTime | null;
  }[];
  /** What the browser needs to make another one. */
  readonly newPasskey: string;
}

/** A person's own account: where they are signed in, and the ways in that are left. */
export async function viewAccount(ctx: StaffContext, sessionId: string): Promise<Account> {
  const { timeZone } = ctx.config;
  const [all, codesLeft, keys] = await Promise.all([
    listStaffSessions(ctx.db, ctx.actor.id),
    countRecoveryCodes(ctx.db, ctx.actor.id),
    listPasskeys(ctx.db, ctx.actor.id),
  ]);
  const sessions = all
    .filter((session) => !isOver(session, ctx.now))
    .map(({ id, createdAt, lastSeenAt }) => ({
      id,
      made: localTime(createdAt, timeZone),
      seen: localTime(lastSeenAt, timeZone),
      here: id === sessionId,
    }));
  const passkeys = keys.map(({ id, createdAt, usedAt }) => ({
    id,
    made: localTime(createdAt, timeZone),
    used: usedAt && localTime(usedAt, timeZone),
  }));
  const { id, name } = ctx.actor;
  const ceremony = { purpose: 'register', bound: sessionId } as const;
  const person = { id, name, known: keys.map((key) => key.id) };
  const newPasskey = await creationOptions(ctx, ceremony, person);
  return { sessions, codesLeft, passkeys, newPasskey };
}
