import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReturnCode, parseReturnCode } from '#lib/domain/access/return-code.ts';
import {
  makeVisitCode,
  maySendBack,
  parseVisitCode,
  VISIT_CODES,
  visitCodeGroups,
} from '#lib/domain/access/visit-code.ts';

/** Crockford's 32 symbols; codes have none of the last. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = [...CROCKFORD.slice(0, 31)];

const codes = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .filter((bytes) => bytes.filter((byte) => byte < 248).length >= 8)
  .map((bytes) => makeVisitCode(bytes));
const readOf = (text: string) => {
  const parsed = parseVisitCode(text);
  return parsed.ok ? parsed.value : parsed.error.kind;
};

describe('the check symbol', () => {
  it('sees every single wrong symbol of Crockford’s 32, in all nine places', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let place = 0; place < 9; place += 1) {
          const others = [...CROCKFORD].filter((symbol) => symbol !== code[place]);
          for (const symbol of others) {
            const wrong = code.slice(0, place) + symbol + code.slice(place + 1);
            expect(readOf(wrong)).toBe(symbol === 'Z' ? 'symbol' : 'check');
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('sees every swap of two symbols, neighbours or not', () => {
    const places = fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(codes, places, (code, [i = 0, j = 0]) => {
        const symbols = [...code];
        const [a = '', b = ''] = [symbols[i], symbols[j]];
        fc.pre(a !== b);
        symbols[i] = b;
        symbols[j] = a;
        expect(readOf(symbols.join(''))).toBe('check');
      }),
      { numRuns: 5000 },
    );
  });

  /** With all 32 symbols, as decision D8 has it; the first sum is the plain remainder, since 32 leaves 1. */
  const plain = (code: string) => sumOf(code, () => 1);
  const weighted = (code: string) => sumOf(code, (place) => place + 1);
  const sumOf = (code: string, weight: (place: number) => number) =>
    [...code].reduce((sum, s, place) => sum + weight(place) * CROCKFORD.indexOf(s), 0) % 31;
  const randoms = Array.from({ length: 2_000 }, (_, i) =>
    [...createHash('sha256').update(`seed 20260102 ${i}`).digest().subarray(0, 8)]
      .map((byte) => CROCKFORD.charAt(byte % 32))
      .join(''),
  );

  it('would see no swap as the plain remainder', () => {
    // 0 and Z next to each other are the one swap that weights would not see with all 32 symbols.
    const swapped = randoms.flatMap((code) =>
      [0, 1, 2, 3, 4, 5, 6]
        .map((i) => ({ code, pair: code.slice(i, i + 2), i }))
        .filter(({ pair }) => pair[0] !== pair[1] && !/0Z|Z0/.test(pair))
        .map(({ pair, i }) => [code, code.slice(0, i) + pair[1] + pair[0] + code.slice(i + 2)]),
    );
    expect(swapped.length).toBeGreaterThan(10_000);
    expect(swapped.filter(([a = '', b = '']) => plain(a) !== plain(b))).toEqual([]);
    expect(swapped.filter(([a = '', b = '']) => weighted(a) === weighted(b))).toEqual([]);
  });

  it('would not see 0 for Z with all 32 symbols, whatever the weights', () => {
    const slips = randoms.filter((code) => code.includes('Z'));
    expect(slips.length).toBeGreaterThan(300);
    for (const code of slips) {
      const slip = code.replace('Z', '0');
      expect([plain(slip), weighted(slip)]).toEqual([plain(code), weighted(code)]);
    }
  });

  it('lets two wrong symbols pass about once in 31', () => {
    const code = makeVisitCode(Uint8Array.from({ length: 32 }, (_, i) => i * 7));
    let [passed, tried] = [0, 0];
    for (const a of SYMBOLS) {
      for (const b of SYMBOLS) {
        if (a === code[1] || b === code[6]) continue;
        tried += 1;
        passed += Number(
          parseVisitCode(`${code[0]}${a}${code.slice(2, 6)}${b}${code.slice(7)}`).ok,
        );
      }
    }
    expect([passed, tried]).toEqual([30, 900]);
  });
});

