import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';

/** What a team of guides can answer for: new threads of that step or language are its own while it has somebody. */
export type Team = Tier | Locale;
export const TEAMS: readonly [Team, ...Team[]] = [...TIERS, ...LOCALES];
