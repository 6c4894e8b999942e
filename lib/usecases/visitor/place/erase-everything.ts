import { erasePathway } from '#lib/store/keeping.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { readOwnRecord } from '#lib/usecases/own-record.ts';
import { dropReminders } from '#lib/usecases/reminders.ts';

/**
 * Deletes everything of the person's pathway at once, messages to come included. A repeated post finds nothing left,
 * which is the same. A message whose token could not be read ends at the worker's next round: its pathway is gone.
 */
export async function eraseEverything(ctx: VisitorContext): Promise<void> {
  const { db, session } = ctx;
  await db.$transaction(async (tx) => {
    const { reminder } = await readOwnRecord(tx, session);
    await erasePathway(tx, session.pathwayId);
    if (reminder !== null) await dropReminders(tx, reminder.token);
  });
}
