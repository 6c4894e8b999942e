import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import type { Tx } from '../client.ts';

/** New people a week that a step can take; no entry where nobody has said. */
export type WeeklyRoom = ReadonlyMap<Tier, number>;

export async function readWeeklyRoom(tx: Tx): Promise<WeeklyRoom> {
  const rows = await tx.weeklyRoom.findMany({
    select: { tier: true, people: true },
  });
  const people = new Map(rows.map((row) => [row.tier, row.people]));
  return new Map(
    TIERS.flatMap((tier) => {
      const known = people.get(tier);
      return known === undefined ? [] : [[tier, known] as const];
    }),
  );
}

/** Puts these figures in the place of those that were there; null takes one away. */
export async function writeWeeklyRoom(
  tx: Tx,
  figures: ReadonlyMap<Tier, number | null>,
  { by, at }: { readonly by: StaffId; readonly at: Instant },
): Promise<void> {
  for (const [tier, people] of figures) {
    if (people === null) {
      await tx.weeklyRoom.deleteMany({ where: { tier } });
      continue;
    }
    const values = { people, changedBy: by, changedAt: new Date(at) };
    const create = { tier, ...values };
    await tx.weeklyRoom.upsert({
      where: { tier },
      create,
      update: values,
      select: { tier: true },
    });
  }
}
