import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Arm, Registration } from './registration.ts';

type Facts = Pick<
  PathwayRow,
  | 'researchConsent'
  | 'consentText'
  | 'crisisFloor'
  | 'item9'
  | 'band'
  | 'locale'
  | 'tierDecided'
  | 'viewedDay'
  | 'closedDay'
  | 'plannedDay'
  | 'attendedSelfDay'
  | 'attendedCodeDay'
  | 'intentionBefore'
  | 'intentionAfter'
>;

/**
 * Whether a person belongs to the population of a comparison now. Agreed to research under a text that says
 * that chance may choose a page; never anybody the crisis floor stands under, and not after what is compared.
 */
export function isEligible(
  { population }: Pick<Registration, 'population'>,
  row: Facts,
  consentTexts: readonly string[],
): boolean {
  const { bands, tiers, locales, intentionFrom } = population;
  const agreed = row.researchConsent && consentTexts.includes(row.consentText ?? '');
  const safe = row.crisisFloor === false && row.item9 === 0;
  const before =
    row.viewedDay !== null &&
    row.closedDay === null &&
    row.plannedDay === null &&
    row.attendedSelfDay === null &&
    row.attendedCodeDay === null;
  return (
    agreed &&
    safe &&
    before &&
    bands.some((band) => band === row.band) &&
    locales.some((locale) => locale === row.locale) &&
    tiers.some((tier) => tier === row.tierDecided) &&
    firstIntention(row) >= intentionFrom
  );
}

/** The origin of the gap: what was said before the result, else after a step was chosen; 0 where not at all. */
function firstIntention({ intentionBefore, intentionAfter }: Facts): number {
  return intentionBefore ?? intentionAfter ?? 0;
}

/** Band and language, within which the hash deals arms out. */
export function stratumOf({ band, locale }: Pick<PathwayRow, 'band' | 'locale'>): string {
  return `${band}.${locale}`;
}

/** The arm at a point of [0, 1): shares stand side by side in their order. */
export function armAt(arms: readonly Arm[], point: number): Arm {
  let end = 0;
  for (const arm of arms) {
    end += arm.share;
    if (point * 100 < end) return arm;
  }
  return arms.at(-1) as Arm;
}
