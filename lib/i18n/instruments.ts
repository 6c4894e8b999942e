import type { Locale } from '#lib/domain/basics/locale.ts';
import en from './instruments/phq-9.en.json' with { type: 'json' };
import zhHans from './instruments/phq-9.zh-Hans.json' with { type: 'json' };
import zhHant from './instruments/phq-9.zh-Hant.json' with { type: 'json' };

export interface Choice {
  readonly value: number;
  readonly label: string;
}

/** The published wording of an instrument in one language, shown word for word. */
export interface Wording {
  readonly stem: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly options: readonly Choice[];
  /** The unscored difficulty item; null where no published wording was found (decision D22). */
  readonly functionalItem: { readonly text: string; readonly options: readonly Choice[] } | null;
}

const WORDINGS: Readonly<Record<Locale, Wording>> = { en, 'zh-hans': zhHans, 'zh-hant': zhHant };

export function phq9Wording(locale: Locale): Wording {
  return WORDINGS[locale];
}
