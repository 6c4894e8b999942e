import type { Finder } from '../finder.ts';
import { CALLED, PLATFORM } from '../platforms.ts';
import { TOLD_ZH } from './told.ts';
import { isUncommon } from './words.ts';

/** What a name goes on with: up to what ends a clause. */
const MORE = String.raw`(?:[^\n\p{Co}.,!?;:，。！？；：…“”"「」『』]|\.(?=[^\s]))`;
const SAYS =
  '(?:(?:个名|用户名|名字|昵称|账号|帐号|号码|号|id|名(?!单|人|气|校|牌|额|声))(?:就|也)?(?:叫做?|是|系|係|为|(?=[ :"“「『【])|(?=[a-z0-9]))|叫做|名叫|搜索|搜寻|搜|寻|找|搵|查|叫|有我|关注)';
/** Words that make it no name: what was searched for, whom it happened to, that it was. */
const NO_NAME =
  /^(?:了|过|到|不[到出了能会得]|没|冇|我(?!是|叫|爱|要)|你|他|她|佢|人|医|心理|什么|咩|点|怎|如何|唔|给|被|出|咗|紧|起|来|得|里|的|嘅|个|些|啲|群|抑郁|焦虑|失眠|为|有|也|都|还|又|朋友|同学|资料|视频|工作|东西|教程|那|这|嗰|呢)/u;
/** Words that make what follows a platform a sentence. */
const IN_A_SENTENCE =
  /[了过咗着被把给跟和对从没冇不唔有都也就又还再很太好]|刷|聊|看|睇|发|删|卸|登|封|收|加|群|好友|朋友|头像|记录|消息|步数|里|上(?!海)|关注|更新|视频|是|系|係|全部|成日|每[天日]|密码|丢|忘|注销|账号|得|like/u;
