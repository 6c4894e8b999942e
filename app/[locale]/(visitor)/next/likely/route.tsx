import { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import { Likely } from '#components/screening/likely.tsx';
import { stateIntention } from '#lib/usecases/visitor/check/state-intention.ts';

export const dynamic = 'force-dynamic';

/** Ruling R2: the same question again once a step was chosen. */
export const { GET, POST } = visitorPage({
  view: ({ frame, errors, values }) => ({
    page: (
      <Likely
        frame={frame}
        errors={errors}
        values={values}
        phase="after_step"
        post="/next/likely"
        skip="/plan/ready"
      />
    ),
  }),
  fields: z.object({
    strength: z
      .string()
      .regex(/^[1-7]?$/, 'check.likely.error')
      .default(''),
  }),
  async act(ctx, { strength }) {
    if (strength !== '') await stateIntention(ctx, 'after_step', Number(strength));
    return { go: '/plan/ready' };
  },
});
