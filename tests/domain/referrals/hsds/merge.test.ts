import { expect, test } from 'vitest';
import { mergeImported } from '#lib/domain/referrals/hsds/merge.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { serviceOf } from '../services.ts';

const text = (en: string, other = en) => ({ en, 'zh-hans': other, 'zh-hant': other });
const base: Service = {
  ...serviceOf({ name: text('Harbour Room'), untranslated: ['zh-hans', 'zh-hant'] }),
  assuredDate: '2026-01-01',
};

test('what the file changed is taken, what was changed here stays', () => {
  const mine = { ...base, phone: '1111', waitDays: 3 };
  const theirs = { ...base, area: 'South', waitDays: 20 };
  const merged = mergeImported({ mine, theirs, base });
  expect(merged).toMatchObject({ phone: '1111', area: 'South', waitDays: 20 });
});

test('a translation made here outlives a change of the original, whose new words are taken', () => {
  const mine = { ...base, name: text('Harbour Room', '海港室'), untranslated: [] };
  const theirs = { ...base, name: text('Harbour House') };
  const { name, untranslated } = mergeImported({ mine, theirs, base });
  expect(name).toEqual(text('Harbour House', '海港室'));
  expect(untranslated).toEqual([]);
});

test('a pause stays, and the later confirmation counts', () => {
  const mine = { ...base, paused: true, assuredDate: '2026-03-01' };
  const theirs = { ...base, assuredDate: '2026-02-01' };
  for (const before of [base, null]) {
    const merged = mergeImported({ mine, theirs, base: before });
    expect(merged).toMatchObject({ paused: true, assuredDate: '2026-03-01' });
  }
});

test('an entry that was made here is taken as the file has it', () => {
  const theirs = { ...base, area: 'South' };
  expect(mergeImported({ mine: { ...base, phone: '1' }, theirs, base: null })).toEqual(theirs);
});
