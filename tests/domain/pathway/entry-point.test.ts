import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '#lib/domain/pathway/derive.ts';
import { listedEntry, parseEntryPoints } from '#lib/domain/pathway/entry-point.ts';
import { RECORDED } from '#lib/domain/pathway/payloads.ts';
import { FIRST_CHECK, SECOND_CHECK } from './golden.ts';

const LISTED = ['poster', 'partner-gp'];
const started = RECORDED['screening.started'].payload;
const payload = { instrument: 'phq-9', locale: 'en', occasion: 0, ageBand: 'adult' } as const;
/** Anything that an address can say, and what is close to a code. */
const said = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'Poster', 'poster ', ' poster', 'poster,partner-gp', 'toString', '__proto__'),
  fc.stringMatching(/^[a-z][a-z0-9-]{0,19}$/),
);

describe('a list of entry points', () => {
  it.each([
    ['', []],
    ['poster', ['poster']],
    ['poster, campus,partner-gp', ['poster', 'campus', 'partner-gp']],
    ['a,b,c,d,e,f,g,h', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ])('%j is read', (text, codes) => expect(parseEntryPoints(text)).toEqual(codes));

  it.each([
    'Poster',
    'a poster',
    'poster,',
    'poster,poster',
    'direct',
    'campus,all',
    'none',
    '1',
    'märz',
    'a,b,c,d,e,f,g,h,i',
    `a${'b'.repeat(20)}`,
    '../../etc',
  ])('%j is none', (text) => expect(parseEntryPoints(text)).toBeNull());
});

describe('what an address says', () => {
  it('comes to a listed code or to nothing', () => {
    fc.assert(
      fc.property(said, (text) => {
        expect([...LISTED, null]).toContain(listedEntry(LISTED, text));
        expect(listedEntry(LISTED, text)).toBe(LISTED.includes(text) ? text : null);
        expect(listedEntry([], text)).toBeNull();
      }),
    );
    expect(listedEntry(LISTED, null)).toBeNull();
  });

  it('fits no recorded step where it is more than a code', () => {
    fc.assert(
      fc.property(said, (entryPoint) => {
        const isCode = /^[a-z][a-z0-9-]{0,19}$/.test(entryPoint);
        expect(started.safeParse({ ...payload, entryPoint }).success).toBe(isCode);
      }),
    );
  });
});

describe('the entry point of a pathway', () => {
  const by = (entryPoint: string) =>
    [...FIRST_CHECK, ...SECOND_CHECK].map((one) =>
      one.step === 'screening.started' ? { ...one, payload: { ...one.payload, entryPoint } } : one,
    );

  it('is that of the first screening, and direct where an older row has none', () => {
    const [first = FIRST_CHECK[0]] = FIRST_CHECK;
    expect(derive(first ? [first] : []).entryPoint).toBeNull();
    expect(derive(FIRST_CHECK).entryPoint).toBe('direct');
    expect(derive([...by('poster').slice(0, FIRST_CHECK.length), ...SECOND_CHECK]).entryPoint).toBe(
      'poster',
    );
    expect(derive([...FIRST_CHECK, ...by('poster').slice(FIRST_CHECK.length)]).entryPoint).toBe(
      'direct',
    );
  });
});
