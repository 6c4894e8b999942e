import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { holdReminders, WAITING } from '#lib/store/reminders.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { changeOwnRecord, readOwnRecord } from '#lib/usecases/own-record.ts';
import { dropReminders } from '#lib/usecases/reminders.ts';

/**
 * Ends the reminder of the person's own plan: the messages to come, their address, and what the record kept of them.
 * One transaction; once it is acknowledged nothing more goes out. `gone`: the pathway was erased.
 */
export async function cancelReminder(ctx: VisitorContext): Promise<Result<null, 'gone'>> {
  const { db, session, key, today } = ctx;
  return db.$transaction(async (tx) => {
    await holdReminders(tx, session.pathwayId);
    const { reminder } = await readOwnRecord(tx, session);
    if (reminder === null) return ok(null);
    const { channel, token } = reminder;
    const recorded = await recordSteps(tx, { id: session.pathwayId, key, today }, () => [
      {
        step: 'reminder.acted',
        origin: 'user',
        policyHash: null,
        payload: { channel, outcome: 'cancelled' },
      },
    ]);
    if (recorded.kind === 'gone') return err('gone');
    // Sent again, it does not end a reminder that was ordered since.
    if (recorded.kind === 'repeated') return ok(null);
    await dropReminders(tx, token);
    await changeOwnRecord(tx, session, { reminder: null }, null);
    return ok(null);
  }, WAITING);
}
