import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** What one step shows: facts only, the words are in the texts of each (band, tier). */
export interface StepCard {
  readonly tier: Tier;
  /** When a guide answers, in words. */
  readonly promise?: string;
  /** The place with the shortest wait, and what it costs. */
  readonly serviceName?: string;
  readonly waitDays?: number;
  readonly cost?: string;
}

export interface StepOption extends StepCard {
  readonly suggested: boolean;
  readonly closed: boolean;
}

/** When it happens, in one sentence: a promise only where there is one. */
export function whenOf(t: Translate, { tier, promise, waitDays }: StepCard): string {
  if (tier === 'community') return t('result.step.community.when');
  if (tier === 'guidance') {
    return promise === undefined
      ? t('result.step.guidance.whenUnknown')
      : t('result.step.guidance.when', { promise });
  }
  return waitDays === undefined
    ? t('result.step.face_to_face.whenUnknown')
    : t('result.step.face_to_face.when', { days: waitDays });
}

export function costOf(t: Translate, { tier, cost }: StepCard): string {
  return cost ?? t(`result.step.${tier}.cost`);
}

/** The whole step in a line or two: who, when, what it costs. */
export function shortOf(t: Translate, step: StepCard): string {
  const { tier, promise, serviceName, waitDays, cost } = step;
  if (tier === 'community') return t('result.step.community.short');
  if (tier === 'guidance') {
    return promise === undefined
      ? t('result.step.guidance.shortUnknown')
      : t('result.step.guidance.short', { promise });
  }
  if (serviceName === undefined || waitDays === undefined || cost === undefined) {
    return t('result.step.face_to_face.shortUnknown');
  }
  // The words of the directory may end with a stop of their own.
  const price = cost.replace(/[.。]$/, '');
  return t('result.step.face_to_face.short', { service: serviceName, days: waitDays, cost: price });
}
