import { describe, expect, it } from 'vitest';
import { passwordProblem } from '#lib/domain/access/password.ts';

describe('passwordProblem', () => {
  it.each([
    ['correct horse', 'short'],
    ['correct horses', null],
    ['我我我我我我我我我我我我我', 'short'],
    ['一二三四五六七八九十甲乙丙丁', null],
    ['aaaaaaaaaaaaaaaa', 'one_character'],
    ['ab'.repeat(101), 'long'],
  ] as const)('of %j is %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });
});
