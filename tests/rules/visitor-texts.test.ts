import { describe, expect, test } from 'vitest';
import { MESSAGES } from '#lib/i18n/messages.ts';

const AREAS = [
  ...['check', 'result', 'bridges', 'mine', 'place', 'checkin', 'care', 'group'],
  ...['shell', 'help', 'display', 'public', 'closed', 'report'],
] as readonly (keyof typeof MESSAGES.en)[];
type Texts = Readonly<Record<string, string>>;

function flat(value: object, path = ''): Texts {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string'
        ? [[`${path}${key}`, inner]]
        : Object.entries(flat(inner as object, `${path}${key}.`)),
    ),
  );
}

const textsOf = (messages: (typeof MESSAGES)[keyof typeof MESSAGES]) =>
  flat(Object.fromEntries(AREAS.map((area) => [area, messages[area]])));
const en = textsOf(MESSAGES.en);
const hans = textsOf(MESSAGES['zh-hans']);
const hant = textsOf(MESSAGES['zh-hant']);

/** Names of placeholders and tags; the words inside a plural are not names. */
function places(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map((m) => m[1] ?? `<${m[2]}>`).sort();
}

/** The words that are read, without plural forms and tags. */
const spoken = (text: string) =>
  text.replace(/\w+, plural,|=\d+|\b(one|other)\b(?= \{)/g, '').replace(/[{}<>/]/g, ' ');

/** Content guide: words that label, blame, push or come from the inside. */
const NOT_IN_ENGLISH =
  /\b(suffer|at risk|depress\w*|disorder|clinicians?|providers?|professional help|treatment|intake|referral|psychiatric|seek|help-seeking|reach out|suicidal|commit\w*|incomplete|failed|missed|overdue|prefer not|tiers?|pathway|funnel|conversion|triage|forum|community|chat room|should|must|need to|try to|well done|thank you|complete|congratulat\w*|policy|sorry|please|oops|invalid|don't|can't|won't)\b/i;
const NOT_IN_CHINESE =
  /精神病|病人|患者|變態|变态|想不开|諗唔開|矫情|负能量|黐線|治疗|治療|就医|求醫|心理有[问問][题題]|自[杀殺](成功|未遂|不遂)|轻生|輕生|恭喜|抱歉|分流|抑郁|抑鬱/;
const ONLY_HANS =
  /[们这还时个来说对没问题会发开关为与机给让样进过现么虑险选项号组码预约资讯线应该实际总结]/;
const ONLY_HANT =
  /[們這還時個來說對沒問題會發開關為與機給讓樣進過現麼慮險選項號組碼預約資訊線應該實際總結裡]/;
const MAINLAND_WORDS = /隱私|郵箱|短信|網路|打印|登錄|保存|設備|鏈接|什麼|信息|默認|屏幕/;

describe('texts of the visitor’s way', () => {
  test.each([
    ['zh-hans', hans],
    ['zh-hant', hant],
  ])('%s has every key with the same places', (_, texts) => {
    expect(Object.keys(texts)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(texts)) {
      expect([...new Set(places(text))], key).toEqual([...new Set(places(en[key] ?? ''))]);
      expect(text.trim(), key).toBe(text);
    }
  });

  test('no word that labels, blames or pushes', () => {
    for (const [key, text] of Object.entries(en)) {
      expect(spoken(text), key).not.toMatch(NOT_IN_ENGLISH);
    }
    for (const [key, text] of [...Object.entries(hans), ...Object.entries(hant)]) {
      expect(text, key).not.toMatch(NOT_IN_CHINESE);
    }
  });

  test('each script is its own, never converted', () => {
    for (const [key, text] of Object.entries(hans)) expect(text, key).not.toMatch(ONLY_HANT);
    for (const [key, text] of Object.entries(hant)) {
      expect(text, key).not.toMatch(ONLY_HANS);
      expect(text, key).not.toMatch(MAINLAND_WORDS);
      expect(text, key).not.toMatch(/[“”]/);
    }
    for (const [key, text] of Object.entries(hans)) expect(text, key).not.toMatch(/[「」]/);
  });

  test.each([
    ['zh-hans', hans, '引导员', /向导|嚮導|引導|支援员|支援員/],
    ['zh-hant', hant, '支援員', /向导|向導|嚮導|引導員|引导/],
  ])('%s has one name for the person who answers', (_, texts, name, others) => {
    expect(Object.values(texts).filter((text) => text.includes(name)).length).toBeGreaterThan(10);
    for (const [key, text] of Object.entries(texts)) expect(text, key).not.toMatch(others);
  });

  test('English sentences have at most 20 words', () => {
    for (const [key, text] of Object.entries(en)) {
      for (const sentence of spoken(text).split(/[.!?:]\s/)) {
        expect(sentence.split(/\s+/).filter(Boolean).length, key).toBeLessThanOrEqual(20);
      }
    }
  });

  test.each([
    ['zh-hans', hans],
    ['zh-hant', hant],
  ])('%s: at most 36 characters between stops, 18 on average', (_, texts) => {
    const lengths = Object.entries(texts).flatMap(([key, text]) =>
      spoken(text)
        .split(/[，。；：？！、（）\s]+/)
        .filter((part) => part !== '')
        .map((part) => ({ key, length: [...part].length })),
    );
    for (const { key, length } of lengths) expect(length, key).toBeLessThanOrEqual(36);
    const mean = lengths.reduce((sum, { length }) => sum + length, 0) / lengths.length;
    expect(mean).toBeLessThanOrEqual(18);
  });
});

test('zh-hant writes a word in one way everywhere, for staff too', () => {
  for (const [key, text] of Object.entries(flat(MESSAGES['zh-hant']))) {
    expect(text, key).not.toMatch(/[這那哪]裏|紀錄/);
  }
});
