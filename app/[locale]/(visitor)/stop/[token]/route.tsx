import { z } from 'zod';
import { orOnePress } from '#app/_request/form/one-press.ts';
import { openPage } from '#app/_request/page.ts';
import { paths } from '#components/layout/paths.ts';
import { StopPage } from '#components/plan/stop-page.tsx';
import { isReminderToken } from '#lib/domain/plan/reminder.ts';
import type { Context } from '#lib/usecases/context.ts';
import { hasMail, stopMail } from '#lib/usecases/visitor/place/stop-mail.ts';
import { hasReminders, stopReminders } from '#lib/usecases/visitor/plan/stop-reminders.ts';

export const dynamic = 'force-dynamic';

/** Whoever has the address of an e-mail may end it: nobody signs in to be left alone. */
const page = openPage({
  kind: 'personal',
  async view({ frame, opened, context, errors }) {
    const { token } = opened.params;
    if (!isReminderToken(token)) return { status: 404 };
    const waiting = await whatWaits(context, token);
    return { page: <StopPage frame={frame} errors={errors} token={token} waiting={waiting} /> };
  },
  fields: z.object({}),
  async act(ctx, _fields, opened) {
    const { token } = opened.params;
    if (!isReminderToken(token)) return { status: 404 };
    await stop(ctx, token);
    return { go: paths.stop(token) };
  },
});

export const { GET } = page;

export const POST = orOnePress(page.POST, async ({ context, params: { token } }) => {
  if (!isReminderToken(token)) return false;
  await stop(context, token);
  return true;
});

async function whatWaits(context: Context, token: string) {
  if (await hasReminders(context, token)) return 'reminders';
  return (await hasMail(context, token)) ? 'mail' : null;
}

/** A token is of one kind, and nothing in it tells which. */
async function stop(context: Context, token: string): Promise<void> {
  await stopReminders(context, token);
  await stopMail(context, token);
}
