import { isLocale } from '#lib/domain/basics/locale.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import type { Frame } from '../../layout/frame.ts';

/** A team is named by the step or the language that it answers for. */
export function teamName({ t }: Pick<Frame, 't'>, team: string): string {
  if (isLocale(team)) return t(`inbox.languages.${team}`);
  return (TIERS as readonly string[]).includes(team) ? t(`policy.tier.${team as Tier}`) : team;
}
