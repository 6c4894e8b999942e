import { factsAt } from '#lib/domain/pathway/facts-at.ts';
import type { NewTransition, PayloadOf } from '#lib/domain/pathway/transition.ts';
import { type Placement, route } from '#lib/domain/routing/route.ts';
import type { Score } from '#lib/domain/screening/score.ts';
import { firstForm, scoreTopic } from '#lib/domain/screening/topics.ts';
import { hmac } from '#lib/gateways/hashes.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import { findTransitions } from '#lib/store/pathways.ts';
import { findPolicy } from '#lib/store/policies.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { Check, Support, VisitorContext } from '#lib/usecases/context.ts';

export interface Submitted {
  readonly check: Check;
  readonly support: Support;
}

/**
 * Scores the answers, places them by the live policy with the floor above it, and records all of it
 * in one transaction. Answers given again after a result count as a new occasion.
 * @returns the check as it is now; `support` is due where question 9 asks for it. Null where the
 * pathway is gone: it was erased in another browser, or has expired.
 */
export async function submitScreening(
  ctx: VisitorContext,
  check: Check,
): Promise<Submitted | null> {
  const scores = scoreTopic(check);
  const { care, signs } = check;
  const { pathwayId: id } = ctx.session;
  const target = { id, key: screeningKey(ctx.secrets, ctx.key, check), today: ctx.today };
  const recorded = await recordSteps(ctx.db, target, async ({ row, day, livePolicy }) => {
    const again = row.occasionStage !== 'started';
    const occasion = again ? (row.occasion ?? -1) + 1 : (row.occasion ?? 0);
    // What cannot be read of the checks before is no ground for a policy: the safe step is.
    const before = occasion === 0 ? [] : await findTransitions(ctx.db, id);
    const placement = route(
      { ...factsAt(before ?? [], { occasion, day, scores }), care, signs },
      livePolicy === null || before === null ? null : await findPolicy(ctx.db, livePolicy),
    );
    const steps = stepsOf(check, scores, placement, occasion);
    return again ? [restarted(ctx, check, occasion), ...steps] : steps;
  });
  if (recorded.kind === 'gone' || recorded.kind === 'refused') return null;
  const crisis = scores.some((score) => score.crisis);
  return { check: { ...check, done: true }, support: crisis ? 'due' : 'no' };
}

/**
 * Names what is scored. The form alone does not: the answers lie in the cookie, and the same form sent
 * once more after one of them was changed must not leave the old placement standing.
 */
export function screeningKey(
  { formKey }: Pick<WebSecrets, 'formKey'>,
  key: string,
  { topic, items, worry, difficulty, care, signs }: Omit<Check, 'done'>,
): string {
  const answers = [topic, items, worry, difficulty, care, signs].join('|');
  return hmac(formKey, `screening|${key}|${answers}`).subarray(0, 16).toString('base64url');
}

function restarted(ctx: VisitorContext, { topic }: Check, occasion: number): NewTransition {
  return {
    step: 'screening.started',
    origin: 'user',
    policyHash: null,
    payload: { instrument: firstForm(topic), locale: ctx.locale, occasion, ageBand: 'adult' },
  };
}

function stepsOf(
  { care, signs }: Check,
  scores: readonly Score[],
  placement: Placement,
  occasion: number,
): readonly NewTransition[] {
  const shown: NewTransition[] = placement.supportFirst
    ? [{ step: 'safety.shown', origin: 'system', policyHash: null, payload: { trigger: 'item9' } }]
    : [];
  const { tier, ruleId, reason, crisisFloor, alsoOpen } = placement;
  const asked = { ...(care === null ? {} : { care }), ...(signs === null ? {} : { signs }) };
  return [
    ...scores.map((score) => completed(score, occasion, asked)),
    ...shown,
    {
      step: 'tier.offered',
      origin: 'system',
      policyHash: placement.policyHash,
      payload: { occasion, tier, ruleId, reason, crisisFloor, alsoOpen: [...alsoOpen] },
    },
  ];
}

function completed(
  { instrument, total, band, symptomClass, item9, difficulty, missing }: Score,
  occasion: number,
  asked: Pick<PayloadOf<'screening.completed'>, 'care' | 'signs'>,
): NewTransition {
  const kept = { instrument, occasion, total, band, symptomClass, item9, difficulty, missing };
  return {
    step: 'screening.completed',
    origin: 'user',
    policyHash: null,
    payload: { ...kept, ...asked },
  };
}
