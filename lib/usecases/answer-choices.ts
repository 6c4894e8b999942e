import { type Locale, SPOKEN } from '#lib/domain/basics/locale.ts';
import { tierAbove } from '#lib/domain/guidance/answer-step.ts';
import type { StepChoices } from '#lib/domain/guidance/draft.ts';
import { findServices } from '#lib/domain/referrals/find-services.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Tx } from '#lib/store/client.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { listListedServices } from '#lib/store/services.ts';
import type { Context } from './context.ts';

/** What an answer in a thread may lead to now. */
export async function readStepChoices(
  tx: Tx,
  { today, now }: Pick<Context, 'today' | 'now'>,
  tier: Tier | null,
): Promise<StepChoices> {
  const [open, services] = await Promise.all([
    readOpenTiers(tx, { today, now }),
    listListedServices(tx, today),
  ]);
  return {
    services: new Set(services.map(({ id }) => id)),
    open,
    above: tierAbove(tier, open),
  };
}

/** The services to choose from: those that speak the visitor's language, where there are any; the soonest first. */
export async function listServicesFor(
  tx: Tx,
  { today }: Pick<Context, 'today'>,
  locale: Locale,
): Promise<readonly Service[]> {
  const found = findServices(
    await listListedServices(tx, today),
    { language: SPOKEN[locale] },
    today,
  );
  return found.services.map(({ service }) => service);
}
