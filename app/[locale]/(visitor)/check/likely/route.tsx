import { z } from 'zod';
import { resultPage } from '#app/_request/page.ts';
import { Likely } from '#components/screening/likely.tsx';
import { stateIntention } from '#lib/usecases/visitor/check/state-intention.ts';

export const dynamic = 'force-dynamic';

/** Ruling R2: asked before the result, and may be left out. */
export const { GET, POST } = resultPage({
  view({ frame, errors, values }) {
    const page = (
      <Likely
        frame={frame}
        errors={errors}
        values={values}
        phase="before_result"
        post="/check/likely"
        skip="/next"
      />
    );
    return { page };
  },
  fields: z.object({
    strength: z
      .string()
      .regex(/^[1-7]?$/, 'check.likely.error')
      .default(''),
  }),
  async act(ctx, { strength }) {
    if (strength !== '') await stateIntention(ctx, 'before_result', Number(strength));
    return { go: '/next' };
  },
});
