import type { StepCard } from '#components/pathway/step-card.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import type { StepFacts } from '#lib/usecases/visitor/next/describe-steps.ts';

/** What a step card shows of a tier, in the words of one language. */
export function stepCard(locale: Locale, tier: Tier, facts: StepFacts): StepCard {
  if (tier === 'guidance') {
    const { promise } = facts;
    return promise === null
      ? { tier }
      : { tier, promise: dateTimeText(locale, promise.day, promise.minute) };
  }
  const { service } = facts;
  if (tier === 'community' || !service) return { tier };
  return {
    tier,
    serviceName: service.name[locale],
    cost: service.cost[locale],
    ...(service.waitDays === null ? {} : { waitDays: service.waitDays }),
  };
}

/** Every step with whether it is open; the suggested one is marked. */
export function stepOptions(
  locale: Locale,
  facts: StepFacts,
  open: ReadonlySet<Tier>,
  suggested: Tier | null,
) {
  return TIERS.map((tier) => ({
    ...stepCard(locale, tier, facts),
    suggested: tier === suggested,
    closed: !open.has(tier),
  }));
}

/** Where a chosen step leads. */
export const DESTINATIONS: Readonly<Record<Tier, string>> = {
  guidance: '/message',
  community: '/group',
  face_to_face: '/services',
};
