import { z } from 'zod';
import { checkPage } from '#app/_request/page.ts';
import { ResearchChoice } from '#components/screening/research-choice.tsx';
import type { VisitorSession } from '#lib/usecases/context.ts';
import { setResearchConsent } from '#lib/usecases/visitor/check/set-research-consent.ts';

export const dynamic = 'force-dynamic';

/** Otherwise the choice is changed later, from "my place". */
const isUnderWay = ({ check }: VisitorSession) => check !== null && !check.done;

export const { GET, POST } = checkPage({
  view({ frame, errors, values, session }) {
    const back = isUnderWay(session) ? '/check' : '/mine';
    return { page: <ResearchChoice frame={frame} errors={errors} values={values} back={back} /> };
  },
  // Skipped counts as no.
  fields: z.object({ research: z.enum(['yes', 'no']).default('no') }),
  async act(ctx, { research }) {
    await setResearchConsent(ctx, research === 'yes');
    return { go: isUnderWay(ctx.session) ? '/check/care' : '/mine' };
  },
});
