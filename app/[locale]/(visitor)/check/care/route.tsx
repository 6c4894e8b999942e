import { z } from 'zod';
import { unfinished } from '#app/_request/check/check-steps.ts';
import { checkPage } from '#app/_request/page.ts';
import { OtherCare } from '#components/screening/other-care.tsx';
import { CARE, SIGNS } from '#lib/domain/routing/facts.ts';

export const dynamic = 'force-dynamic';

/** Whom these steps were not made for, asked before the questions: nobody has to say, and all may go on. */
export const { GET, POST } = checkPage({
  view({ frame, errors, values, session }) {
    const { check } = session;
    if (!check || check.done) return { go: check ? '/next' : '/mine' };
    const given = { care: check.care ?? '', signs: check.signs ?? '' };
    return { page: <OtherCare frame={frame} errors={errors} values={{ ...given, ...values }} /> };
  },
  // Left empty is the same as "I would rather not say".
  fields: z.object({
    care: z.enum(CARE).default('declined'),
    signs: z.enum(SIGNS).default('declined'),
  }),
  async act({ session }, { care, signs }, { locale }) {
    if (!session.check || session.check.done) return { go: session.check ? '/next' : '/mine' };
    const check = { ...session.check, care, signs };
    return { go: unfinished(check, locale), session: { ...session, check } };
  },
});
