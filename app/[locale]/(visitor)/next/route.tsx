import { z } from 'zod';
import { ofAnotherTab } from '#app/_request/check/check-steps.ts';
import { chooseAndGo } from '#app/_request/check/choose-and-go.ts';
import { resultPage } from '#app/_request/page.ts';
import { answerRows } from '#app/_request/show/answer-labels.ts';
import { formResults } from '#app/_request/show/form-results.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { stepCard, stepOptions } from '#app/_request/show/step-cards.ts';
import { Result } from '#components/pathway/result.tsx';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { strongest } from '#lib/domain/screening/strongest.ts';
import { describeSteps } from '#lib/usecases/visitor/next/describe-steps.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = resultPage({
  async view({ frame, context, session }) {
    const { locale } = frame;
    const ctx = { ...context, session };
    const [next, facts] = await Promise.all([viewNextStep(ctx), describeSteps(context)]);
    if (!next) return { go: '/check' };
    const { row, tier } = next;
    const elsewhere = ofAnotherTab(session, row);
    if (elsewhere) return elsewhere;
    const answers = session.check?.done ? answerRows(locale, session.check) : [];
    const page = (
      <Result
        frame={frame}
        forms={formResults(next.forms)}
        care={session.check?.care ?? null}
        signs={session.check?.signs ?? null}
        crisis={row.crisisFloor === true}
        strongest={strongest(answers).map(({ question, label }) => ({
          question,
          answerLabel: label,
        }))}
        step={tier === null ? null : stepCard(locale, tier, facts)}
        options={tier === null ? stepOptions(locale, facts, next.open, null) : []}
        standsIn={next.standsIn}
        closed={next.closed}
        reason={next.reason}
        policyName={next.policyName}
        canChange={session.check?.done === true}
        {...helpLines(frame.country)}
      />
    );
    return { page };
  },
  fields: z.object({ step: z.enum(TIERS) }),
  act: (ctx, { step }, { request }) => chooseAndGo(ctx, step, request),
});
