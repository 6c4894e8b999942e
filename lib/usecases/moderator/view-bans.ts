import type { Instant } from '#lib/domain/basics/ids.ts';
import type { BanReason } from '#lib/domain/community/codes.ts';
import { listBans } from '#lib/store/group/members.ts';
import { listNames } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { mayLift } from '#lib/usecases/group-bans.ts';

export interface BanRow {
  readonly id: string;
  readonly reason: BanReason;
  readonly by: string;
  readonly at: Instant;
  /** An administrator, or another moderator than who ended it. */
  readonly mayLift: boolean;
}

/** Whose posting was ended by whom and why: whose it is stands nowhere. */
export async function viewBans(ctx: StaffContext<'group:bans'>): Promise<readonly BanRow[]> {
  const [bans, names] = await Promise.all([listBans(ctx.db), listNames(ctx.db)]);
  return bans.map(({ id, reason, bannedBy, bannedAt }) => ({
    ...{ id, reason, by: names.get(bannedBy) ?? '', at: bannedAt },
    mayLift: mayLift(ctx.actor, bannedBy),
  }));
}
