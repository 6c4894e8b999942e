import { reportTag } from '#lib/gateways/report-keys.ts';
import { deleteVoices } from '#lib/store/group/posts.ts';
import { erasePathway } from '#lib/store/keeping.ts';
import { holdReminders, WAITING } from '#lib/store/reminders.ts';
import { forgetOwnCases } from '#lib/store/reports.ts';
import { findThreadOf } from '#lib/store/threads.ts';
import { takeTurn } from '#lib/store/turns.ts';
import { dropAddressOf } from '#lib/usecases/answer-mail.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { ownTags } from '#lib/usecases/own-posts.ts';
import { readOwnRecord } from '#lib/usecases/own-record.ts';
import { dropReminders } from '#lib/usecases/reminders.ts';

/**
 * Deletes everything of the person's pathway at once, messages to come, addresses and posts included. A repeated post finds
 * nothing left, which is the same. Of a record that cannot be opened no token is known: its messages go when the worker
 * sees that their pathway is gone, at the latest within a day.
 */
export async function eraseEverything(ctx: VisitorContext): Promise<void> {
  const { db, session } = ctx;
  const thread = await findThreadOf(db, session.pathwayId);
  await db.$transaction(async (tx) => {
    await holdReminders(tx, session.pathwayId);
    if (thread !== null) {
      await takeTurn(tx, `thread ${thread.id}`);
      await dropAddressOf(tx, ctx, thread.id);
    }
    const token = await readOwnRecord(tx, session).then(
      ({ reminder }) => reminder?.token,
      () => undefined,
    );
    await erasePathway(tx, session.pathwayId);
    await forgetOwnCases(tx, reportTag(ctx.secrets, session.pathwayId));
    // After the pathway, which whoever writes for the group holds: nothing comes behind it.
    await deleteVoices(tx, await ownTags(tx, ctx.secrets, session));
    if (token !== undefined) await dropReminders(tx, token);
  }, WAITING);
}
