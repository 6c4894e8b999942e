import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import type { Localised, Service } from '../service.ts';
import { attributeOf, withAttribute } from './attributes.ts';
import { type HsdsField, hsdsField, type Reading } from './fields.ts';
import { hoursIn, withHours } from './opening.ts';
import { type HsdsObject, objectsIn, textIn } from './shape.ts';

/** The language of the texts in the standard's own fields, which has no place to say it. */
export function languageOf(source: HsdsObject, { language }: Pick<Reading, 'language'>): Locale {
  const said = attributeOf(source, 'language');
  return LOCALES.find((locale) => locale === said) ?? language;
}

type Words = 'name' | 'what' | 'who_for' | 'cost' | 'hours' | 'how_to_book';

interface Own {
  /** In the words of the file; null where it says nothing. */
  readonly said: (source: HsdsObject, locale: Locale) => string | null;
  readonly say: (source: HsdsObject, text: string | null, how: Reading) => HsdsObject;
}

/** In the file's own language from the standard's field, in another from an attribute or in the same words. */
function wordsField(code: Words, { said, say }: Own): HsdsField<Localised> {
  const inOne = (locale: Locale) =>
    hsdsField<string>({
      code: `${code}.${locale}`,
      derive: (source, how) => said(source, locale) ?? how.unknown[locale],
      put: (source, text, how) =>
        locale === languageOf(source, how)
          ? say(source, text === how.unknown[locale] ? null : text, how)
          : source,
      toText: (text) => text,
      fromText: (text) => (text === '' ? undefined : text),
    });
  const fields = new Map(LOCALES.map((locale) => [locale, inOne(locale)]));
  return {
    read: (source, how) =>
      Object.fromEntries(
        LOCALES.map((locale) => [locale, fields.get(locale)?.read(source, how)]),
      ) as Localised,
    write(source, words, how) {
      // The standard's own field first: the other languages are read from it.
      const own = languageOf(source, how);
      const order = [own, ...LOCALES.filter((locale) => locale !== own)];
      return order.reduce(
        (written, locale) => fields.get(locale)?.write(written, words[locale], how) ?? written,
        source,
      );
    },
  };
}

function plain(name: string, ...instead: string[]): Own {
  return {
    said: (source) =>
      [name, ...instead].map((one) => textIn(source, one)).find((text) => text !== null) ?? null,
    say(source, text) {
      if (text !== null) return { ...source, [name]: text };
      const { [name]: _, ...rest } = source;
      return rest;
    },
  };
}

const whoFor = plain('eligibility_description');
const cost = plain('fees_description');

const name = plain('name');

export const nameField = wordsField('name', {
  ...name,
  // The standard asks for one: it is never taken away.
  say: (source, text, how) => (text === null ? source : name.say(source, text, how)),
});
export const whatField = wordsField('what', plain('description', 'alternate_name', 'name'));
export const whoForField = wordsField('who_for', {
  ...whoFor,
  said: (source, locale) => whoFor.said(source, locale) ?? agesIn(source),
});
export const costField = wordsField('cost', {
  ...cost,
  said: (source, locale) => cost.said(source, locale) ?? pricesIn(source),
});
export const howToBookField = wordsField('how_to_book', plain('application_process'));
export const hoursField = wordsField('hours', {
  said: hoursIn,
  say: (source, text, how) =>
    text === null ? source : withHours(source, text, how.uuidOf(`${String(source['id'])} hours`)),
});

/** In figures, which every language reads: 12–17, or 18+. */
function agesIn(source: HsdsObject): string | null {
  const [from, to] = ['minimum_age', 'maximum_age'].map((name) => source[name]);
  const has = (age: unknown) => typeof age === 'number' && age > 0 && age < 100;
  if (has(from)) return has(to) ? `${from}–${to}` : `${from}+`;
  return has(to) ? `0–${to}` : null;
}

function pricesIn(source: HsdsObject): string | null {
  const prices = objectsIn(source, 'cost_options').flatMap((price) => {
    const { amount } = price;
    if (typeof amount !== 'number') return [];
    const currency = (textIn(price, 'currency') ?? '').toUpperCase();
    const about = [textIn(price, 'amount_description'), textIn(price, 'option')];
    return [[currency, amount, ...about].filter((part) => part !== null && part !== '').join(' ')];
  });
  return prices.length === 0 ? null : prices.join('; ');
}

/** Another language counts as translated as soon as the name stands in it. */
export function untranslatedIn(source: HsdsObject, how: Reading): Locale[] {
  const own = languageOf(source, how);
  return LOCALES.filter(
    (locale) => locale !== own && attributeOf(source, `name.${locale}`) === null,
  );
}

/** The names of the translated languages, also where they are the same word. */
export function withTranslated(
  source: HsdsObject,
  { name, untranslated }: Pick<Service, 'name' | 'untranslated'>,
  how: Reading,
): HsdsObject {
  const still = untranslatedIn(source, how);
  return still
    .filter((locale) => !untranslated.includes(locale))
    .reduce(
      (written, locale) => withAttribute(written, `name.${locale}`, name[locale], how.uuidOf),
      source,
    );
}
