import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { ResearchChoice } from '#components/screening/research-choice.tsx';
import { setResearchConsent } from '#lib/usecases/visitor/set-research-consent.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = visitorPage({
  view: ({ frame, errors, values }) => ({
    page: <ResearchChoice frame={frame} errors={errors} values={values} />,
  }),
  // Skipped counts as no.
  fields: z.object({ research: z.enum(['yes', 'no']).default('no') }),
  async act(ctx, { research }) {
    await setResearchConsent(ctx, research === 'yes');
    return { go: '/check/1' };
  },
});
