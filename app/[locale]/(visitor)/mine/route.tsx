import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { localNow } from '#app/_request/plan/local-now.ts';
import { planWords } from '#app/_request/plan/plan-words.ts';
import { hasKeptCode } from '#app/_request/show/kept-code.ts';
import { isLate, promiseText } from '#app/_request/show/promise-text.ts';
import { DESTINATIONS, stepCard } from '#app/_request/show/step-cards.ts';
import type { Frame } from '#components/layout/frame.ts';
import { paths } from '#components/layout/paths.ts';
import { type Again, MyPlace as MyPlacePage } from '#components/place/my-place.tsx';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { LocalNow } from '#lib/domain/plan/plan-time.ts';
import { dateText } from '#lib/i18n/dates.ts';
import { describeSteps, type StepFacts } from '#lib/usecases/visitor/next/describe-steps.ts';
import { readGuidance } from '#lib/usecases/visitor/place/read-guidance.ts';
import { showPersonCard } from '#lib/usecases/visitor/place/show-person-card.ts';
import { takePersonCard } from '#lib/usecases/visitor/place/take-person-card.ts';
import { type MyPlace, viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';
import { type ViewedWaiting, viewWaiting } from '#lib/usecases/visitor/place/view-waiting.ts';
import { type PlanView, viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';
import { hasReports } from '#lib/usecases/visitor/report/has-reports.ts';

export const dynamic = 'force-dynamic';

/** When to answer again: on the day that was asked for, else from the day that the policy suggests. */
function againOf(place: MyPlace, today: Day, text: (day: Day) => string): Again {
  const { askOn, recheckOn, decided } = place;
  if (askOn !== null && askOn <= today) return { due: true, date: null };
  const wished = decided?.decision !== 'declined' || askOn !== null;
  const from = askOn ?? (wished ? recheckOn : null);
  return { due: false, date: from === null ? null : text(from) };
}

type Thread = Awaited<ReturnType<typeof readGuidance>>;

/** An answer of a guide that is owed, and whether it is late. */
function waitingOf(thread: Thread, locale: Locale, now: Instant) {
  if (thread?.state !== 'open') return null;
  const promise = promiseText(locale, thread.promisedAt);
  return promise === null ? null : { promise, late: isLate(thread.promisedAt, now) };
}

/** An older thread that was deleted may have had one, which nobody can read any more. */
function hasAnswer(thread: Thread): boolean {
  return thread?.messages.some(({ from }) => from === 'staff') ?? false;
}

/** The chosen step, and the way there: as planned where there is a plan. */
function stepOf(frame: Frame, place: MyPlace, facts: StepFacts, planned: PlanView | null) {
  const tier = place.decided?.tier ?? null;
  if (tier === null) return { step: null, destination: null, plan: null, go: '' };
  const step = stepCard(frame.locale, tier, facts);
  const words = planned && planWords(frame, planned);
  if (words) {
    const { sentences, destination, go } = words;
    return { step, destination, go, plan: sentences };
  }
  const go = frame.t(`result.ready.go.${tier}`);
  return { step, destination: DESTINATIONS[tier], go, plan: null };
}

/** The moment of the plan for this step is over. */
function isOver(planned: PlanView | null, now: LocalNow): boolean {
  const plan = planned?.record.plan;
  if (!plan || plan.tier !== planned?.tier) return false;
  return plan.day < now.day || (plan.day === now.day && plan.minute <= now.minute);
}

function visitOf(waited: ViewedWaiting | null) {
  return waited?.waiting ? { due: waited.askDue, long: waited.long } : null;
}

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session }) {
    const ctx = { ...context, session };
    // First: it lets an answer go whose time has come, which the place then tells of.
    const thread = await readGuidance(ctx, false);
    const [place, facts, planned, waited, card, told] = await Promise.all([
      viewMyPlace(ctx),
      describeSteps(context),
      viewPlan(ctx),
      viewWaiting(ctx),
      showPersonCard(ctx),
      hasReports(ctx),
    ]);
    if (!place) return { go: '/check/ended', session: null };
    const { row } = place;
    const { locale } = frame;
    const page = (
      <MyPlacePage
        frame={frame}
        {...stepOf(frame, place, facts, planned)}
        planOver={isOver(planned, localNow(context))}
        decision={place.decided?.decision ?? null}
        completed={row.completedDay !== null}
        hasThread={thread !== null}
        hasAnswer={hasAnswer(thread) && place.unread}
        waiting={waitingOf(thread, locale, context.now)}
        checkIn={planned?.checkInDue ?? false}
        visit={visitOf(waited)}
        card={card && session.cardAway !== true}
        hasReports={told && session.recordKey !== null}
        hasPast={(row.occasion ?? 0) > 0}
        wasInGroup={row.groupDay !== null}
        again={againOf(place, context.today, (day) => dateText(locale, day))}
        hasCode={hasKeptCode(session)}
        inCheck={session.check !== null && !session.check.done}
      />
    );
    return { page };
  },
  fields: z.object({ card: z.enum(['go', 'away']) }),
  async act(ctx, { card }) {
    if (card === 'away') return { go: paths.mine, session: { ...ctx.session, cardAway: true } };
    const kept = await takePersonCard(ctx);
    return kept === 'gone' ? { go: paths.ended, session: null } : { go: paths.services };
  },
});
