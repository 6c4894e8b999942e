import { DESTINATIONS } from '#app/_request/show/step-cards.ts';
import type { Frame } from '#components/layout/frame.ts';
import { paths } from '#components/layout/paths.ts';
import { planSentences } from '#components/plan/plan-words.ts';
import type { Plan } from '#lib/domain/plan/plan.ts';
import { dateText } from '#lib/i18n/dates.ts';
import type { PlanView } from '#lib/usecases/visitor/plan/view-plan.ts';

export interface PlanWords {
  readonly plan: Plan;
  readonly sentences: readonly string[];
  /** Path where the step is taken. */
  readonly destination: string;
  /** What the way there is called. */
  readonly go: string;
  readonly checkInDate: string | null;
}

/** The kept plan for the step that is chosen, in the words of one language; null where there is none. */
export function planWords(
  frame: Pick<Frame, 't' | 'locale'>,
  { tier, record: { plan }, service, checkInOn }: PlanView,
): PlanWords | null {
  if (plan === null || plan.tier !== tier) return null;
  const same = service !== null && service.id === plan.service;
  return {
    plan,
    sentences: planSentences(frame, plan, same ? service.name[frame.locale] : null),
    go: same
      ? frame.t('place.seePlace', { service: service.name[frame.locale] })
      : frame.t(`result.ready.go.${tier}`),
    destination: same ? paths.service(service.id) : DESTINATIONS[tier],
    checkInDate: checkInOn === null ? null : dateText(frame.locale, checkInOn),
  };
}