describe('makeVisitCode', () => {
  it('gives every symbol the same chance in every random place', () => {
    const rounds = 62_000;
    const counts = Array.from({ length: 8 }, () => new Map<string, number>());
    for (let i = 0; i < rounds; i++) {
      const code = makeVisitCode(createHash('sha256').update(`seed 20260103 ${i}`).digest());
      counts.forEach((column, place) => {
        const symbol = code.charAt(place);
        column.set(symbol, (column.get(symbol) ?? 0) + 1);
      });
    }
    for (const column of counts) {
      const expected = rounds / 31;
      const chiSquare = SYMBOLS.map((symbol) => (column.get(symbol) ?? 0) - expected).reduce(
        (sum, off) => sum + off ** 2 / expected,
        0,
      );
      // 99.99 % of a chi-square with 30 degrees of freedom; the seed was fixed before the first run.
      expect(chiSquare).toBeLessThan(67.64);
    }
  });

  it('throws away biased bytes and asks for more when there are too few', () => {
    expect(makeVisitCode(new Uint8Array(8))).toBe('000000000');
    expect(() => makeVisitCode(new Uint8Array(7))).toThrow();
    expect(() => makeVisitCode(new Uint8Array(32).fill(248))).toThrow();
    const mixed = Uint8Array.from([255, 248, ...new Array<number>(8).fill(247)]);
    expect(makeVisitCode(mixed).slice(0, 8)).toBe('YYYYYYYY');
  });

  it('has as many codes as one guess must hit', () => {
    expect(VISIT_CODES).toBe(31 ** 8);
    expect(Math.log2(VISIT_CODES)).toBeCloseTo(39.63, 2);
  });
});

describe('parseVisitCode', () => {
  it('reads back what it made: groups, dashes, any case, full-width, O for 0, I and L for 1', () => {
    const gaps = fc.constantFrom(' ', '-', '–', '.', '　', '​', '\n', '+');
    fc.assert(
      fc.property(codes, gaps, fc.constantFrom('I', 'i', 'L', 'l'), (code, gap, one) => {
        const typed = ` ${visitCodeGroups(code).join(gap)}${gap}`;
        expect(readOf(typed)).toBe(code);
        expect(readOf(typed.toLowerCase())).toBe(code);
        expect(readOf(typed.replaceAll('0', 'O').replaceAll('1', one))).toBe(code);
        const wide = [...code].map((s) => String.fromCodePoint(s.charCodeAt(0) + 0xfee0)).join('');
        expect(readOf(wide)).toBe(code);
        expect(visitCodeGroups(code).map((group) => group.length)).toEqual([3, 3, 3]);
      }),
    );
  });

  const code = makeVisitCode(Uint8Array.from({ length: 32 }, (_, i) => (i * 11) % 248));
  it.each([
    ['', 'empty'],
    [' – ', 'empty'],
    [code.slice(0, 8), 'length'],
    [`${code}A`, 'length'],
    [`U${code.slice(1)}`, 'symbol'],
    [`z${code.slice(1)}`, 'symbol'],
    [`ß${code.slice(1)}`, 'symbol'],
    [`中${code.slice(1)}`, 'symbol'],
    ['123456789012', 'length'],
    ['1234567890123', 'return_code'],
  ])('refuses %j as %s', (typed, kind) => {
    expect(readOf(typed)).toBe(kind);
  });

  it('knows a return code in any groups and digits, also with one symbol more or less', () => {
    const returns = fc
      .uint8Array({ minLength: 40, maxLength: 40 })
      .filter((bytes) => bytes.filter((byte) => byte < 250).length >= 19)
      .map((bytes) => makeReturnCode(bytes));
    fc.assert(
      fc.property(returns, fc.constantFrom('', ' ', '-'), (long, gap) => {
        const typed = long.replace(/(\d{4})/g, `$1${gap}`);
        for (const text of [typed, typed.slice(0, -3), `${typed}7`, typed.replaceAll('0', 'o')]) {
          expect(readOf(text)).toBe('return_code');
          expect(maySendBack(text)).toBe(false);
        }
      }),
    );
    expect(maySendBack(` ${visitCodeGroups(code).join('-')} `)).toBe(true);
  });

  it('is known by the field of the return code, but where it happens to have no letter', () => {
    fc.assert(
      fc.property(codes, (made) => {
        const parsed = parseReturnCode(visitCodeGroups(made).join(' '));
        const kind = parsed.ok ? 'ok' : parsed.error.kind;
        expect(kind).toBe(/[A-Z]/.test(made) ? 'visit_code' : 'length');
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readOf(text)));
  });
});
