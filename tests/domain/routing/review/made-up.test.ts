import { expect, test } from 'vitest';
import { madeUpPerson } from '#lib/domain/routing/review/made-up.ts';

const said = { form: 'phq-9', total: '12' };

test('a made-up person is somebody at a first check, as far as nothing else is said', () => {
  expect(madeUpPerson(said)).toMatchObject({
    scores: [{ instrument: 'phq-9', total: 12, item9: 0, difficulty: null, crisis: false }],
    recheck: false,
    change: {},
    step: null,
    care: 'none',
    signs: 'none',
  });
});

test('everything that a policy may read can be said', () => {
  const all = {
    ...said,
    item9: 'declined',
    difficulty: '2',
    recheck: 'yes',
    change: '-5',
    step: 'community',
    days: '9',
    care: 'in_care',
    signs: 'some',
  };
  expect(madeUpPerson(all)).toMatchObject({
    scores: [{ item9: 'declined', difficulty: 2, crisis: true }],
    recheck: true,
    change: { 'phq-9': -5 },
    step: { tier: 'community', days: 9 },
    care: 'in_care',
    signs: 'some',
  });
  expect(madeUpPerson({ ...all, recheck: 'no' })?.change).toEqual({});
  expect(madeUpPerson({ ...all, change: '' })?.change).toEqual({});
  expect(madeUpPerson({ ...all, form: 'gad-7' })).toMatchObject({
    scores: [{ instrument: 'gad-7', item9: 'declined', difficulty: 2, crisis: true }],
  });
});

test('what is not on its scale is as if it was not said', () => {
  const odd = { ...said, item9: '4', difficulty: '9', change: '51', days: '366', care: 'x' };
  expect(madeUpPerson({ ...odd, recheck: 'yes', step: 'community', signs: '' })).toMatchObject({
    scores: [{ item9: 0, difficulty: null }],
    change: {},
    step: { tier: 'community', days: 0 },
    care: 'none',
    signs: 'none',
  });
});

test.each([
  {},
  { form: 'phq-9' },
  { form: 'phq-9', total: '' },
  { form: 'phq-9', total: '28' },
  { form: 'k10', total: '9' },
  { form: 'asq', total: '1' },
  { form: 'phq-9', total: '1.5' },
  { form: 'phq-9', total: '0005' },
  { form: 'phq-9', total: '5 ' },
  { form: 'phq-9', total: ['1', '2'] },
])('there is nobody without a form and a score on its scale: %j', (typed) => {
  expect(madeUpPerson(typed)).toBeNull();
});

test.each([
  ['phq-9', '0'],
  ['phq-9', '27'],
  ['k10', '10'],
  ['k10', '50'],
])('the ends of a scale are on it: %s %s', (form, total) => {
  expect(madeUpPerson({ form, total })?.scores[0]?.total).toBe(Number(total));
});
