import { z } from 'zod';
import { openPage } from '#app/_request/page.ts';
import { paths } from '#components/layout/paths.ts';
import { StopPage } from '#components/plan/stop-page.tsx';
import { isReminderToken } from '#lib/domain/plan/reminder.ts';
import { hasReminders, stopReminders } from '#lib/usecases/visitor/plan/stop-reminders.ts';

export const dynamic = 'force-dynamic';

/** Whoever has the address of an e-mail may end it: nobody signs in to be left alone. */
export const { GET, POST } = openPage({
  kind: 'personal',
  async view({ frame, opened, context, errors }) {
    const { token } = opened.params;
    if (!isReminderToken(token)) return { status: 404 };
    const waiting = await hasReminders(context, token);
    return { page: <StopPage frame={frame} errors={errors} token={token} waiting={waiting} /> };
  },
  fields: z.object({}),
  async act(ctx, _fields, opened) {
    const { token } = opened.params;
    if (!isReminderToken(token)) return { status: 404 };
    await stopReminders(ctx, token);
    return { go: paths.stop(token) };
  },
});
