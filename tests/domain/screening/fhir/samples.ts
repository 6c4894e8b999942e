import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import type { Publication } from '#lib/domain/screening/fhir/publication.ts';
import type { Instrument } from '#lib/domain/screening/instrument.ts';
import { getInstrument } from '#lib/domain/screening/instruments.ts';
import type { Wording } from '#lib/domain/screening/wording.ts';
import { wordingOf } from '#lib/i18n/instruments.ts';

/** An instrument as it is published in a language; made-up words where an operator brings the wording. */
export function publicationOf(id: string, locale: Locale = 'en'): Publication {
  const instrument = getInstrument(id);
  const wording = wordingOf(id, locale) ?? madeUp(instrument);
  return { instrument, wording, lang: LANG[locale], base: 'https://service.example' };
}

function madeUp({ items }: Instrument): Wording {
  const { min = 0, max = 0 } = items[0] ?? {};
  const values = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return {
    stem: 'These are made-up words.',
    items: items.map((item) => ({ id: item.id, text: `Question ${item.id}` })),
    options: values.map((value) => ({ value, label: `Answer ${value}` })),
    functionalItem: null,
  };
}

/**
 * When two wordings are the same one: other dashes, quotes, spaces, the width of punctuation and the
 * mark at the end of a sentence do not count. Anything else does.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s*[—–─-]+\s*/g, '-')
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[?.](?=\s|$)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
