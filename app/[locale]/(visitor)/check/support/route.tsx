import { z } from 'zod';
import { askedIn, asksSafety, safetyPath } from '#app/_request/check/asked.ts';
import { firstOpen, needsSupport, unfinished } from '#app/_request/check/check-steps.ts';
import { finishCheck } from '#app/_request/check/finish-check.ts';
import { followUpWording } from '#app/_request/check/follow-up.ts';
import { checkPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { Support } from '#components/screening/support.tsx';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Context, VisitorSession } from '#lib/usecases/context.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';

export const dynamic = 'force-dynamic';

/** Ruling D11: shown before any result where question 9 was above "Not at all", or left out. */
export const { GET, POST } = checkPage({
  async view({ frame, context, session }) {
    const recorded = await recordedNine(context, session);
    const elsewhere = notHere(session, recorded, frame.locale);
    if (elsewhere !== null) return { go: elsewhere };
    const page = (
      <Support
        frame={frame}
        told={toldOf(session, recorded, frame.locale)}
        {...helpLines(frame.country)}
        canAskMore={followUpWording(session, frame.locale) !== null}
        go={afterwards(session, frame.locale)}
        back={session.check ? safetyPath(session.check, frame.locale) : '/mine'}
      />
    );
    return { page, session: { ...session, support: 'shown' } };
  },
  fields: z.object({}),
  /** Going on after the last question is what saves the answers. */
  async act(ctx, _fields, { locale }) {
    const { session } = ctx;
    const { check } = session;
    const next = afterwards(session, locale);
    return check && next === null
      ? finishCheck(ctx, { ...session, check })
      : { go: next ?? '/next' };
  },
});

/** Where a session belongs that has no reason to be here; null where it has one. */
function notHere(
  { check, support }: VisitorSession,
  recorded: Nine,
  locale: Locale,
): string | null {
  if (!check) return support === 'no' ? '/help' : null;
  // Seen before its question is answered, it must not count as shown.
  if (!check.done && check.items[8] === null) return safetyPath(check, locale);
  if (needsSupport(check)) return null;
  if (!check.done) return safetyPath(check, locale);
  return needsIt(recorded) ? null : '/next';
}

type Nine = PathwayRow['item9'];
const needsIt = (recorded: Nine) => recorded !== null && recorded !== 0;

/** What was answered, or the number of the question that was left out; null where it is not known here. */
function toldOf({ check }: VisitorSession, recorded: Nine, locale: Locale) {
  const here = check && needsSupport(check);
  if (typeof (here ? check.items[8] : recorded) === 'number') return 'answered';
  return here ? (askedIn(check, locale).find(asksSafety)?.n ?? null) : null;
}

/**
 * What was recorded of question 9, for who came back by code and has no answers here, and for who sent
 * others from another tab. Nobody else waits for the database on this page.
 */
async function recordedNine(context: Context, session: VisitorSession): Promise<Nine> {
  const { check } = session;
  if (check && (needsSupport(check) || !check.done)) return null;
  return (await viewMyPlace({ ...context, session }))?.row.item9 ?? null;
}

/** Where this page leads; null where all is answered and not saved yet, which takes a post. */
function afterwards({ check }: VisitorSession, locale: Locale): string | null {
  if (!check) return '/next';
  if (check.done) return '/check/likely';
  return firstOpen(check, locale) === null ? null : unfinished(check, locale);
}
