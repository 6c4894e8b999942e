import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { waitingReminder } from '#app/_request/plan/waiting-reminder.ts';
import { paths } from '#components/layout/paths.ts';
import { MyReminder } from '#components/plan/my-reminder.tsx';
import { cancelReminder } from '#lib/usecases/visitor/plan/cancel-reminder.ts';
import { viewOwnRecord } from '#lib/usecases/visitor/plan/view-own-record.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session, errors }) {
    const record = await viewOwnRecord({ ...context, session });
    const waiting = await waitingReminder(frame, context, record);
    return { page: <MyReminder frame={frame} errors={errors} waiting={waiting} /> };
  },
  fields: z.object({}),
  async act(ctx) {
    const cancelled = await cancelReminder(ctx);
    return cancelled.ok ? { go: paths.planReminder } : { go: paths.ended, session: null };
  },
});
