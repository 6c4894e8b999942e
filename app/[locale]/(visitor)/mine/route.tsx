import { visitorPage } from '#app/_request/page.ts';
import { planWords } from '#app/_request/plan/plan-words.ts';
import { hasKeptCode } from '#app/_request/show/kept-code.ts';
import { isLate, promiseText } from '#app/_request/show/promise-text.ts';
import { DESTINATIONS, stepCard } from '#app/_request/show/step-cards.ts';
import { type Again, MyPlace as MyPlacePage } from '#components/place/my-place.tsx';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { dateText } from '#lib/i18n/dates.ts';
import { describeSteps } from '#lib/usecases/visitor/next/describe-steps.ts';
import { readGuidance } from '#lib/usecases/visitor/place/read-guidance.ts';
import { type MyPlace, viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';

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

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session }) {
    const ctx = { ...context, session };
    const [place, facts, thread, planned] = await Promise.all([
      viewMyPlace(ctx),
      describeSteps(context),
      readGuidance(ctx, false),
      viewPlan(ctx),
    ]);
    if (!place) return { go: '/check/ended', session: null };
    const { row } = place;
    const { locale } = frame;
    const tier = place.decided?.tier ?? null;
    const words = planned && planWords(frame, planned);
    const page = (
      <MyPlacePage
        frame={frame}
        step={tier === null ? null : stepCard(locale, tier, facts)}
        destination={tier === null ? null : DESTINATIONS[tier]}
        {...(words === null
          ? { plan: null }
          : { plan: words.sentences, destination: words.destination })}
        decision={place.decided?.decision ?? null}
        completed={row.completedDay !== null}
        hasThread={thread !== null}
        hasAnswer={thread !== null && place.unread}
        waiting={waitingOf(thread, locale, context.now)}
        checkIn={planned?.checkInDue ?? false}
        again={againOf(place, context.today, (day) => dateText(locale, day))}
        hasCode={hasKeptCode(session)}
        inCheck={session.check !== null && !session.check.done}
      />
    );
    return { page };
  },
});
