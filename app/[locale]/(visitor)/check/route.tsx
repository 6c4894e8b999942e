import { z } from 'zod';
import { boundTo } from '#app/_request/base.ts';
import { newSession } from '#app/_request/cookie/session.ts';
import { newBrowserMark, newFormToken } from '#app/_request/form/form-token.ts';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { openPage } from '#app/_request/page.ts';
import { closedPage } from '#app/_request/show/closed-page.tsx';
import { BeforeYouStart } from '#components/screening/before-you-start.tsx';
import { TOPICS } from '#lib/domain/screening/topics.ts';
import { pausedUntil } from '#lib/usecases/paused-until.ts';
import { startCheck } from '#lib/usecases/visitor/check/start-check.ts';

export const dynamic = 'force-dynamic';

/** Of one network in 10 minutes; a whole school or hospital behind one address still gets through. */
const MOST_STARTS = 600;

/**
 * "Start in shared-device mode" leads here: the careful answer may be given beforehand, no other. So may
 * the topic, which the first page offers.
 */
function askedFor({ searchParams }: URL): Readonly<Record<string, string>> {
  const topic = TOPICS[Number(searchParams.get('set')) - 1];
  return {
    ...(searchParams.get('device') === 'shared' ? { device: 'shared' } : {}),
    ...(topic === undefined ? {} : { topic }),
  };
}

const fields = z
  .object({
    topic: z.enum(TOPICS, 'check.oddAnswer').default('mood'),
    device: z.enum(['private', 'shared'], 'check.start.deviceError'),
    age: z.enum(['adult', 'younger'], 'check.start.ageError'),
    self: z.literal('yes').optional(),
  })
  .refine(({ age, self }) => age === 'younger' || self === 'yes', {
    path: ['self'],
    error: 'check.start.selfError',
    // Told together with the rest, not once the rest is right.
    when: () => true,
  });

export const { GET, POST } = openPage({
  kind: 'journey',
  async view(view) {
    const closed = await closedPage(view, 'check');
    if (closed) return closed;
    const { frame, errors, values, context, opened } = view;
    const { session, browser } = opened;
    const made = browser ?? newBrowserMark();
    const formToken = newFormToken(context.secrets, boundTo({ session, browser: made }));
    const page = (
      <BeforeYouStart
        frame={{ ...frame, formToken }}
        errors={errors}
        values={{ ...askedFor(opened.url), ...values }}
        minimumAge={context.config.minimumAge}
      />
    );
    return { page, cookies: browser === null ? [{ name: 'b', value: made }] : [] };
  },
  fields,
  async act(ctx, { topic, device, age }, { request, session, browser, from }) {
    // The form names the pathway that it begins. One that was shown elsewhere is no way into it.
    if (session === null && browser === null) {
      return { errors: [{ field: '', text: 'shell.form.stale' }] };
    }
    if (age === 'younger') return { go: '/check/age' };
    if ((await pausedUntil(ctx, 'check')) !== null) return { go: '/check' };
    if (!withinLimits('start', request, MOST_STARTS, ctx.now)) return { status: 429 };
    const begun = await startCheck(ctx, topic, from);
    const go = '/check/research';
    return begun === null
      ? { go }
      : { go, session: newSession(ctx.now, { ...begun, shared: device === 'shared' }) };
  },
});
