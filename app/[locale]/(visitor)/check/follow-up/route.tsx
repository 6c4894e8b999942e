import { z } from 'zod';
import { readAnswer } from '#app/_request/check/check-steps.ts';
import { followUpWording } from '#app/_request/check/follow-up.ts';
import { checkPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { FollowUp } from '#components/screening/follow-up.tsx';
import { FollowUpDone } from '#components/screening/follow-up-done.tsx';
import { followUpOf } from '#lib/domain/screening/follow-up.ts';

export const dynamic = 'force-dynamic';

const answer = z.enum(['0', '1', 'declined']).optional();

/**
 * Five questions more for who said yes to question 9 and wishes to be asked (ASQ: Horowitz et al. 2012,
 * DOI 10.1001/archpediatrics.2012.1276). Nothing of it is stored and no step hangs on it: face-to-face is
 * offered already. It only says how soon to talk to somebody.
 */
export const { GET, POST } = checkPage({
  view({ frame, errors, values, session, opened }) {
    const wording = followUpWording(session, frame.locale);
    if (wording === null) return { go: '/check/support' };
    const { followUp } = session;
    // The form is shown again where there is something to mend, and from the link on its answer.
    if (followUp && errors.length === 0 && !opened.url.searchParams.has('again')) {
      const done = { frame, outcome: followUp, ...helpLines(frame.country) };
      return { page: <FollowUpDone {...done} /> };
    }
    return { page: <FollowUp frame={frame} errors={errors} values={values} {...wording} /> };
  },
  fields: z.object({ a1: answer, a2: answer, a3: answer, a4: answer, a5: answer }),
  async act({ session, locale }, { a1, a2, a3, a4, a5 }) {
    if (followUpWording(session, locale) === null) return { go: '/check/support' };
    // A question left open counts as one that was left out.
    const items = [a1, a2, a3, a4, a5].map((given) => readAnswer(given) ?? ('declined' as const));
    const followUp = followUpOf(items);
    return { go: '/check/follow-up', session: { ...session, followUp } };
  },
});
