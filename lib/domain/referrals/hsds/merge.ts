import { LOCALES } from '#lib/domain/basics/locale.ts';
import type { Localised, Service } from '../service.ts';

const WORDS = ['name', 'what', 'whoFor', 'cost', 'hours', 'howToBook'] as const;
const FACTS = [
  'country',
  'area',
  'modes',
  'costKind',
  'waitDays',
  'waitSeen',
  'languages',
  'stepFree',
  'phone',
  'url',
  'walkIn',
  'fictitious',
  'personToAskFor',
  'slots',
] as const;

interface Sides {
  /** As it stands here. */
  readonly mine: Service;
  /** As the file has it that was imported now. */
  readonly theirs: Service;
  /** As the file had it that was imported before; null where it was made here. */
  readonly base: Service | null;
}

/**
 * An entry that is imported again. What the file has changed since the last time is taken, what was changed
 * here stays, translations above all. A pause stays too, and the later day of confirmation counts.
 */
export function mergeImported({ mine, theirs, base }: Sides): Service {
  const paused = theirs.paused || mine.paused;
  const [, assuredDate = ''] = [mine.assuredDate, theirs.assuredDate].toSorted();
  if (base === null) return { ...theirs, paused, assuredDate };
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const facts = Object.fromEntries(
    FACTS.map((name) => [name, same(base[name], theirs[name]) ? mine[name] : theirs[name]]),
  );
  const words = Object.fromEntries(
    WORDS.map((name) => [name, wordsOf({ mine, theirs, base }, name)]),
  );
  const untranslated = theirs.untranslated.filter((one) => mine.untranslated.includes(one));
  return { ...theirs, ...facts, ...words, untranslated, paused, assuredDate };
}

function wordsOf(
  { mine, theirs, base }: Sides & { readonly base: Service },
  name: (typeof WORDS)[number],
): Localised {
  return Object.fromEntries(
    LOCALES.map((locale) => {
      const translatedHere =
        theirs.untranslated.includes(locale) && !mine.untranslated.includes(locale);
      const unchanged = base[name][locale] === theirs[name][locale];
      return [locale, (translatedHere || unchanged ? mine : theirs)[name][locale]];
    }),
  ) as Localised;
}
