import type { Finder } from '../finder.ts';
import { PLATFORM } from '../platforms.ts';

/** Somebody else is speaking of, or it did not happen: the writer tells of it. */
const TOLD =
  /(?:\b(?:he|she|they|people|ppl|nobody|someone else|who|to|would|will|won'?t|did|didn'?t|never|not|don'?t|doesn'?t|always|kept|keeps|used|friends?|mum|mom|dad|guys|men|strangers?|girls?|ones?|that|him|her|them|ex|lecturer|teacher|boss|therapist|doctor|gp)(?: \w+)?) $/u;
const TOLD_ZH = new RegExp(
  [
    // Who does it, a few characters before; "a friend" also as one who is spoken to.
    String.raw`(?:[他她它谁妈爸师被让总老佢班]|[没冇别有]人|人都|人家|陌生人|同[事学]|姐姐|妹妹|哥哥|弟弟|[男女]友|我(?:的|嘅|啲)?朋友|(?:^|[^的嘅有])朋友|前度|前任|姑娘|医生|社工|护士|辅导员|咨询师|[话说]会|[男女]生)[^，。！？,.!?\n]{0,5}$`,
    // When it was.
    String.raw`(?:从来|以前|昨天|琴日|上次|之前|居然|突然|才)[^，。！？,.!?\n]{0,4}$`,
    // That it was not, right before; but "is it not" asks.
    String.raw`(?:(?:^|[^要能可好会是撑忍睡熬受扛顶挺])不(?![如妨介])|(?:^|[^有])[没冇]|别|(?:^|[^好可得使介顶瞓捱忍睇撑])唔(?!介))[^，。！？,.!?\n]{0,2}$`,
  ].join('|'),
  'u',
);
const NO_TAIL = '(?![的了过嘅咗群们]|时)';
const ASK =
  "(?:let'?s|lets|wanna|shall we|can we|could we|we could|we can|we should|want to|wants to|fancy|up for|happy to|rather|prefer to|easier to|easier if we|anyone wanna|if you want to|if you'd like to|feel free to|would love to|down to|if we|i can|you can|who wants to)";

