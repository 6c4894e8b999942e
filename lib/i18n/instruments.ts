import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Wording } from '#lib/domain/screening/wording.ts';
import asqEn from './instruments/asq.en.json' with { type: 'json' };
import gad7En from './instruments/gad-7.en.json' with { type: 'json' };
import gad7Hans from './instruments/gad-7.zh-Hans.json' with { type: 'json' };
import gad7Hant from './instruments/gad-7.zh-Hant.json' with { type: 'json' };
import k6En from './instruments/k6.en.json' with { type: 'json' };
import k10En from './instruments/k10.en.json' with { type: 'json' };
import phq2En from './instruments/phq-2.en.json' with { type: 'json' };
import phq2Hans from './instruments/phq-2.zh-Hans.json' with { type: 'json' };
import phq2Hant from './instruments/phq-2.zh-Hant.json' with { type: 'json' };
import phq4En from './instruments/phq-4.en.json' with { type: 'json' };
import phq4Hans from './instruments/phq-4.zh-Hans.json' with { type: 'json' };
import phq4Hant from './instruments/phq-4.zh-Hant.json' with { type: 'json' };
import phq9En from './instruments/phq-9.en.json' with { type: 'json' };
import phq9Hans from './instruments/phq-9.zh-Hans.json' with { type: 'json' };
import phq9Hant from './instruments/phq-9.zh-Hant.json' with { type: 'json' };

/** A language without a published wording of an instrument does not have that instrument. */
const WORDINGS: Readonly<Record<Locale, Readonly<Record<string, Wording>>>> = {
  en: {
    'phq-9': phq9En,
    'phq-2': phq2En,
    'phq-4': phq4En,
    'gad-7': gad7En,
    k6: k6En,
    k10: k10En,
    asq: asqEn,
  },
  'zh-hans': { 'phq-9': phq9Hans, 'phq-2': phq2Hans, 'phq-4': phq4Hans, 'gad-7': gad7Hans },
  'zh-hant': { 'phq-9': phq9Hant, 'phq-2': phq2Hant, 'phq-4': phq4Hant, 'gad-7': gad7Hant },
};

export interface Brought {
  readonly instrument: string;
  readonly locale: Locale;
  readonly wording: Wording;
}

// The server may load this module more than once; what an operator brought is one for all of them.
const shared = globalThis as { handrailWordings?: ReadonlyMap<string, Wording> };

/** Makes the wordings that an operator brought known; called once, at the start. */
export function registerWordings(brought: readonly Brought[]): void {
  shared.handrailWordings = new Map(
    brought.map(({ instrument, locale, wording }) => [`${instrument} ${locale}`, wording]),
  );
}

export function wordingOf(instrument: string, locale: Locale): Wording | null {
  const shipped = WORDINGS[locale][instrument];
  return shipped ?? shared.handrailWordings?.get(`${instrument} ${locale}`) ?? null;
}

export function phq9Wording(locale: Locale): Wording {
  return WORDINGS[locale]['phq-9'] as Wording;
}
