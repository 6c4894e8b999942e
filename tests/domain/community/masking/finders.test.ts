import { describe, expect, test } from 'vitest';
import { fold } from '#lib/domain/community/masking/fold.ts';
import { FINDERS, maskContacts } from '#lib/domain/community/masking/mask.ts';
import { readNumberWords } from '#lib/domain/community/masking/number-words.ts';
import { PLATFORM, readPlatforms } from '#lib/domain/community/masking/platforms.ts';

/** For each finder a post that no other one masks whole; what it has to mask stands between « and ». */
const ONLY: Readonly<Record<string, string>> = {
  'e-mail address': 'write to «sam@mydomain.org» please',
  'spelled e-mail address': 'it is: «k e i r a @ g m a i l . c o m» ok',
  'mailbox and name': '«email is keira92x» ok',
  'web address': 'see «http://localhost/room» ok',
  www: 'see «www.quiet.example» ok',
  domain: 'see «quiet-days.com» ok',
  'short link': 'see «linktr.me/quiet» ok',
  'at sign and name': 'it is «@quietfox» ok',
  'platform, at sign, and name': '«微博@今晚的风» ok',
  'platform, stop, and handle': '«discord? fox_1» ok',
  'platform and handle': '«telegram fox_1» ok',
  'platform and number': '«telegram 382910» ok',
  'platform, a word for it, and name': '«telegram name quietfox» ok',
  'platform, colon, and name': '«telegram: quietfox» ok',
  'platform and "is" name': '«telegram handle is quietfox», ok',
  'Chinese platform and Latin name': '«微信 quietfox» ok',
  'platform and spelled name': '«telegram q u i e t» ok',
  'platform and quoted name': '«微博搜“睡不醒的鹿”» ok',
  'quoted name on platform': '«"Rosie Tulip" on facebook» ok',
  'handle on platform': 'it is «fox_1 on telegram» ok',
  'initial and handle': '«v: fox123» ok',
  'initial and number': '«q 382910» ok',
  'word for a handle and name': '«username is quietfox» ok',
  'find me as': '«search quietfox9» ok',
  'name with number sign': 'it is «quietfox#4821» ok',
  'on a platform, me': '«follow me on telegram» ok',
  'write to me': '«dm me» ok',
  'call me': '«text me» if it gets worse',
  'platform me': '«telegram me» ok',
  'talk on a platform': "«let's talk on telegram» ok",
  'your number': "«what's your number» ok",
  meet: "«let's meet up» ok",
  'somewhere else': '«talk somewhere else» ok',
  加我: '«加我» ok',
  加微信: '«加个微信» ok',
  私聊: '«私聊我» ok',
  去微信聊: '«去微信聊» ok',
  你的微信: '«你微信多少» ok',
  换联系方式: '«留个联系方式» ok',
  见面: '«见个面» ok',
  换个地方聊: '«换个地方聊» ok',
  'number and street': 'at «14 Birchwood Road» ok',
  'flat and block': 'at «Flat 5, 12/F» ok',
  postcode: 'at «SE17 1JL» ok',
  'Chinese street and number': '«中山路128号» ok',
  'Chinese block and room': '«3栋502室» ok',
};

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
      expect(maskContacts(post, []).found).toEqual([{ ...span, kind: finder.kind }]);
      const without = FINDERS.filter((other) => other !== finder);
      expect(maskContacts(post, [], without).found).not.toContainEqual(
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
    expect(maskContacts(post, []).found).toEqual([
      { start: 6, end: 6 + number.length, kind: 'phone' },
    ]);
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