export const INVITATION_FINDERS: readonly Finder[] = [
  {
    name: 'on a platform, me',
    kind: 'invitation',
    pattern: new RegExp(
      `(?<lead>^|[^a-z])(?:add|find|follow|message|msg|dm|pm|text|hmu|hit me up|reach|contact|look|catch|get|ping|call|ring|holla at) ?(?:me )?(?:up )?(?:on|at|via|thru|through|over|in|using) (?:my |the )?${PLATFORM}`,
      'gu',
    ),
    unless: TOLD,
    take: (match) =>
      /(?:me|hmu|pm|dm) /u.test(match[0])
        ? [match.groups?.['lead']?.length ?? 0, match[0].length]
        : null,
  },
  {
    name: 'write to me',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z])(?:(?:d ?m|p ?m|inbox|pvt|priv|private message|direct message|add|buzz|hit up|msg) me(?: up| here| privately| anytime| directly| back)?(?! time)|hmu|hit me up|give me a (?:call|ring|shout|buzz|bell|text)|reach out to me|get in touch with me|(?:talk|chat|speak) (?:privately|in private)|slide in(?:to)? my dms|(?:my )?dms? (?:are|is|r) (?:always )?open|dms open|shoot me a (?:dm|message|text|msg)|come find me|come over to (?:mine|my place|my house|my flat)|where do you live|my inbox is(?: always)? open|drop me a (?:message|line|dm|text|msg|mail|email)|send me (?:a )?(?:dm|pm|private message|message|text|your number|ur number))(?![a-z])/gu,
    unless: TOLD,
  },
  {
    name: 'call me',
    kind: 'invitation',
    pattern:
      /(?<lead>^ ?|[.,!?;:()\n-] ?|(?:please|pls|plz|just|you can|u can|you could|feel free to|and|or|so|then|anyone|can you|could you|can someone|could someone|can anyone) )(?:text|call|message|email|e-mail|ring|phone|contact|write to) me(?= (?:on|at|any ?time|if|whenever|when|tonight|tomorrow|please|pls|maybe|instead|privately|directly|back|\d)|[.!?,;:)\n]|$| ?\p{Co})/gu,
    unless: TOLD,
  },
  {
    name: 'platform me',
    kind: 'invitation',
    pattern: new RegExp(
      `(?<lead>^|[^a-z])${PLATFORM} ?(?:me(?![a-z]| out)|我|搵我|找我|联系我|私我|滴我|call我|号?(?:发|给|俾|畀)(?:1下)?我|上聊|聊|倾|上倾|见)${NO_TAIL}`,
      'gu',
    ),
    unless: new RegExp(`${TOLD.source}|${TOLD_ZH.source}`, 'u'),
  },
  {
    name: 'talk on a platform',
    kind: 'invitation',
    pattern: new RegExp(
      `(?<lead>^|[^a-z])${ASK} (?:[a-z']{1,10} ){0,2}(?:talk|chat|speak|message|move|continue|switch|carry on|video call|call|facetime|connect|swap|exchange|text|go)(?: [a-z']{1,10}){0,3} (?:on |over |via |to |through )?(?:my )?${PLATFORM}`,
      'gu',
    ),
    unless: /(?:n't|not|never|they|she|he|friends?|mum|mom|dad|used to) (?:\w+ )?$/u,
  },
  {
    name: 'your number',
    kind: 'invitation',
    pattern: new RegExp(
      `(?<lead>^|[^a-z])(?:(?:can|could|shall|should|let) (?:we|i|us|you) |let'?s )?(?:what'?s|whats|what is|drop|shoot|add|give you|send you|send|give|share|gimme|swap|exchange|leave|trade|pm|dm|here'?s|here is)(?: me| us| each other)?(?: your| ur| ya| our| my)? (?:phone )?(?:numbers?|digits|socials|handles?|contacts?|contact details|contact info|emails?|snaps?|(?:your |ur |my )?${PLATFORM})(?: (?:number|id|name|handle|username))?(?! of| for the| it| from| to)(?![a-z])`,
      'gu',
    ),
    unless: TOLD,
  },
  {
    name: 'meet',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z])(?:let'?s|lets|wanna|anyone (?:want to|wanna|fancy|up for|free to|in)|shall we|can we|could we|who wants to|who'?s up for|we should|we could|do you want to|want to|fancy|would you|happy to|come)(?: [a-z']{1,10}){0,3} (?:meet(?:ing)?(?: up| irl| in person| face to face| at| outside| for| near| me| sometime| tonight| tomorrow)|meet ?ups?)(?![a-z])/gu,
    unless:
      /(?:\b(?:i|n't|not|never|they|she|he|friends?|mum|mom|dad|people|everyone) (?:\w+ )?)$/u,
  },
  {
    name: 'somewhere else',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z])(?:talk|chat|message|speak|continue|take this|take it|move|carry on)(?: (?:there|this|it|more|with me|privately))? (?:off (?:here|this app|this site|the app|platform|of here)|outside (?:of )?(?:here|this app|this group|the app)|somewhere (?:else|more private|private)|elsewhere|one on one off here)(?![a-z])/gu,
    unless: TOLD,
  },
  {
    name: '加我',
    kind: 'invitation',
    pattern: new RegExp(
      `(?:互?加(?:[个1下]{0,2})好友|加1下我|加下我|加返我|加我|\\+我|\\+1下我)(?:个|的|嘅|1下|好友|好有|吧|哦|啦|呀|下)?(?:${PLATFORM})?${NO_TAIL}(?!1个)`,
      'gu',
    ),
    unless: TOLD_ZH,
  },
  {
    name: '加微信',
    kind: 'invitation',
    pattern: new RegExp(
      `(?:互?加|添加|\\+|求|要|留|换|交换|互换|给个|给我|发我|发下|发个|扫|私发)(?:[我你个1下的嘅们上返低]{0,3})(?:(?:${PLATFORM})|[vqw](?![a-z])|微(?!博)|薇|扣)(?:号|信|好友|好有|吧|聊|二维码|2维码)?${NO_TAIL}`,
      'gu',
    ),
    unless: TOLD_ZH,
  },
  {
    name: '私聊',
    kind: 'invitation',
    pattern: new RegExp(
      `(?:私聊我|私信我|私讯我|私我|滴滴我|滴我|dd我|戳我|踢我|敲我|小窗我|小窗|p ?m ?我|d ?m ?我|inbox ?我|ib我|call ?我|msg ?我|text ?我|联系我|联络我|打给我|打电话给我|打电话俾我|打我电话|打我手机|发信息给我|发短信给我|发邮件给我|写信给我|电邮我|email我|找我聊聊|找我聊|找我私聊|来找我玩|来找我|来我家(?:坐坐|坐|玩|住|聊)|上我屋企(?:坐|倾|玩)|拉你们?(?:进|入)群|打嚟|打返?(?:俾|畀)我|ring我|单独聊|搵我倾偈|搵我倾|搵我|扩列|互关|处个朋友|连麦)${NO_TAIL}`,
      'gu',
    ),
    unless: TOLD_ZH,
  },
  {
    name: '去微信聊',
    kind: 'invitation',
    pattern: new RegExp(
      `(?:转去|转到|转用|去|上|到|转|用|来|在|过|喺|系|落|不如|可以|得闲)(?:我的|我嘅|我)?(?:${PLATFORM}|[vqw])(?:上|度|里|到)?(?:[单再细慢1-9]{0,3})(?:聊|倾|说|谈|讲|联系|联络|找我|搵我|私)${NO_TAIL}`,
      'gu',
    ),
    unless: TOLD_ZH,
  },
  {
    name: '你的微信',
    kind: 'invitation',
    pattern: new RegExp(
      `(?:可以发我你的|可以给我你的|方便给|可唔可以俾|你?有|你们?的?|你哋?嘅?|大家的?|有没有|有冇|有无|求个?|谁有|边个有)(?:${PLATFORM}|电话号码?|手机号码?|电话|联系方式|联络方法|number|contact)(?:号码|号|id)?(?:是|系|係)?(?:多少|几多|几号|咩|什么|发我|给我|俾我|畀我|有吗|吗|呀|可以加|能加|能给|交换|拿来|(?=[?？!！~]|$))`,
      'gu',
    ),
    unless: /[他她妈爸师问][^，。！？,.!?\n]{0,6}$/u,
  },
  {
    name: '换联系方式',
    kind: 'invitation',
    pattern:
      /(?:留|换|交换|互换|给|加|发|俾|畀|留低)(?:[我你个1下的嘅们返低]{0,3})(?:联系方式|联络方法|联络方式|电话号码|手机号码|手机号|电话|number|contact|电邮|邮箱|地址)我?(?![的了过嘅咗打])/gu,
    unless: TOLD_ZH,
  },
  {
    name: '见面',
    kind: 'invitation',
    pattern:
      /(?:约(?:个|1下|出来|出嚟|饭|在|喺)?(?:时间|地点|地方)?(?:见面|见1面|线下见|面基|饮嘢|吃饭|食饭|喝咖啡|喝奶茶|见下|见)|线下(?:见面|见|聚(?!会|餐)|约)|面基|约个?(?:饭|咖啡|奶茶|火锅)|出来(?:见面|见1面|聊聊|坐坐|喝|(?:玩|走走|散步)吧)|出嚟(?:见面|见|倾偈|倾|饮嘢|饮茶|饮|食饭|食|行街|行下|行)|1齐(?:饮茶|食饭|出嚟|出街)|同城(?:见|约)|见个面|见1面吧|见面(?:聊|倾|吧|谈|详|讲))(?![的了过嘅咗到])/gu,
    unless: TOLD_ZH,
  },
  {
    name: '换个地方聊',
    kind: 'invitation',
    pattern:
      /(?:换个?(?:地方|平台|app|软件|群)|去外面|去别的(?:地方|平台|app)|转(?:会|去)?第2度|第2度|私下|私底下|出去)(?:单独|再|慢慢|继续)?(?:聊|倾|说|联系|联络|讲)(?![的了过嘅咗])/gu,
    unless: TOLD_ZH,
  },
];
