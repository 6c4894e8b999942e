import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { ALIAS_WORDS, drawAlias, namesAlike, sayAlias } from '#lib/domain/community/alias.ts';

const shares = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/**
 * What no name may hold, read across both words: animals that insult, bodies and looks, peoples and colours, slurs
 * and swear words, madness and illness, death and what sounds like it, weapons, and places or things that speak of a
 * way to die.
 */
const ENGLISH =
  /\b(pig|dog|cow|rat|snake|ass|bitch|monkey|ape|sheep|goat|worm|chick|hen|fat|thin|ugly|hairy|bald|bum|butt|boob|breast|knob|cock|dick|willy|balls?|nuts?|muff|beaver|pussy|black|white|yellow|red|brown|golden|asian|indian|chinese|gyp\w*|slut|cunt|tart|crack|dope|weed|pot|high|stone\w*|mad|crazy|insane|mental|psycho|sick|ill|lame|dumb|simple|slow|weak|poor|sad|lonely|dead\w*|die|dying|death|grave|coffin|ghost|ash(es)?|blood\w*|razor|knife|blade|rope|noose|cord|bridge|cliff|roof|tower|train|rail\w*|track|river|lake|pier|pills?|poison|gas|gun|needle|charcoal|hang\w*|drown\w*|cut\w*|burn\w*|end(less|ing)?|last|final|lost|gone|empty|dark|night|hollow|fallen?|bare|naked|blind|deaf|virgin|cherry|melons?|hooker|rubber|tool|screw)\b/i;
const HAN = {
  /** Sounds like death, parting, mourning, a loss, a grave or a swear word, in Mandarin or Cantonese. */
  sounds:
    /[死四寺肆思司丝絲斯撕尸屍狮獅师師失逝世誓柿士钟鐘终終伞傘散离離梨丧喪桑棺官墓暮幕坟墳鬼桂归歸魂亡忘西輸输书書薯草操槽日鸡雞鴨鸭九狗鳩柒七撚仆閪鳥鸟屌蛋瓜]/,
  looks: /[猪豬狗牛马馬驴驢猴鼠蛇蟲虫龟龜鱼魚肥胖瘦矮丑醜秃禿肉胸奶臀腿脚腳脸臉黄黃黑白红紅棕]/,
  ill: /[疯瘋癫癲傻蠢笨呆病残殘盲聋聾哑啞痴癡弱废廢懒懶贱賤婊娼妓]/,
  ends: /[葬灵靈冥阴陰血刀剑劍绳繩药藥毒炭煤桥橋崖楼樓顶頂河海湖井轨軌铁鐵车車夜黑暗空孤独獨寒泪淚哭痛苦末尽盡断斷落残碎裂沉坠墜]/,
};
/** Words that a reading by single characters would refuse and that say nothing of the kind, each looked at. */
const FINE = ['书签', '书架', '书桌', '書籤', '書架', '清晨', '午后'];

const plain = (name: string) => FINE.reduce((text, word) => text.replace(word, ''), name);

describe.each(LOCALES)('the words of %s', (locale) => {
  const { first, second } = ALIAS_WORDS[locale];

  it('are at least 60 and 60, each once, short, and of their own script', () => {
    for (const words of [first, second]) {
      expect(words.length).toBeGreaterThanOrEqual(60);
      expect(new Set(words).size).toBe(words.length);
      const shape = locale === 'en' ? /^[a-z]{3,12}$/ : /^\p{Script=Han}{2,3}$/u;
      for (const word of words) expect(word).toMatch(shape);
    }
    expect(first.filter((word) => second.includes(word))).toEqual([]);
  });

  it('make no pair that insults, labels or speaks of death', () => {
    const pairs = first.flatMap((a) =>
      second.map((b) => (locale === 'en' ? `${a} ${b}` : `${a}${b}`)),
    );
    expect(pairs.length).toBeGreaterThanOrEqual(3600);
    const refused = locale === 'en' ? [ENGLISH] : Object.values(HAN);
    for (const pair of pairs) {
      for (const kind of refused) expect(plain(pair), pair).not.toMatch(kind);
    }
  });
});

it('the list of what no name may hold does find it', () => {
  expect('fat pig').toMatch(ENGLISH);
  expect('quiet river').toMatch(ENGLISH);
  expect('四季').toMatch(HAN.sounds);
  expect('傻瓜').toMatch(HAN.ill);
  expect('黃牛').toMatch(HAN.looks);
  expect('鐵橋').toMatch(HAN.ends);
});

it('the Chinese lists are written in the script of their place', () => {
  const all = (locale: 'zh-hans' | 'zh-hant') =>
    [...ALIAS_WORDS[locale].first, ...ALIAS_WORDS[locale].second].join('');
  expect(all('zh-hans')).not.toMatch(
    /[壺氈籤鉛筆郵籃風積鋼畫蠟紙圍曆圖針書燈鈴楓麥漿餅薑靜溫輕從閒實齊靈謙鮮穩當軟陽邊間園]/,
  );
  expect(all('zh-hant')).not.toMatch(
    /[壶签铅笔邮篮风积钢画蜡纸围历图针书灯铃枫麦浆姜静温轻从闲实齐灵谦鲜稳当软阳边间园莲罗凉汤]/,
  );
});

it('a name is drawn, stored without a word of it, and said again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LOCALES), shares, shares, (locale, a, b) => {
      const given = [a, b];
      const stored = drawAlias(locale, 0, () => given.shift() ?? 0);
      expect(stored).toMatch(/^[a-z-]{2,7}(\.[0-9]{1,4}){2}$/);
      const said = sayAlias(stored);
      expect(said.locale).toBe(locale);
      const { first, second } = ALIAS_WORDS[locale];
      const words = [first[Math.floor(a * first.length)], second[Math.floor(b * second.length)]];
      expect(said.words).toBe(words.join(locale === 'en' ? ' ' : ''));
    }),
  );
});

it('a name gets a number once many are taken, and stays sayable', () => {
  const late = drawAlias('en', 40, () => 0);
  expect(late).toBe('en.0.0.2');
  expect(sayAlias(late).words).toBe(`${sayAlias('en.0.0').words} 2`);
  expect(drawAlias('en', 39, () => 0)).toBe('en.0.0');
});

it('what is no name of ours is none', () => {
  for (const wrong of ['', 'en', 'en.0', 'fr.0.0', 'en.9999.0', 'en.0.0.x']) {
    expect(() => sayAlias(wrong)).toThrow();
  }
});

it('a name is known by its words in the other Chinese list too, with its number', () => {
  const shares: string[] = [];
  for (const [a] of ALIAS_WORDS['zh-hans'].first.entries()) {
    for (const [b] of ALIAS_WORDS['zh-hans'].second.entries()) shares.push(`zh-hans.${a}.${b}`);
  }
  const both = shares.filter((name) => namesAlike(name).length > 0);
  expect(both.length).toBeGreaterThan(100);
  for (const name of both) {
    for (const alike of namesAlike(name)) {
      expect(sayAlias(alike).words).toBe(sayAlias(name).words);
      expect(namesAlike(alike)).toContain(name);
    }
    expect(namesAlike(`${name}.2`)).toEqual(namesAlike(name).map((alike) => `${alike}.2`));
  }
  expect(namesAlike('en.0.0')).toEqual([]);
});
