import { visitorPage } from '#app/_request/page.ts';
import { promiseText } from '#app/_request/show/promise-text.ts';
import { DESTINATIONS, stepCard } from '#app/_request/show/step-cards.ts';
import { MyPlace } from '#components/place/my-place.tsx';
import { dateText } from '#lib/i18n/dates.ts';
import { describeSteps } from '#lib/usecases/visitor/next/describe-steps.ts';
import { readGuidance } from '#lib/usecases/visitor/place/read-guidance.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session }) {
    const ctx = { ...context, session };
    const [place, facts, thread] = await Promise.all([
      viewMyPlace(ctx),
      describeSteps(context),
      readGuidance(ctx, false),
    ]);
    if (!place) return { go: '/check/ended', session: null };
    const { row } = place;
    const { locale } = frame;
    const tier = place.decided?.tier ?? null;
    const promise = thread?.state === 'open' ? promiseText(locale, thread.promisedAt) : null;
    const page = (
      <MyPlace
        frame={frame}
        step={tier === null ? null : stepCard(locale, tier, facts)}
        destination={tier === null ? null : DESTINATIONS[tier]}
        decision={place.decided?.decision ?? null}
        completed={row.completedDay === null ? null : { band: row.band }}
        hasThread={thread !== null}
        hasAnswer={thread?.messages.at(-1)?.from === 'staff'}
        waiting={promise === null ? null : { promise }}
        askDate={place.askOn === null ? null : dateText(locale, place.askOn)}
        hasCode={session.recordKey !== null}
        inCheck={session.check !== null && !session.check.done}
      />
    );
    return { page };
  },
});
