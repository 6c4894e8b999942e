import type { NamedCutoff } from '#lib/domain/routing/draft/sources.ts';
import { SEVERE_FROM } from '#lib/domain/routing/floor.ts';
import type { Condition, Policy, PolicyRow, Raise } from '#lib/domain/routing/policy.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Frame } from '../../../layout/frame.ts';
import { colon, join } from '../../../layout/shell/format.ts';

export type Words = Pick<Frame, 't' | 'lang' | 'locale'>;

/** Forms are called by their published short names in every language. */
export function formName(instrument: string): string {
  return instrument.toUpperCase();
}

export function sayScores(t: Translate, from: number, to: number): string {
  return from === to ? t('policy.scores.one', { from }) : t('policy.scores.range', { from, to });
}

/** "the group and a message to a guide", or the word for nothing. */
export function saySteps({ t, lang }: Words, tiers: readonly Tier[]): string {
  if (tiers.length === 0) return t('policy.columns.none');
  const words = tiers.map((tier) => t(`policy.offer.${tier}`));
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(words);
}

/** The same as a cell of a table, which starts like the others. */
export function stepsCell(words: Words, tiers: readonly Tier[]): string {
  const said = saySteps(words, tiers);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** "PHQ-9, scores 0 to 4: no step is set." */
export function ofForm({ locale }: Words, instrument: string, said: string): string {
  if (locale !== 'en') return `${formName(instrument)}${colon(locale)}${said}`;
  return `${formName(instrument)}, ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
}

/** Sources that belong to no row any more: one sentence, or none. */
export function sayUnused({ t, lang }: Words, unused: readonly NamedCutoff[]): readonly string[] {
  if (unused.length === 0) return [];
  const names = unused.map(({ instrument, from }) => `${formName(instrument)} ${from}`);
  const cutoffs = new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);
  return [t('policy.draft.unusedSources', { cutoffs, count: unused.length })];
}

/** A row of a table as a sentence. */
export function sayRule(words: Words, rule: Pick<PolicyRow, 'from' | 'to' | 'tier' | 'alsoOpen'>) {
  const { t } = words;
  const scores = sayScores(t, rule.from, rule.to);
  const first = t('policy.rule.says', { scores, step: t(`policy.offer.${rule.tier}`) });
  return join(words.locale, [first, sayAlso(words, rule.alsoOpen)]);
}

/** What a row cannot take away: it says no more than the fixed row lets happen (decision D11). */
export function sayFloor(
  { t }: Pick<Words, 't'>,
  instrument: string,
  { to, tier }: Pick<PolicyRow, 'to' | 'tier'>,
): readonly string[] {
  const above = instrument === 'phq-9' && to >= SEVERE_FROM && tier !== 'face_to_face';
  return above ? [t('policy.rule.floor')] : [];
}

/** A rule that raises as a sentence: everything that must hold, then what it leads to. */
export function sayRaise(words: Words, { when, tier, alsoOpen }: Omit<Raise, 'id'>): string {
  const { t, lang, locale } = words;
  const all = when.map((condition) => sayCondition(t, condition));
  const conditions = new Intl.ListFormat(lang, { type: 'conjunction' }).format(all);
  const first = t('policy.raise.says', { conditions, step: t(`policy.offer.${tier}`) });
  return join(locale, [first, sayAlso(words, alsoOpen)]);
}

export function sayOtherwise(words: Words, { tier, alsoOpen }: Policy['otherwise']): string {
  const { t, locale } = words;
  const first = t('policy.otherwise.says', { step: t(`policy.offer.${tier}`) });
  return join(locale, [first, sayAlso(words, alsoOpen)]);
}

function sayAlso(words: Words, tiers: readonly Tier[]): string {
  const { t } = words;
  return tiers.length === 0
    ? t('policy.rule.alsoNone')
    : t('policy.rule.also', { steps: saySteps(words, tiers) });
}

export function sayCondition(t: Translate, condition: Condition): string {
  switch (condition.fact) {
    case 'total':
      return t('policy.when.total', named(condition));
    case 'band': {
      const band = t(`policy.band.${condition.atLeast}` as Parameters<Translate>[0]);
      return t('policy.when.band', { form: formName(condition.instrument), band });
    }
    case 'item9':
    case 'difficulty':
      return t(`policy.when.${condition.fact}`, { count: condition.atLeast });
    case 'change':
      return sayChange(t, condition);
    case 'days_on_step': {
      const step = t(`policy.offer.${condition.tier}`);
      return t('policy.when.days_on_step', { step, count: condition.atLeast });
    }
    case 'recheck':
    case 'in_care':
    case 'signs':
      return t(`policy.when.${condition.fact}`);
  }
}

/** "At least 5 points less" is said as what it means: not better by 6 points. */
function sayChange(t: Translate, condition: Extract<Condition, { fact: 'change' }>): string {
  const { form, count } = named(condition);
  if (count > 0) return t('policy.when.worse', { form, count });
  return t('policy.when.notBetter', { form, count: 1 - count });
}

function named({ instrument, atLeast }: { instrument: string; atLeast: number }) {
  return { form: formName(instrument), count: atLeast };
}
