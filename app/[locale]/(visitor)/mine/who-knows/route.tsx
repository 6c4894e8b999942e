import { visitorPage } from '#app/_request/page.ts';
import { paths } from '#components/layout/paths.ts';
import { WhoKnows } from '#components/place/who-knows.tsx';
import type { MailEnd, MailKind } from '#lib/domain/guidance/mail.ts';
import { viewMyData } from '#lib/usecases/visitor/place/view-my-data.ts';
import { hasReminders } from '#lib/usecases/visitor/plan/stop-reminders.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session }) {
    const ctx = { ...context, session };
    const [data, planned] = await Promise.all([viewMyData(ctx), viewPlan(ctx)]);
    if (!data || !planned) return { go: paths.ended, session: null };
    const { thread } = data;
    const reminder = data.ownRecord?.reminder ?? null;
    const isWaiting = reminder !== null && (await hasReminders(context, reminder.token));
    const page = (
      <WhoKnows
        frame={frame}
        hasCode={data.hasCode}
        contact={isWaiting ? reminder.channel : 'none'}
        answers={answersOf(thread?.mail ?? null)}
        guides={thread === null ? 'none' : thread.band === null ? 'has' : 'band'}
        service={planned.service?.name[frame.locale] ?? null}
        hasVisitCode={planned.visit !== null}
        research={data.row.researchConsent}
      />
    );
    return { page };
  },
});

/** Only while an address is kept. */
function answersOf(mail: MailKind | MailEnd | null): MailKind | null {
  return mail === 'there' || mail === 'answer' ? mail : null;
}
