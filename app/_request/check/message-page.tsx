import { z } from 'zod';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { visitorPage } from '#app/_request/page.ts';
import { closedPage } from '#app/_request/show/closed-page.tsx';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { isLate, promiseText } from '#app/_request/show/promise-text.ts';
import { Messages } from '#components/place/messages.tsx';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { URGENCIES } from '#lib/domain/guidance/queue.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import { pausedUntil } from '#lib/usecases/paused-until.ts';
import { urgencyOf } from '#lib/usecases/urgency.ts';
import { describeSteps } from '#lib/usecases/visitor/next/describe-steps.ts';
import { askForGuidance, sharedBand } from '#lib/usecases/visitor/place/ask-for-guidance.ts';
import { type OwnThread, readGuidance } from '#lib/usecases/visitor/place/read-guidance.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';

const fields = z.object({
  text: z.string().default(''),
  share: z.literal('yes').optional(),
});

const ERRORS = { empty: 'mine.message.empty', too_long: 'mine.message.tooLong' } as const;

const NEWS = ['sent', 'erased'] as const;

/** What was written so far, and where the answers go; neither before the first message. */
function threadOf(thread: OwnThread | null, locale: Locale, now: Instant) {
  if (thread === null) return { thread: null, mail: null };
  const { messages, state, promisedAt, mail } = thread;
  const promise = state === 'open' ? promiseText(locale, promisedAt) : null;
  return { thread: { items: messages, promise, late: isLate(promisedAt, now) }, mail };
}

/** What waits for an answer may speak of danger, or what came back to be mended. */
function isUrgent(thread: OwnThread | null, typed = ''): boolean {
  return thread?.urgent === true || urgencyOf(typed) < URGENCIES.none;
}

/** The thread with the guides: written from the result, read again from "my place". */
export function messagePage(path: '/message' | '/mine/messages') {
  return visitorPage({
    without: '/return',
    async view(view) {
      const { frame, errors, values, context, session, opened } = view;
      if (session.recordKey === null) {
        return (await closedPage(view, 'guidance')) ?? { go: '/plan/keep' };
      }
      const ctx = { ...context, session };
      const [thread, facts, place] = await Promise.all([
        readGuidance(ctx, true),
        describeSteps(context),
        viewMyPlace(ctx),
      ]);
      if (!place) return { go: '/check/ended', session: null };
      // What was written and answered stays to be read.
      const closed = thread ?? (await closedPage(view, 'guidance'));
      if (closed !== null && 'page' in closed) return closed;
      const paused = await pausedUntil(context, 'guidance');
      const { promise } = facts;
      const next = promise && dateTimeText(frame.locale, promise.day, promise.minute);
      const page = (
        <Messages
          frame={frame}
          errors={errors}
          values={values}
          post={path}
          {...threadOf(thread, frame.locale, context.now)}
          news={NEWS.find((news) => opened.url.searchParams.has(news)) ?? null}
          helpFirst={isUrgent(thread, values['text'])}
          nextPromise={next}
          canWrite={place.open.has('guidance')}
          canMail={context.config.mail.server !== null}
          pausedUntil={promiseText(frame.locale, paused)}
          canShare={thread === null && sharedBand(place.row) !== null}
          {...helpLines(frame.country)}
        />
      );
      return { page };
    },
    fields,
    async act(ctx, { text, share }, { request }) {
      if (!withinLimits('message', request, 60, ctx.now)) return { status: 429 };
      const asked = await askForGuidance(ctx, { text, share: share === 'yes' });
      if (asked.ok) return { go: `${path}?sent` };
      if (asked.error === 'empty' || asked.error === 'too_long') {
        return { errors: [{ field: 'text', text: ERRORS[asked.error] }] };
      }
      if (asked.error === 'no_code') return { go: '/plan/keep' };
      return { errors: [{ field: 'text', text: `mine.message.${asked.error}` }] };
    },
  });
}
