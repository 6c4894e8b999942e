import { rewrite, type View } from './view.ts';

/** Signs for a platform's name, by how sure the name alone is. Private-use characters, so never typed. */
const NAMED = '\uE000';
/** Names that are hardly written but for giving a handle, and all Chinese ones. */
export const CALLED = '\uE001';
/** Short names that are also words. */
const SHORT = '\uE002';
export const PLATFORM = `[${NAMED}${CALLED}${SHORT}]`;

/** What may stand between the letters of a name. Listed: "no letter, no digit" is slow to compile. */
const APART = `[ ._*~/|'"=^,，。、·•♥!?…<>-]{0,2}`;

/** What is typed for a letter to slip by. */
const TYPED: Readonly<Record<string, string>> = {
  ...{ a: 'a@4', e: 'e3', i: 'i1l!|', l: 'l1i|', o: 'o0', s: 's5$', t: 't7', g: 'g9', b: 'b8' },
};

/** Short names are spelled with their own letters: "79" is not "tg". */
const spelled = (name: string) =>
  [...name]
    .map((letter) => (name.length > 4 && TYPED[letter] ? `[${TYPED[letter]}]` : letter))
    .join(APART);

type Names = { readonly sign: string; readonly latin: boolean; readonly names: string };

const NAMES: readonly Names[] = [
  {
    sign: NAMED,
    latin: true,
    names: `wechat weixin whatsapp whatsap watsapp wtsapp whatapp telegram telegr instagram insta snapchat
      discord kakaotalk kakao facebook messenger tiktok twitter weibo linkedin reddit imessage facetime
      wotsapp wattsapp whatsa铺 douyin xiaohongshu rednote bilibili dingtalk bluesky mastodon tumblr
      viber threema playstation gamertag roblox`,
  },
  {
    sign: CALLED,
    latin: false,
    names: `微信 威信 薇信 维信 徽信 危信 喂信 卫星号 微芯 微x 微心 微xin wei信 v信 w信 薇x v芯 微♥ 薇♥ v♥ 微号 薇号 v号 卫星
      葳信 葳♥ 葳芯 崴信 歪信 威芯 威♥ 威x 薇芯 薇心 薇xin 卫芯 微讯 威讯 微星号 绿泡泡 绿信 绿色软件 绿色聊天
      扣扣 叩叩 球球 秋秋 蔻蔻 抠抠 企鹅号 企鹅 企号 扣号 q号 球号 丘丘 口口号 q丘 电报 纸飞机 飞机号 华士鸭 华事鸭
      小红书号 小红书 小红薯号 小hong书 xhs 脸书 面书 推特 抖音号 抖音 快手号 快手 微博 陌陌 小蓝鸟 赖号 line号
      企鹅仔 小薯 小番薯 围脖 连登 卡考 赖id 赖的id 赖帐号 赖账号 脆的 脆嘅 某音 某书 某博 某信 小地瓜 大红薯 小红薯 小蓝书 b站 哔哩哔哩 钉钉 飞书 豆瓣 知乎 噗浪 脆上 脆号 贴吧 探探 闲鱼 脸谱 推推 蓝鸟 幽灵app
      whatsa铺 👻`,
  },
  { sign: CALLED, latin: true, names: 'vx wx wechatid qq kkt' },
  {
    sign: SHORT,
    latin: true,
    names:
      'tg tele wts wtsp wapp ws signal line ig ins snap sc dc fb threads xhs psn skype steam kik zoom teams viber ytb bereal xbox twitch plurk dcard 1g 🐦 ✈ 📷 soul tt',
  },
];

const FINDERS = NAMES.map(({ sign, latin, names }) => ({
  sign,
  latin,
  pattern: new RegExp(names.trim().split(/\s+/).map(spelled).join('|'), 'gu'),
}));

/** A platform that is only described: "the yellow app with the ghost", 绿色嗰个app. */
const COLOURS =
  'green|yellow|blue|purple|pink|red|black|white|orange|ghost|bird|plane|camera|photo|penguin|controller';
const THING = '(?:apps?|place|site|software|platform|one)';
const DESCRIBED = new RegExp(
  [
    `(?<![a-z])(?:the |that )(?:[a-z]+ ){0,2}?(?:${COLOURS})s?(?: [a-z]+){0,2}? ${THING}(?: with (?:the |a )?[a-z]+)?(?![a-z])`,
    `(?<![a-z])(?:the |that )${THING} with (?:the |a )(?:[a-z]+ )?(?:${COLOURS})(?![a-z])`,
    '(?<![a-z])(?:the|on) gram(?![a-z])',
    '(?<![a-z])wh?[ao]+[tsz]{1,3}[ -]?[sz]?[aeu]p{1,2}(?![a-z])',
  ].join('|'),
  'gu',
);
const DESCRIBED_IN_CHINESE =
  /(?:[绿黄蓝紫粉红橙白黑]|幽灵|鬼仔?|小鸟|飞机|企鹅|相机|纸鹤|心)色?[的嘅]?[那嗰个款]{0,2}[绿黄蓝紫粉红橙白黑]?色?[的嘅]?(?:app|软件|电话|图标|平台|泡泡|对话框|气泡)|(?:那|嗰|某)[个款](?:app|软件)/gu;

const LETTER = /[a-z0-9]/u;
/** A line of another kind: "the crisis line is 116 123". */
const OTHER_LINE =
  /(?:crisis|help|hot|support|advice|phone|care|the|a|on|in|of|bus|tube|train|next|last|first|bottom|dead) $/u;
/** "vxabc123" and "qq12345678": a name of this kind may run into its handle. */
const RUNS_ON = /^[a-z_]{0,12}\d/u;

/** The view with one sign for each platform's name, however it is spelled. */
export function readPlatforms(view: View): View {
  const described = rewrite(
    rewrite(view, DESCRIBED, () => SHORT),
    DESCRIBED_IN_CHINESE,
    () => CALLED,
  );
  return FINDERS.reduce(
    (read, { sign, latin, pattern }) =>
      rewrite(read, pattern, (match) => (isName(read.text, match, { sign, latin }) ? sign : null)),
    described,
  );
}

function isName(
  text: string,
  match: RegExpExecArray,
  { sign, latin }: { readonly sign: string; readonly latin: boolean },
): boolean {
  // After digits it may begin: "13800138000vx".
  const joined = /[a-z]/u.test(text.charAt(match.index - 1)) && LETTER.test(match[0].charAt(0));
  if (joined) return false;
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 14);
  if (!latin) return true;
  if (!/[a-z]/u.test(match[0])) return false;
  // Two words of a sentence, but where a handle follows.
  if (match[0] === 'i message') return false;
  if (match[0] === 'line' && OTHER_LINE.test(text.slice(0, match.index))) return false;
  if (match[0] === 'we chat' && !/^ ?(?:[:=-]|id|is|name)/u.test(after)) return false;
  if (!LETTER.test(after.charAt(0))) return true;
  return sign !== SHORT && RUNS_ON.test(after);
}
