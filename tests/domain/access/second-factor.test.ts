import { describe, expect, it } from 'vitest';
import { makeRecoveryCode, readFactor, recoveryGroups } from '#lib/domain/access/second-factor.ts';

describe('a second factor that is typed', () => {
  it.each([
    ['123 456', { kind: 'totp', code: '123456' }],
    ['１２３４５６', { kind: 'totp', code: '123456' }],
    ['abcde-fghjk', { kind: 'recovery', code: 'ABCDEFGHJK' }],
    ['oil00 12345', { kind: 'recovery', code: '0110012345' }],
    ['12345', null],
    ['abcde-fghju', null],
    ['', null],
  ])('%j is read as %j', (text, read) => {
    expect(readFactor(text)).toEqual(read);
  });

  it('reads every code that is made', () => {
    const code = makeRecoveryCode(Uint8Array.from({ length: 10 }, (_, i) => i * 25));
    expect(readFactor(recoveryGroups(code))).toEqual({ kind: 'recovery', code });
  });
});
