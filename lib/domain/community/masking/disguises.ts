import { rewrite, type View } from './view.ts';

/** One letter or digit after another, each apart: "d i s c o r d", "p-r-i-v-a-t-e". */
const APART = '[ ._*·~♥/|+-]';
const SPELLED = new RegExp(
  `(?<![a-z0-9])(?:[a-z0-9]${APART}{1,3}(?:@ |\\. |\\[\\.\\] )?){2,40}[a-z0-9](?![a-z0-9])`,
  'gu',
);
const BETWEEN = new RegExp(`(?<=[a-z0-9])${APART}(?=[a-z0-9])`, 'gu');

const SPELLED_DM =
  /(?<![a-z0-9])([dp])[ ._*·~-]{1,2}m(?=[ ._*·~-]{1,2}m[ ._*·~-]?e(?![a-z])| ?我)[._*·~-]?/gu;

/** What is typed between Chinese characters, or between them and numbers, to slip by: 面 基, 加*我, 莲花-横路-15号. */
const IN_CHINESE =
  /(?<=\p{Script=Han})[ ~♥*·._/|+^#-]{1,3}(?=[\p{Script=Han}\d])|(?<=\d)[ ~♥*·_/|+^#-]{1,2}(?=\p{Script=Han})/gu;

/** The same sign after each character: 不*困*的*阿*棠. */
const SIGNED =
  /\p{Script=Han}([^\p{Script=Han}\p{Co}\s,，。、])(?:\p{Script=Han}\1){2,20}\p{Script=Han}/gu;

/** Characters taken apart: 厶亻言 for 私信. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/禾厶|(?<![禾a-z])厶(?=亻)/gu, '私'],
  [/(?:亻|人)言/gu, '信'],
  [/[言讠]卂/gu, '讯'],
  [/力口/gu, '加'],
  [/耳卯/gu, '聊'],
  [/彳.?攵/gu, '微'],
  [/[言讠]舌/gu, '话'],
  [/[扌才]丁/gu, '打'],
  [/[扌才]戈/gu, '找'],
  [/又寸/gu, '对'],
  [/尹羊|君羊/gu, '群'],
  // Characters that sound alike.
  [/[莪硪]/gu, '我'],
  [
    /(?<![a-z\p{Script=Han}])[伽珈迦枷痂笳茄咖嘉佳](?=[我俄窝蜗微薇徽v扣q])|(?:[伽珈迦枷痂笳])(?=[我俄窝蜗])/gu,
    '加',
  ],
  [/(?<=加)[俄窝蜗]/gu, '我'],
  [
    /[微薇徽溦葳崴威危巍煨维惟帏帷潍炜玮纬苇韦魏蔚渭徾](?=[信芯伈鑫馨])|[微薇徽溦葳崴徾](?=[欣昕忻歆辛薪心])/gu,
    '微',
  ],
  [/(?<=微)[芯伈鑫馨欣昕忻歆辛薪](?!\p{Script=Han}理)/gu, '信'],
  [/(?<![\p{Script=Han}a-z])[思丝撕司斯](?=我(?:$|[,，。!?~]))/gu, '私'],
  [/(?<=[dp]\.? ?m\.? )(?:ngo|wo)(?![a-z])/gu, '我'],
  [/(?<![意心a-z])[s思丝撕司斯4](?=聊)/gu, '私'],
  // And Latin letters or a sign for one of them.
  [/(?:\+|(?<![a-z])jia) ?(?=我|个|[1]?下|好友|群|v|微|薇|扣|q)/gu, '加'],
  [/(?<![a-z])(?:si|s1) ?(?=信|聊|我|讯)/gu, '私'],
  [/(?<![a-z])wei ?(?=信|芯|x)/gu, '微'],
  [/(?<=[私微薇]) ?xin(?![a-z])/gu, '信'],
  [/(?<=[私单]) ?liao(?![a-z])/gu, '聊'],
];

/** Signs and digits typed for a letter. */
const TYPED: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g' },
  ...{ '@': 'a', $: 's', '€': 'e', '!': 'i', '|': 'i', '¢': 'c', '£': 'l', '¥': 'y', '+': 't' },
};
const MIXED =
  /(?<![a-z0-9@$€!|¢£¥+])(?=[^a-z]{0,3}[a-z])[a-z0-9@$€!|¢£¥+]{2,14}(?![a-z0-9@$€|¢£¥+])/gu;
/** Words that invite or lead elsewhere. */
const KNOWN = new Set(
  `meet meeting message messages text call private privately inbox chat talk add find follow write email mail dms
  number phone address discord street road lane avenue close house flat come over round site here group link invite
  app slide inbox come over somewhere else elsewhere skype signal zoom telegram instagram insta snap snapchat facebook whatsapp reach contact`.split(
    /\s+/u,
  ),
);

/** The view without what people type to slip by a filter. Where nothing is, the same one. */
export function readDisguises(view: View): View {
  const unsigned = rewrite(view, SIGNED, ([run, sign = '']) => run.replaceAll(sign, ''));
  const whole = PARTS.reduce((read, [part, sign]) => rewrite(read, part, () => sign), unsigned);
  const written = rewrite(whole, SPELLED_DM, ([, letter = '']) => `${letter}m`);
  const joined = rewrite(written, SPELLED, ([run]) => joinedRun(run));
  const chinese = rewrite(joined, IN_CHINESE, () => '');
  return rewrite(chinese, MIXED, ([word]) => plainWord(word));
}

function joinedRun(run: string): string | null {
  const letters = run.match(/[a-z]/gu)?.length ?? 0;
  // Digits are read elsewhere.
  if (letters < 3) return null;
  const signs = run.match(BETWEEN) ?? [];
  // Where blanks stand between all letters a dot is one of the name.
  const between = signs.filter((sign) => sign === ' ').length * 2 > signs.length ? / /gu : BETWEEN;
  return run
    .split(/ {2,}/u)
    .map((word) => word.replace(between, ''))
    .join(' ');
}

function plainWord(word: string): string | null {
  if (/^[a-z]+$/u.test(word)) return null;
  const plain = [...word].map((sign) => TYPED[sign] ?? sign).join('');
  if (KNOWN.has(plain)) return plain;
  const other = [...word]
    .map((sign) => (/[1!|]/u.test(sign) ? 'l' : (TYPED[sign] ?? sign)))
    .join('');
  return KNOWN.has(other) ? other : null;
}
