import type { Tier } from '#lib/domain/routing/tier.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { readWeeklyRoom, writeWeeklyRoom } from '#lib/store/policy/weekly-room.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Keeps how many new people a week the steps can take; null where nobody knows. */
export async function setWeeklyRoom(
  ctx: StaffContext<'policy:draft'>,
  figures: ReadonlyMap<Tier, number | null>,
): Promise<void> {
  const { id } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    const known = await readWeeklyRoom(tx);
    const changed = [...figures].filter(([tier, people]) => (known.get(tier) ?? null) !== people);
    if (changed.length === 0) return;
    await writeWeeklyRoom(tx, new Map(changed), { by: id, at: ctx.now });
    const detail = Object.fromEntries(changed);
    const entry = { action: 'policy.room_set', subject: null, detail } as const;
    await appendAudit(tx, { actor: `staff:${id}`, ...entry });
  });
}
