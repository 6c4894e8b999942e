import { z } from 'zod';
import { supportFirst, unfinished } from '#app/_request/check/check-steps.ts';
import { visitorPage } from '#app/_request/page.ts';
import { closedPage } from '#app/_request/show/closed-page.tsx';
import { AnswerAgain } from '#components/place/again.tsx';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { LOOKS_BACK_DAYS } from '#lib/domain/screening/phq9.ts';
import { dateText } from '#lib/i18n/dates.ts';
import type { VisitorSession } from '#lib/usecases/context.ts';
import { pausedUntil } from '#lib/usecases/paused-until.ts';
import { emptyCheck } from '#lib/usecases/visitor/check/start-check.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';

export const dynamic = 'force-dynamic';

/** The questions once more, on the same pathway: what is saved in the end counts as a new occasion. */
export const { GET, POST } = visitorPage({
  without: '/return',
  async view({ frame, context, session }) {
    const place = await viewMyPlace({ ...context, session });
    if (!place) return { go: '/check/ended', session: null };
    const elsewhere = underWay(session, frame.locale);
    if (elsewhere !== null || place.answeredOn === null) return { go: elsewhere ?? '/mine' };
    const closed = await closedPage({ frame, context, session }, 'check');
    if (closed) return closed;
    const text = (day: number) => dateText(frame.locale, day as Day);
    const from = place.answeredOn + LOOKS_BACK_DAYS;
    const early = context.today < from ? text(from) : null;
    return { page: <AnswerAgain frame={frame} answered={text(place.answeredOn)} early={early} /> };
  },
  fields: z.object({}),
  async act(ctx, _fields, { locale }) {
    const { session } = ctx;
    const first = supportFirst(session);
    if (first) return first;
    const elsewhere = underWay(session, locale);
    if (elsewhere !== null) return { go: elsewhere };
    if ((await pausedUntil(ctx, 'check')) !== null) return { go: '/mine/again' };
    const place = await viewMyPlace(ctx);
    if (!place) return { go: '/check/ended', session: null };
    if (place.answeredOn === null) return { go: '/mine' };
    const again = { check: emptyCheck(place.topic), support: 'no', followUp: null } as const;
    return { go: '/check/care', session: { ...session, ...again } };
  },
});

/** Answers that were begun are gone on with, never thrown away. */
function underWay({ check }: VisitorSession, locale: Locale): string | null {
  return check && !check.done ? unfinished(check, locale) : null;
}
