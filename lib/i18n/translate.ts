import { createTranslator } from 'use-intl/core';
import { LANG, LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { MESSAGES, type Messages } from './messages.ts';

function translator(locale: Locale) {
  return createTranslator<Messages>({
    locale: LANG[locale],
    messages: MESSAGES[locale],
    // Dates are handed in as calendar dates already in the deployment's zone.
    timeZone: 'UTC',
    onError(error) {
      throw error;
    },
  });
}

/** `t('check.start.title')`: a key that does not exist fails to compile; tests compare the placeholders. */
export type Translate = ReturnType<typeof translator>;

const translators = new Map<Locale, Translate>(LOCALES.map((l) => [l, translator(l)]));

export function translate(locale: Locale): Translate {
  const t = translators.get(locale);
  if (!t) throw new Error(`No texts for ${locale}`);
  return t;
}
