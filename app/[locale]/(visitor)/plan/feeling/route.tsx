import { z } from 'zod';
import { goOn, planPage } from '#app/_request/plan/plan-pages.tsx';
import { FeelingPage } from '#components/plan/feeling-page.tsx';
import { FEELINGS, OUTCOMES } from '#lib/domain/plan/plan.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = planPage({
  page: 'feeling',
  draw: (props, { draft: { outcome, feeling = '' } }) => (
    <FeelingPage {...props} values={{ outcome: outcome ?? '', feeling, ...props.values }} />
  ),
  fields: z.object({
    outcome: z.enum(OUTCOMES).nullable().default(null),
    // Nobody has to name one.
    feeling: z.enum(FEELINGS).default('other'),
  }),
  act: (ctx, typed, { draft }) => goOn(ctx.session, 'feeling', { ...draft, ...typed }),
});