/** A clause that goes on with its own words after a name. */
const GOES_ON =
  / (?:and|but|if|so|because|when|where|which|who|i|i'm|it|we|you|feel|come|dm|message|for|or|all|minus)(?: .*)?$/u;
const WORDS_BEFORE = "(?<lead>^|[^a-z'])";

/** The part up to the end of the group `name`, without what goes on after it. */
const throughName =
  (accept: (name: string) => boolean): NonNullable<Finder['take']> =>
  (match) => {
    const name = match.groups?.['name'] ?? '';
    const kept = /\p{Script=Han}/u.test(name) ? name : name.replace(GOES_ON, '');
    const lead = match.groups?.['lead']?.length ?? 0;
    if (!accept(kept)) return null;
    const rest = match.groups?.['rest']?.length ?? 0;
    return [lead, match[0].length - (rest > 0 ? 0 : name.length - kept.length)];
  };

const isLatinName = (name: string) =>
  name.trim().split(/[ /]+/u).slice(0, 6).some(isUncommon) || /[a-z].*\d|\d.*[a-z]/u.test(name);

export const NAME_FINDERS: readonly Finder[] = [
  {
    name: 'Chinese: platform, a word for it, and name',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM}[)）」]? ?(?:上面?|里面?|入面|那边|这边|嗰边|度|app|软件|平台|专页|主页|频道|群组)?[的嘅]?(?:我|俺|也|都|就|直接|去|可以){0,2}${SAYS}(?:1下|我|:)?[ :"“「『【']{0,3}(?<name>${MORE}{2,40})`,
      'gu',
    ),
    unless: TOLD_ZH,
    take: throughName((name) => !NO_NAME.test(name)),
  },
  {
    name: 'Chinese: my platform and name',
    kind: 'handle',
    pattern: new RegExp(
      `(?:我(?:的|嘅)?(?:${PLATFORM}(?:账号|帐号|id|名|昵称)?)|${PLATFORM}(?:个|的|嘅)?(?:账号|帐号|id|昵称|用户名|名字|名|号)) ?(?<name>[\\p{Script=Han}a-z0-9]{3,14})(?=$|[，。！？,.!?;\n(~"”])`,
      'gu',
    ),
    unless: TOLD_ZH,
    take: throughName((name) => !IN_A_SENTENCE.test(name)),
  },
  {
    name: 'near a platform, name with a dot or hyphen',
    kind: 'handle',
    pattern: new RegExp(
      `(?<lead>${PLATFORM}[^\\n\\p{Co}]{0,50}?[^a-z0-9._-])(?<name>[a-z0-9]{2,20}(?:[.:_-][a-z0-9]{2,20}){1,4})(?![a-z0-9])`,
      'gu',
    ),
    take: throughName((name) => name.split(/[._-]/u).some(isUncommon)),
  },
  {
    name: 'name with a dot or hyphen, near a platform',
    kind: 'handle',
    pattern: new RegExp(
      `(?<lead>^|[^a-z0-9._-])(?<name>[a-z0-9]{2,20}(?:[._-][a-z0-9]{2,20}){1,4})(?![a-z0-9])(?=[^\\n\\p{Co}]{0,40}${PLATFORM})`,
      'gu',
    ),
    take: throughName((name) => name.split(/[._-]/u).some(isUncommon)),
  },
  {
    name: 'find me on platform, name',
    kind: 'handle',
    pattern: new RegExp(
      `(?<![a-z])(?:me|us|up|add|find|search|msg|message|follow|look|i'?m)(?: [a-z]+){0,3} (?:on |via |over |through |in )?(?:the |my )?${PLATFORM}(?: [a-z']+){0,4}[,:-] ?(?<name>(?=[a-z])${MORE}{3,40})`,
      'gu',
    ),
    take: throughName((name) => isUncommon(name.split(' ')[0] ?? '')),
  },
  {
    name: 'platform, some words, colon, and name',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM},?(?: [a-z']{1,12}){1,6} ?[:→=] ?(?<name>(?=[a-z0-9])${MORE}{3,40})`,
      'gu',
    ),
    take: throughName(isLatinName),
  },
  {
    name: 'Chinese: search my platform, name',
    kind: 'handle',
    pattern: new RegExp(
      `(?:(?:关注|搜索?|找|加|follow)(?:1?下)?我?(?:的|嘅)?${PLATFORM}[,:]? ?|我(?:的|嘅)?${PLATFORM}[,:] ?|${PLATFORM}[,] ?(?:名字|名|昵称|id|账号|帐号)(?:叫|是|系|係)?)(?<name>[\\p{Script=Han}a-z0-9_.-]{2,16})(?=$|[，。！？,.!?;\\n(~"”])`,
      'gu',
    ),
    unless: TOLD_ZH,
    take: throughName((name) => !IN_A_SENTENCE.test(name)),
  },
  {
    name: 'Chinese: name on a platform is me',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM}[上里度入面]{0,2}[的嘅]?(?:那个|嗰个|个|叫|有个)(?<name>[\\p{Script=Han}a-z0-9_.-]{2,16}?)(?<rest>(?:就|便)?(?:是|系|係)我)`,
      'gu',
    ),
    take: throughName((name) => !/[说讲骂怪害]/u.test(name)),
  },
  {
    name: 'Chinese: on a platform, and its name is',
    kind: 'handle',
    pattern: new RegExp(
      `(?<lead>${PLATFORM}[^\\n\\p{Co}。！？.!?]{0,24}[,，:; ])(?:名字|昵称|网名|账号|帐号|个名|id|名)(?:就)?(?:是|叫做?|系|係|:) ?(?<name>[^\\n\\p{Co},，。！？!?;]{2,16})`,
      'gu',
    ),
    unless: TOLD_ZH,
    take: throughName((name) => !NO_NAME.test(name)),
  },
  {
    name: 'Chinese: platform, colon, and name',
    kind: 'handle',
    pattern: new RegExp(
      `${CALLED}[^\\n\\p{Co},，。！？.!?]{0,8}: ?(?<name>[\\p{Script=Han}\\d][^\\n\\p{Co},，。！？!?;]{1,14})(?=$|[,，。！？!?;\\n])`,
      'gu',
    ),
    unless: TOLD_ZH,
    take: throughName((name) => !IN_A_SENTENCE.test(name)),
  },
  {
    name: 'Chinese: name of an account',
    kind: 'handle',
    pattern: new RegExp(
      `(?:游戏名字?|游戏id|网名|(?:私人|公开|我的?|个)[账帐]号名?|${PLATFORM}(?:上|个|的|嘅)?名字?)(?:就?叫做?|是|系|係|:)? ?["“「『【]?(?<name>[\\p{Script=Han}a-z0-9_.丶-]{2,16})(?=$|[,，。!?"”」』】\\n])`,
      'gu',
    ),
    unless: TOLD_ZH,
    take: throughName((name) => !NO_NAME.test(name) && !IN_A_SENTENCE.test(name)),
  },
  {
    name: 'at sign and Chinese name',
    kind: 'handle',
    pattern:
      /@ ?(?![了过着我你他她它咗都]|所有)\p{Script=Han}(?: ?\p{Script=Han}|[a-z0-9_]){1,16}/gu,
  },
  {
    name: 'name on a platform is said',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM} (?:user ?name|name|handle|id|tag)(?: is|'s| ?[:=])+ ?(?<name>${MORE}{3,30})`,
      'gu',
    ),
    take: throughName((name) => name.split(' ').length <= 4),
  },
  {
    name: 'platform, at, and name',
    kind: 'handle',
    pattern: new RegExp(`${PLATFORM} ?:?(?: is)? ?at (?<name>[a-z][a-z0-9._]{3,30})`, 'gu'),
    take: throughName(isUncommon),
  },
  {
    name: 'Chinese: platform and Latin name of words',
    kind: 'handle',
    pattern: new RegExp(
      `${CALLED}[^\\p{L}\\p{N}\\p{Co}\\n.。]{0,4}(?:是|系|係|叫)?(?<name>[a-z0-9](?![^\\p{L}]*[（(])[^\\n\\p{Co},!?;:，。！？；：…“”"（(]{2,40})`,
      'gu',
    ),
    take: throughName(isLatinName),
  },
  {
    name: 'my platform is name of words',
    kind: 'handle',
    pattern: new RegExp(
      `${WORDS_BEFORE}(?:(?:my|mine is|our) (?:[a-z]{1,8} )?)?${PLATFORM}(?:'s|(?: [a-z]{1,8})? (?:is|as|under|called|goes by))(?: called| under)? ?:? ?(?<name>${MORE}{3,40})`,
      'gu',
    ),
    take: throughName(isLatinName),
  },
  {
    name: 'platform under name of words',
    kind: 'handle',
    pattern: new RegExp(
      `${PLATFORM}(?:'?s)? ?(?:(?:me|us|user ?name|name|handle|id|account|tag|profile) ?)?(?:(?:is|as|under|called|by|named|look for|look me up as|find me as|search for|search|i'm|im|i am|i go by)(?: called)? |[:=>]{1,2} ?|->? |- ?|, ?(?=[a-z][a-z0-9 ._-]{0,30}\\d)|, ?(?:look for|it's|its|under|as|search for|search|called|i'm) )(?<name>(?=[a-z0-9@_.])${MORE}{3,40})`,
      'gu',
    ),
    take: (match) =>
      // "Instagram is ..." goes on with anything.
      /^.{1,3}(?: is| by) /u.test(match[0]) ? null : throughName(isLatinName)(match),
  },
  {
    name: 'name of words on platform',
    kind: 'handle',
    pattern: new RegExp(
      `${WORDS_BEFORE}(?:i'?m|i am|i go by|go by|under|called|named|known as|name'?s|add|look for|look up|search(?: for| up)?|find|follow|it'?s|(?:follow|find|add) me),? ["'“]?(?<name>[^\\n\\p{Co},!?;:]{3,40}?)["'”]?(?<rest>,? (?:on|over on|at|in) (?:the |my )?${PLATFORM})`,
      'gu',
    ),
    take: throughName(
      (name) =>
        isLatinName(name) &&
        !/(?:^| )(?:my|your|his|her|their|him|them|people|someone|stuff|things|not|never|always|still|back|too|really|just|an|a|so|on|up|to)(?: |$)/u.test(
          name,
        ),
    ),
  },
  {
    name: 'spelled name',
    kind: 'handle',
    view: 'plain',
    pattern:
      /(?<lead>^|[^a-z0-9])(?<!(?:^|[^a-z0-9])[a-z0-9][ ._*~-]{1,2})(?<token>(?:[a-z0-9][ ._*~-]{1,2}){4,40}[a-z0-9])(?![a-z0-9])/gu,
    take: (match) => {
      const word = (match.groups?.['token'] ?? '').replace(/[^a-z0-9]/gu, '');
      const letters = word.replace(/\d/gu, '');
      return letters.length >= 4 && !letters.startsWith('abc') && isUncommon(letters)
        ? [match.groups?.['lead']?.length ?? 0, match[0].length]
        : null;
    },
  },
  {
    name: 'name with underscore',
    kind: 'handle',
    pattern:
      /(?<lead>^|[^a-z0-9._-])(?:[\p{Script=Han}a-z0-9.-]{2,24}|\p{Co})_[\p{Script=Han}a-z0-9._-]{1,24}(?: \d{2,6}(?!\d))?/gu,
    take: (match) =>
      /\p{L}/u.test(match[0]) ? [match.groups?.['lead']?.length ?? 0, match[0].length] : null,
  },
];
