import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, it } from 'vitest';
import { isCommonPassword } from '#lib/gateways/staff/common-passwords.ts';

const OWN = ['mei.chan@example.org', 'Mei Chan Tai Man', 'Handrail'];

it('the list of leaked passwords has more than 10,000 entries', () => {
  expect(new Set(dictionary['passwords-common']).size).toBeGreaterThan(10_000);
});

it.each([
  '123456789987654321',
  'ChickenWing101',
  'ＣＨＩＣＫＥＮＷＩＮＧ１０１',
  'passwordPASSWORD',
  'qwertyqwertyqwerty',
  'password123456',
  'Mei.Chan@example.org',
  'mei chan tai man',
  'handrailhandrail',
])('%j is too easy to guess', (password) => {
  expect(isCommonPassword(password, OWN)).toBe(true);
});

it.each(['four words in a row', 'vQ8-tz4Lw_pX1n', '一二三四五六七八九十甲乙丙丁'])(
  '%j is not',
  (password) => {
    expect(isCommonPassword(password, OWN)).toBe(false);
  },
);
