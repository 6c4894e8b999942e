import { describe, expect, test } from 'vitest';
import { fold } from '#lib/domain/community/masking/fold.ts';
import { FINDERS, maskContacts } from '#lib/domain/community/masking/mask.ts';
import { readNumberWords } from '#lib/domain/community/masking/number-words.ts';
import { PLATFORM, readPlatforms } from '#lib/domain/community/masking/platforms.ts';
import { ONLY } from './examples.ts';

/** What is found itself, without the clause around it. */
const maskAlone = (post: string, finders = FINDERS) =>
  maskContacts(post, [], { finders, findLikely: () => [], clausesOf: () => [] });

describe('each finder', () => {
  test('has a post of its own', () => {
    expect(Object.keys(ONLY).toSorted()).toEqual(FINDERS.map(({ name }) => name).toSorted());
  });

  test.each(FINDERS.map((finder) => [finder.name, finder] as const))(
    'masks what it is for, and nothing else would: %s',
    (name, finder) => {
      const marked = ONLY[name] ?? '';
      const post = marked.replace(/[«»]/gu, '');
      const span = { start: marked.indexOf('«'), end: marked.indexOf('»') - 1 };
      const found = (finders: typeof FINDERS) => maskAlone(post, finders).found;
      expect(found(FINDERS)).toEqual([{ ...span, kind: finder.kind }]);
      expect(found(FINDERS.filter((other) => other !== finder))).not.toContainEqual(
        expect.objectContaining(span),
      );
    },
  );
});

describe('a phone number', () => {
  test.each([
    ['13800138000', 'mainland China'],
    ['91234567', 'Hong Kong'],
    ['07700 900123', 'United Kingdom'],
    ['+1 212 555 0187', 'anywhere'],
    ['010-12345679', 'a landline in China'],
    ['138，0013，8000', 'with commas'],
    ['138 then 0013 then 8000', 'with words between'],
    ['oh seven seven double oh nine double oh one two three', 'in words'],
    ['seventy-seven hundred nine hundred one two three four', 'in larger words'],
    ['sevensevenzerozeronineonetwothree', 'in words without blanks'],
    ['一三八零零一三八〇〇〇', 'in Chinese numerals'],
    ['壹叁捌零零壹叁捌零零零', 'in numerals of cheques'],
    ['洞拐拐洞洞勾洞洞幺两三', 'as on the radio'],
    ['幺散爸零零幺三爸零零零', 'in words that sound alike'],
    ['九孖二三四五六七', 'with a Cantonese double'],
    ['①③⑧⓪⓪①③⑧⓪⓪⓪', 'in circles'],
    ['❶❸❽⓿⓿❶❸❽⓿⓿⓿', 'in black circles'],
    ['١٣٨٠٠١٣٨٠٠٠', 'in Arabic digits'],
    ['O77OO 9OOl23', 'with letters for digits'],
    ['1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣', 'on keys'],
  ])('%s (%s)', (number) => {
    const post = `it is ${number}, ok`;
    expect(maskAlone(post).found).toEqual([{ start: 6, end: 6 + number.length, kind: 'phone' }]);
  });

  test('of seven digits is one after a word for calling', () => {
    expect(maskContacts('ring 555 0187', []).found).toHaveLength(1);
    expect(maskContacts('it was 555 0187', []).found).toEqual([]);
  });

  test.each([
    ['2024-11-26 14:30', 'a date'],
    ['20241126', 'a date in one'],
    ['2015-2018, 2019 2020', 'years'],
    ['0900-1730', 'hours'],
    ['12,000,000', 'an amount'],
    ['3.14159265', 'a fraction'],
    ['20000000', 'a round number'],
    ['£23456789', 'money'],
    ['23456789元', 'money in China'],
    ['6000-8000', 'a range'],
    ['18 16 14 12 9 7', 'a list of scores'],
    ['2 1 3 2 1 0 1 2 1', 'answers'],
    ['66666666', 'one digit, again and again'],
    ['一二三四五六七八九', 'counting'],
    ['9 8 7 6 5 4 3 2 1', 'counting down'],
  ])('is not seen in %s (%s)', (number) => {
    expect(maskContacts(`so ${number} then`, []).found).toEqual([]);
  });
});

test.each([
  'WeChat',
  'w e c h a t',
  'w3chat',
  'wéchat',
  'ｗｅｃｈａｔ',
  'wесhаt',
  'we\u200bchat',
  '🅆🄴🄲🄷🄰🅃',
  '微信',
  '微 信',
  '薇信',
  'V信',
  '卫星',
])('the name of a platform is read however it is spelled: %s', (name) => {
  expect(readPlatforms(fold(name, [])).text).toMatch(new RegExp(`^${PLATFORM}$`, 'u'));
});

test('words that are no digits stay words', () => {
  expect(readNumberWords(fold('someone phoned; 什么时候', [])).text).toBe(
    'someone phoned; 什么时候',
  );
});
