import { z } from 'zod';
import { ofAnotherTab } from '#app/_request/check/check-steps.ts';
import { chooseAndGo } from '#app/_request/check/choose-and-go.ts';
import { resultPage } from '#app/_request/page.ts';
import { answerRows } from '#app/_request/show/answer-labels.ts';
import { formResults } from '#app/_request/show/form-results.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { sinceOf } from '#app/_request/show/since.ts';
import { stepCard, stepOptions } from '#app/_request/show/step-cards.ts';
import { Result } from '#components/pathway/result.tsx';
import type { Move } from '#components/pathway/step-move.tsx';
import { decisionFor } from '#lib/domain/pathway/decision.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import { strongest } from '#lib/domain/screening/strongest.ts';
import { describeSteps } from '#lib/usecases/visitor/next/describe-steps.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';
import { type ViewedOverTime, viewOverTime } from '#lib/usecases/visitor/place/view-over-time.ts';

export const dynamic = 'force-dynamic';

/** Where the step lies above or below the one that was chosen before a later check, and which can be kept. */
function moveTo(tier: Tier, past: ViewedOverTime | null): Move | null {
  const had = past?.overTime?.had ?? null;
  if (!past?.overTime || had === null || had === tier || !past.open.has(had)) return null;
  const to = decisionFor({ tierOffered: had }, tier) === 'stepped_up' ? 'up' : 'down';
  return { to, had, betterTwice: past.overTime.betterTwice };
}

export const { GET, POST } = resultPage({
  async view({ frame, context, session }) {
    const { locale } = frame;
    const ctx = { ...context, session };
    const [next, facts] = await Promise.all([viewNextStep(ctx), describeSteps(context)]);
    if (!next) return { go: '/check' };
    const { row, tier } = next;
    const elsewhere = ofAnotherTab(session, row);
    if (elsewhere) return elsewhere;
    const past = row.occasion === 0 ? null : await viewOverTime(ctx);
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
        since={sinceOf(locale, past)}
        move={tier === null ? null : moveTo(tier, past)}
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
