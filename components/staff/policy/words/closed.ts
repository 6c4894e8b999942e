import { standInFor } from '#lib/domain/routing/stand-in.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import type { Words } from './say.ts';

/** For each step that is closed now: what whoever is led there is offered (decision D12). */
export function sayClosed({ t }: Pick<Words, 't'>, open: ReadonlySet<Tier>): readonly string[] {
  return TIERS.filter((tier) => !open.has(tier)).map((tier) => {
    const step = t(`policy.tier.${tier}`);
    const instead = standInFor(tier, open);
    return instead.closed
      ? t('policy.closed.nothing', { step })
      : t('policy.closed.instead', { step, instead: t(`policy.offer.${instead.tier}`) });
  });
}
