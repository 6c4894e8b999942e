import fc from 'fast-check';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { COST_KINDS, MODES, type Service, serviceSchema } from '#lib/domain/referrals/service.ts';
import { how } from './examples.ts';

const CHARACTERS = ['a', 'é', '中', '診', '😀', '"', ',', ';', "'", '=', '+', '@', '\n', ' ', '-'];
const text = (most: number) =>
  fc
    .string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: most })
    .filter((one) => one.trim() !== '')
    .map((one) => one.trim());
const date = fc.integer({ min: 0, max: 40_000 }).map((day) => isoDate(day as Day));

/** Any text, and often the words that stand where nobody has told. */
const words = fc.record(
  Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      fc.oneof({ weight: 4, arbitrary: text(40) }, fc.constant(how.unknown[locale])),
    ]),
  ) as Record<(typeof LOCALES)[number], fc.Arbitrary<string>>,
);
const names = fc.record({ en: text(40), 'zh-hans': text(40), 'zh-hant': text(40) });

/** Any entry that the directory can hold; the words of an untranslated language are those of the first. */
export const anyService: fc.Arbitrary<Service> = fc
  .record({
    id: fc.oneof(fc.uuid(), fc.constantFrom('example-street-clinic', 'A.b_c')),
    name: names,
    what: words,
    whoFor: words,
    country: fc.constantFrom('GB', 'HK', 'CN', 'US'),
    area: text(80),
    modes: fc.subarray([...MODES], { minLength: 1 }),
    costKind: fc.constantFrom(...COST_KINDS),
    cost: words,
    waitDays: fc.option(fc.integer({ min: 0, max: 730 })),
    waitSeen: fc.option(date),
    hours: words,
    languages: fc.uniqueArray(fc.constantFrom('en', 'yue', 'cmn', 'ur', 'pt-BR'), { minLength: 1 }),
    stepFree: fc.option(fc.boolean()),
    phone: fc.constantFrom('020 7946 0101', '+852 2345 6789', '(0)1-2', '12345'),
    url: fc.option(fc.constantFrom('https://a.example/', 'http://b.example/x?y=1')),
    howToBook: words,
    walkIn: fc.boolean(),
    assuredDate: date,
    paused: fc.boolean(),
    fictitious: fc.boolean(),
    personToAskFor: fc.option(text(80)),
    slots: fc.array(fc.record({ on: date, at: fc.constantFrom('00:00', '09:30', '23:59') }), {
      maxLength: 5,
    }),
    untranslated: fc.subarray([...LOCALES], { maxLength: 2 }),
  })
  .map((entry) => {
    const own = LOCALES.find((locale) => !entry.untranslated.includes(locale)) ?? 'en';
    const same = (texts: Record<(typeof LOCALES)[number], string>) =>
      Object.fromEntries(
        LOCALES.map((one) => [one, texts[entry.untranslated.includes(one) ? own : one]]),
      );
    return serviceSchema.parse({ ...entry, name: same(entry.name) });
  });
