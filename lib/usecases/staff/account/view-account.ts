import { isOver } from '#lib/domain/access/session.ts';
import type { LocalTime } from '#lib/domain/guidance/promise.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { countRecoveryCodes } from '#lib/store/staff/factors.ts';
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
}

/** A person's own account: where they are signed in, and the ways in that are left. */
export async function viewAccount(ctx: StaffContext, sessionId: string): Promise<Account> {
  const { timeZone } = ctx.config;
  const [all, codesLeft] = await Promise.all([
    listStaffSessions(ctx.db, ctx.actor.id),
    countRecoveryCodes(ctx.db, ctx.actor.id),
  ]);
  const sessions = all
    .filter((session) => !isOver(session, ctx.now))
    .map(({ id, createdAt, lastSeenAt }) => ({
      id,
      made: localTime(createdAt, timeZone),
      seen: localTime(lastSeenAt, timeZone),
      here: id === sessionId,
    }));
  return { sessions, codesLeft };
}
