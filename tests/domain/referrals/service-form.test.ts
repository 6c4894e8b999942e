import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { NEVER_ASSURED } from '#lib/domain/referrals/age.ts';
import { readServiceForm, type Typed } from '#lib/domain/referrals/form/read-service-form.ts';
import { newServiceValues, serviceValues } from '#lib/domain/referrals/form/service-values.ts';
import { how } from './hsds/examples.ts';
import { anyService } from './hsds/services-arbitrary.ts';
import { daysAgo, serviceOf, TODAY } from './services.ts';

const { unknown } = how;
const before = serviceOf({});
const given = { id: 'a', unknown, today: TODAY, before };
const typed = serviceValues(before, unknown);
const codes = (change: Typed) => {
  const read = readServiceForm({ ...typed, ...change }, given);
  return read.ok ? [] : read.error.map(({ field, code }) => `${field} ${code}`);
};

test('a form that nobody has changed gives the entry that it was made of', () => {
  fc.assert(
    fc.property(anyService, (service) => {
      // A wait that is known has a day; a line has no end of its own; a language is written or it is not.
      const [own] = LOCALES.filter((one) => !service.untranslated.includes(one));
      fc.pre(own !== undefined && (service.waitDays !== null) === (service.waitSeen !== null));
      fc.pre((service.waitSeen ?? '') <= daysAgo(0));
      const follow = (texts: typeof service.what) =>
        Object.fromEntries(
          LOCALES.map((one) => {
            const untold = own === undefined || texts[own] === unknown[own];
            const followed = untold ? unknown[one] : texts[own];
            return [one, service.untranslated.includes(one) ? followed : texts[one]];
          }),
        ) as typeof service.what;
      const { what, whoFor, cost, hours, howToBook } = service;
      fc.pre(LOCALES.every((one) => what[one] !== unknown[one]));
      const entry = {
        ...service,
        what: follow(what),
        whoFor: follow(whoFor),
        cost: follow(cost),
        hours: follow(hours),
        howToBook: follow(howToBook),
      };
      const values = serviceValues(entry, unknown);
      const read = readServiceForm(values, { ...given, id: entry.id, before: entry });
      expect(read).toEqual({ ok: true, value: entry });
    }),
  );
});

test.each<[Typed, string]>([
  [{ 'name-zh-hant': '' }, 'name-zh-hant missing'],
  [{ 'what-en': ' ' }, 'what-en missing'],
  [{ 'cost-en': 'x'.repeat(2001) }, 'cost-en long'],
  [{ area: '' }, 'area area'],
  [{ phone: 'none' }, 'phone phone'],
  [{ country: 'Britain' }, 'country country'],
  [{ modes: '' }, 'modes modes'],
  [{ costKind: '' }, 'costKind costKind'],
  [{ waitDays: 'soon' }, 'waitDays wait'],
  [{ waitDays: '731' }, 'waitDays wait'],
  [{ waitSeen: daysAgo(-1) }, 'waitSeen date'],
  [{ waitSeen: 'yesterday' }, 'waitSeen date'],
  [{ languages: '' }, 'languages languages'],
  [{ languages: 'English' }, 'languages languages'],
  [{ url: 'javascript:alert(1)' }, 'url url'],
  [{ personToAskFor: 'x'.repeat(81) }, 'personToAskFor long'],
  [{ slots: '2026-12-01 10:00\ntomorrow' }, 'slots slots'],
  [
    { slots: Array.from({ length: 41 }, () => '2026-12-01 10:00').join('\n') },
    'slots tooManySlots',
  ],
])('%j is told beside its field', (change, code) => {
  expect(codes(change)).toEqual([code]);
});

test('without a number or an area it is kept where nobody sees it', () => {
  expect(codes({ phone: '', area: '', paused: 'yes' })).toEqual([]);
});

test('one language is enough, and the others follow it; no language at all is told', () => {
  const words = Object.fromEntries(
    Object.keys(typed)
      .filter((one) => /-(en|zh)/.test(one))
      .map((one) => [one, '']),
  );
  expect(codes(words)).toContain('name-en noLanguage');
  const read = readServiceForm(
    {
      ...newServiceValues('HK'),
      'name-zh-hant': '海港',
      'what-zh-hant': '傾談',
      phone: '1',
      area: '北',
      languages: 'yue',
    },
    { ...given, before: null },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(read.value).toMatchObject({
    untranslated: ['en', 'zh-hans'],
    assuredDate: NEVER_ASSURED,
    country: 'HK',
    stepFree: null,
    name: { en: '海港' },
    cost: unknown,
  });
});

test('a wait and a confirmation carry the day on which they were true', () => {
  const read = readServiceForm({ ...typed, waitDays: '９', waitSeen: '', assured: 'yes' }, given);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(read.value).toMatchObject({ waitDays: 9, waitSeen: daysAgo(0), assuredDate: daysAgo(0) });
});
