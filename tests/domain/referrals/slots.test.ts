import { expect, test } from 'vitest';
import { slotsToCome, writtenIn } from '#lib/domain/referrals/slots.ts';
import { daysAgo, serviceOf, TODAY } from './services.ts';

test('times that are over are not shown, nor those of today; the soonest comes first', () => {
  const slot = (days: number, at: string) => ({ on: daysAgo(-days), at });
  const slots = [
    slot(9, '09:00'),
    slot(1, '14:00'),
    slot(1, '09:30'),
    slot(0, '23:00'),
    slot(-1, '10:00'),
  ];
  expect(slotsToCome({ slots }, TODAY)).toEqual([
    slot(1, '09:30'),
    slot(1, '14:00'),
    slot(9, '09:00'),
  ]);
});

test('an entry that was stored before there were times, a person to ask for or one language is read as it was', () => {
  expect(serviceOf({})).toMatchObject({ slots: [], personToAskFor: null, untranslated: [] });
});

test('the words of an untranslated language are those of the first that is there', () => {
  const untranslated = ['en', 'zh-hans'] as const;
  const written = (locale: 'en' | 'zh-hans' | 'zh-hant') =>
    writtenIn({ untranslated: [...untranslated] }, locale);
  expect((['en', 'zh-hans', 'zh-hant'] as const).map(written)).toEqual([
    'zh-hant',
    'zh-hant',
    'zh-hant',
  ]);
  expect(writtenIn({ untranslated: [] }, 'zh-hans')).toBe('zh-hans');
});
