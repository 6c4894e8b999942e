import { z } from 'zod';
import { chooseAndGo } from '#app/_request/check/choose-and-go.ts';
import { resultPage } from '#app/_request/page.ts';
import { stepOptions } from '#app/_request/show/step-cards.ts';
import { OtherSteps } from '#components/pathway/other-steps.tsx';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { describeSteps } from '#lib/usecases/visitor/next/describe-steps.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = resultPage({
  async view({ frame, errors, context, session }) {
    const ctx = { ...context, session };
    const [next, facts] = await Promise.all([viewNextStep(ctx), describeSteps(context)]);
    if (!next) return { go: '/check' };
    const options = stepOptions(frame.locale, facts, next.open, next.tier);
    return { page: <OtherSteps frame={frame} errors={errors} options={options} /> };
  },
  fields: z.object({ step: z.enum(TIERS, 'result.other.error') }),
  act: (ctx, { step }, { request }) => chooseAndGo(ctx, step, request),
});
