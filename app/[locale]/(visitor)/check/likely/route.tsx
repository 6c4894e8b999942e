import { z } from 'zod';
import { beforeResult } from '#app/_request/check/check-steps.ts';
import { visitorPage } from '#app/_request/page.ts';
import { Likely } from '#components/screening/likely.tsx';
import { stateIntention } from '#lib/usecases/visitor/state-intention.ts';

export const dynamic = 'force-dynamic';

/** Ruling R2: asked before the result, and may be left out. */
export const { GET, POST } = visitorPage({
  view({ frame, errors, values, session }) {
    const early = beforeResult(session, frame.locale);
    if (early) return early;
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
  async act(ctx, { strength }, { locale }) {
    const early = beforeResult(ctx.session, locale);
    if (early) return early;
    if (strength !== '') await stateIntention(ctx, 'before_result', Number(strength));
    return { go: '/next' };
  },
});
