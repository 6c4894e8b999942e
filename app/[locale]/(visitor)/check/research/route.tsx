import { z } from 'zod';
import { checkPage } from '#app/_request/page.ts';
import { ResearchChoice } from '#components/screening/research-choice.tsx';
import type { VisitorSession } from '#lib/usecases/context.ts';
import { mayCompare } from '#lib/usecases/visitor/check/may-compare.ts';
import { setResearchConsent } from '#lib/usecases/visitor/check/set-research-consent.ts';

export const dynamic = 'force-dynamic';

/** Otherwise the choice is changed later, from "my place". */
const isUnderWay = ({ check }: VisitorSession) => check !== null && !check.done;

export const { GET, POST } = checkPage({
  async view({ frame, errors, values, session, context }) {
    const back = isUnderWay(session) ? '/check' : '/mine';
    const chance = await mayCompare(context);
    const props = { frame, errors, values, back, chance };
    return { page: <ResearchChoice {...props} /> };
  },
  // Skipped counts as no.
  fields: z.object({
    research: z.enum(['yes', 'no']).default('no'),
    // Which of both texts the page had.
    text: z.enum(['plain', 'chance']).default('plain'),
  }),
  async act(ctx, { research, text }) {
    await setResearchConsent(ctx, research === 'yes', text === 'chance');
    return { go: isUnderWay(ctx.session) ? '/check/care' : '/mine' };
  },
});
