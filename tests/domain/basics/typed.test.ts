import { describe, expect, it } from 'vitest';
import { cleanTyped, isUuid } from '#lib/domain/basics/typed.ts';

describe('typed text', () => {
  it('keeps words and line ends, and nothing that a database would refuse', () => {
    expect(cleanTyped('one\r\ntwo\rthree\u0000\u0007\t')).toBe('one\ntwo\nthree');
    expect(cleanTyped('🌱🌱'.slice(0, 3))).toBe('🌱');
    expect(cleanTyped('十二\n十三 🌱')).toBe('十二\n十三 🌱');
  });

  it.each([
    ['0b5e7f0a-1c2d-4e3f-8a9b-0c1d2e3f4a5b', true],
    ['0B5E7F0A-1C2D-4E3F-8A9B-0C1D2E3F4A5B', false],
    ['0b5e7f0a1c2d4e3f8a9b0c1d2e3f4a5b', false],
    ['x0b5e7f0a-1c2d-4e3f-8a9b-0c1d2e3f4a5b', false],
    ['0b5e7f0a-1c2d-4e3f-8a9b-0c1d2e3f4a5bx', false],
    ['', false],
  ])('%s is an id: %s', (text, expected) => {
    expect(isUuid(text)).toBe(expected);
  });
});
