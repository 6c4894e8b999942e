import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { paths } from '#components/layout/paths.ts';
import { MyReminder } from '#components/plan/my-reminder.tsx';
import type { Day } from '#lib/domain/basics/ids.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import { cancelReminder } from '#lib/usecases/visitor/plan/cancel-reminder.ts';
import { nextReminder } from '#lib/usecases/visitor/plan/stop-reminders.ts';
import { viewOwnRecord } from '#lib/usecases/visitor/plan/view-own-record.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session, errors }) {
    const record = await viewOwnRecord({ ...context, session });
    const kept = record.reminder;
    const next = kept && (await nextReminder(context, kept.token));
    const at = next === null ? undefined : kept?.times[next];
    const waiting =
      kept && at
        ? { channel: kept.channel, when: dateTimeText(frame.locale, at.day as Day, at.minute) }
        : null;
    return { page: <MyReminder frame={frame} errors={errors} waiting={waiting} /> };
  },
  fields: z.object({}),
  async act(ctx) {
    const cancelled = await cancelReminder(ctx);
    return cancelled.ok ? { go: paths.planReminder } : { go: paths.ended, session: null };
  },
});
