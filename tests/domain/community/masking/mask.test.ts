import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MASK } from '#lib/domain/community/masking/fold.ts';
import { findLikely as findByLikeness } from '#lib/domain/community/masking/likeness/find-likely.ts';
import { FINDERS, maskContacts } from '#lib/domain/community/masking/mask.ts';
import { HELP_LINES } from './help-lines.ts';

const masked = (text: string, allowed: readonly string[] = HELP_LINES) =>
  maskContacts(text, allowed).text;

describe('what is masked', () => {
  test('is told by its place in the original text, also after characters that are not seen', () => {
    const { text, found } = maskContacts('🙂\u200b call 07700\u200b 900123 ok', []);
    expect(text).toBe(`🙂\u200b call ${MASK} ok`);
    expect(found).toEqual([{ start: 9, end: 22, kind: 'phone' }]);
  });

  test('is masked once where two finders agree', () => {
    expect(masked('dm me, insta: rainy_wu7')).toBe(`${MASK}, ${MASK}`);
    expect(maskContacts('加我微信 xiaolin0613', []).found).toHaveLength(1);
  });

  test('stays the rest of the sentence', () => {
    expect(masked('I go out at 7, ring 07700 900123 then.')).toBe(
      `I go out at 7, ring ${MASK} then.`,
    );
  });

  test('a mask that stands in a text divides what is beside it', () => {
    expect(masked(`0770${MASK}0900123`)).toBe(`0770${MASK}0900123`);
  });
});

describe('a clause that no finder knows', () => {
  const post = "the blue one, I'm there as velvet eighty ate, promise";
  const alone = (findLikely: typeof findByLikeness) =>
    maskContacts(post, [], { finders: [], findLikely, clausesOf: () => [] }).found;

  test('is masked whole where all its words together read like contact details', () => {
    expect(alone(findByLikeness)).toContainEqual({
      start: post.indexOf('I'),
      end: post.indexOf(', promise'),
      kind: 'invitation',
    });
    expect(alone(() => [])).toEqual([]);
  });

  test.each(['Post 1', 'Mood 3/10', 'C-PTSD', '抱抱', '打卡第7天'])(
    'stays where it says little: %s',
    (post) => {
      expect(masked(post)).toBe(post);
    },
  );

  test('stays where it is numbers', () => {
    expect(masked('so 9 8 7 6 5 4 3 2 1 then')).toBe('so 9 8 7 6 5 4 3 2 1 then');
  });
});

describe('letters in other dress', () => {
  test.each(['it is ⓕⓞⓧⓑⓤⓡⓨ ok', 'it is fохbury ok', 'it is fox\u200bbury ok'])('%s', (post) => {
    expect(
      maskContacts(post, [], { finders: [], findLikely: () => [], clausesOf: () => [] }).text,
    ).toBe(`it is ${MASK} ok`);
  });

  test('are no numbers in circles, and no word of another script', () => {
    const parts = { finders: FINDERS, findLikely: () => [], clausesOf: () => [] };
    expect(maskContacts('①②③ ④⑤, привет', [], parts).found).toEqual([]);
  });
});

describe('numbers that are allowed', () => {
  test('stay, however they are spaced', () => {
    for (const number of [
      '2896 0000',
      '28960000',
      '2896-0000',
      '+852 2896 0000',
      '二八九六 零零零零',
    ]) {
      expect(masked(`ring ${number} now`)).toBe(`ring ${number} now`);
      expect(masked(`ring ${number} now`, [])).not.toContain(number);
    }
  });

  test('stay beside one that does not', () => {
    expect(masked('2896 0000 / 9123 4567')).toBe(`2896 0000 / ${MASK}`);
  });

  test('of three digits hide no longer number', () => {
    expect(masked('07700 999 112')).toBe(MASK);
    expect(masked('120 110 119')).toBe('120 110 119');
  });

  test('stay in the middle of an invitation', () => {
    expect(masked('please call me or 116 123 tonight, ok')).toBe(`${MASK}116 123${MASK}, ok`);
    expect(masked('please call me on 07700 999 112 tonight, ok')).toBe(`${MASK}, ok`);
  });

  test('are every help line and emergency number that the product ships', () => {
    expect(HELP_LINES.length).toBeGreaterThan(40);
    for (const number of HELP_LINES)
      expect(masked(`call ${number} now`)).toBe(`call ${number} now`);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '微信',
      '加我',
      'dm me ',
      'ig',
      'vx',
      '@',
      '.',
      'com',
      ' at ',
      'gmail',
      '一三八',
      'one ',
      'double ',
    ],
    ...[
      '07700',
      '900123',
      ' ',
      '\n',
      '：',
      MASK,
      '[',
      '…',
      ']',
      '\ud83d',
      '\ude00',
      '\u200b',
      '他',
      '不',
    ],
    ...[
      'abc_1',
      '號',
      '"',
      '#1234',
      '路',
      '室',
      'http://',
      'ⓕⓞ',
      's i ',
      'let me ',
      'come and ',
      '不如',
      '见面',
      '吧，',
      '116 123',
      'jia',
      '（',
      '）',
      'ling ',
      '北京路12号',
      '/',
      'let’s talk on ',
      'п',
      '１',
      '①',
      '\ue000',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const posts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const runs = { numRuns: process.env['HANDRAIL_NIGHTLY'] === '1' ? 20_000 : 1_000 };

describe('on any text', () => {
  test('masking what is masked changes nothing', () => {
    fc.assert(
      fc.property(posts, (post) => {
        const once = masked(post);
        expect(maskContacts(once, HELP_LINES)).toEqual({ text: once, found: [] });
      }),
      runs,
    );
  });

  test('what is found is in order, apart and within; all else stays', () => {
    fc.assert(
      fc.property(posts, (post) => {
        const { text, found } = maskContacts(post, HELP_LINES);
        let done = 0;
        let kept = '';
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(end).toBeGreaterThan(start);
          kept += post.slice(done, start) + MASK;
          done = end;
        }
        expect(done).toBeLessThanOrEqual(post.length);
        expect(text).toBe(kept + post.slice(done));
      }),
      runs,
    );
  });

  test('no character is cut in two', () => {
    const whole = fc.array(fc.oneof(piece, fc.constant('😀')), { maxLength: 30 });
    fc.assert(
      fc.property(whole, (pieces) => {
        const post = pieces.join('').toWellFormed();
        expect(masked(post).isWellFormed()).toBe(true);
      }),
      runs,
    );
  });
});
