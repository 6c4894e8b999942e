import type { Finder } from '../finder.ts';
import { clauseAround } from '../widen.ts';

/** Somebody else, another time, or not at all: in the same clause it makes no proposal of the writer's. */
export const TOLD_CLAUSE =
  /(?<![a-z'])(?:he|she|they|him|her|them|his|their|mum|mom|mother|dad|father|brother|sister|son|daughter|boss|manager|teacher|tutor|therapist|counsellor|doctor|dr|gp|nurse|social worker|friends?|mate|mates|partner|husband|wife|boyfriend|girlfriend|ex|people|everyone else|someone to|somebody to|used to|never|not|was|were|had|did|said|asked|told|wanted|tried|yesterday|ago|wish|afraid|scared|dreamt|dreamed|samaritans|999|111|crisis|helpline|hotline)(?![a-z])|n't(?![a-z])/u;
const TOLD_CLAUSE_ZH =
  /[他她它佢妈爸谁](?!有|想|在|喺)|老[师板公婆]|医生|社工|护士|咨询师|辅导员|热线|朋友(?!吗|吧|好|呀)|同[事学]|前[任度]|室友|舍友|家人|昨[天晚]|琴日|以前|上次|之前|曾经|那时|嗰阵|小时候|从来|梦|[没冇]|每[周天月逢个]|成日|才|只有|时候|阿[爸妈哥姐嫲公婆]|生活|1直|错|(?<![特告分个级])别(?![的人处])|不(?!如|方便|好意思|介意)(?!好\?)|唔(?!介意|方便|好意思)(?![好得]|可以)|[了咗过](?!来|嚟|吗|吧)|怕|想象|假装|应该/u;
/** What asks "or not" tells of nothing that is not. */
const ASKED =
  /[好能要可行得]不[好能要可行得]|[好可得要]唔[好可得要]以?|有没有|有[冇无]|要不(?!是)|不如|不见不散|好[冇无]|[得可]唔[得可]以?/gu;

/** Nor does that somebody else does not see it. */
const UNSEEN =
  /(?:mods?|moderators?|they|admins?|nobody|no ?one|people) (?:can'?t|cannot|can|won'?t|don'?t) (?:see|read|watch|find|delete)/gu;

export const inClause =
  (told: RegExp, isWhole = false): NonNullable<Finder['take']> =>
  (match) => {
    const lead = match.groups?.['lead']?.length ?? 0;
    const [start, end] = clauseAround(match.input, [
      match.index + lead,
      match.index + match[0].length,
    ]);
    const clause = match.input
      .slice(start, isWhole ? end : match.index + match[0].length)
      .replace(ASKED, '')
      .replace(UNSEEN, '');
    return told.test(clause) ? null : [lead, match[0].length];
  };

const BETWEEN = String.raw`[^.!?;:\n\p{Co}]{0,36}?`;
/** Begins a proposal whatever comes after it. */
const PROPOSES =
  "let'?s|shall we|fancy|who(?:'s| is| wants| fancies| else is)|any(?:one|body) [^.!?;:,\\n\\p{Co}]{2,20} (?:fancy|fancies|up for|want to|free)|anyone(?: else)? (?:want|wants|up for|fancy|fancies|free|around|near|in|about)|anybody (?:want|wants|up for|fancy|free|around|near|in)|is any(?:one|body) (?:near|in|around|free|up for)|how about|why don'?t we|do you (?:want|fancy)|would you (?:like|want)|wanna|i'?d (?:rather|prefer) (?:we|if we|to)|we (?:should|could|can)|you(?:'re| are) (?:always )?welcome|are you (?:free|near|around)|if (?:you|anyone|anybody) (?:want|wants|fancy|fancies|need|needs|would like|'d like)";
const TOGETHER =
  'meet|meeting|meetup|coffee|a pint|a drink|drinks|brew|cuppa|lunch|dinner|a walk|hang out|hanging out|video call|voice call|phone call|zoom call|call later|company|visit|stay (?:at|with)|at mine|to mine|at my|to my|my place|my house|my flat|my door|my sofa|spare room|link up|get together|outside (?:of )?(?:this|here)|off (?:here|this|the)|elsewhere|(?:one|1)[ -](?:to|on)[ -](?:one|1)|somewhere|at ours|crash|grab|get food|a bite|chips|in person|face to face|irl|privately|in private|on the (?:phone|side)|by (?:phone|email|text)|numbers|contacts|private (?:chat|group|room)|group chat|side group|adding|added|cinema|vc|ft|facetime|a call|a chat|chat(?=$|[?!.,])|join|come along|tag along|hear your voice|see your face|by (?:email|text|phone)|museum|the pub|the park|swim|a film';
/** Offers or asks for something, but also other things. */
const OFFERS =
  "can (?:i|we|you|someone|anyone)|could (?:i|we|you|someone|anyone)|may i|i can|i could|i'?ll|i will|i'?d (?:happily|gladly|be happy to|like to|love to)|i'?m happy to|happy to|let me|you can|you could|please|pls|just|feel free to|tell me|don't be shy|is there (?:another|any|some|a) (?:other )?way to|how (?:do|can|could|should) i|what'?s the best way to|shout if|say if|shout (?:me )?(?:if|when)|want me to|do you want me to";
const TO_YOU =
  '(?:message|text|call|ring|phone|email|mail|write to|dm|pm|add|contact|reach|visit|meet|join|get hold of|get in touch with) (?:me|us|you|each other|u)(?: (?:privately|up|directly|outside|on the side|after|later|tonight|tomorrow|off|somewhere|instead|there|in person))?|give you my|give me your|send (?:me|you) (?:my|your|the)|have your|get your|your (?:number|contact|address|email|details|socials)|my (?:number|contact|address|email|details|socials)|pick you up|come (?:to|and see|and get|and find|over to|round to) (?:you|yours|me|mine)|where you (?:are|live)|(?:talk|speak|chat) (?:privately|in private|off|outside|somewhere|elsewhere|one)|you want adding|in touch';

const PROPOSES_ZH =
  '不如|哪位|有谁|几个|要不要|要唔要|要不|要么|可[唔不]可以|可以|能不能|能[唔不]能|可否|方便|想|有[没冇]有?人|有没有|边个|谁|咱俩?|(?:我们|我哋|大家)(?![^,。.!?]{0,12}见[1个]{0,2}面)|出[来嚟]|过[来嚟]|落[来嚟]|有空|得闲|周末|今晚|明[天晚]|听[日晚]|随时|欢迎|同城|附近|来(?!不及|自)|嚟|畀个?|给我|把你|直接|记得';
const TOGETHER_ZH =
  '私下|私聊|单独(?:聊|说|倾|讲)|单对单|1对1|面对面|加个?(?:好友|朋友)|通个?电话|打个?电话|打?个?视频(?:吗|聊|通话)|视像|语音(?:聊|连麦|通话|吧|吗|[?])|加你|互加|连麦|见个?面|碰个?头|聚[1聚个]|约个?(?:饭|茶|酒|咖啡|时间)|来找我|嚟搵我|搵我|找我(?!妈|爸)|我(?:这|呢)[里儿度边]|我度|我[家店铺]|我屋企|我宿舍|直播间|拉你|进(?:小|新|个)?群|入(?:小|新|个)?群|小群|扫[1个我]?[的下]?码|我的码|联系我|联络我|联系方式|联络方法|你的?(?:电话|手机|微信|地址|号码|住址)|个联络|接你|去找你|搵你(?!哋)|过嚟|过来坐|上来坐';

const DO_ZH =
  '吃[个顿1]{0,2}饭|食[个餐1]{0,2}饭|食|喝[1个杯]{1,2}|饮[1杯茶嘢]|爬山|行山|行下|散步|走走|去|出去|坐坐|坐下|玩|见';
const ASKS_ZH =
  '1[起齐]|落[来嚟]|有[没冇]有?人|有人|谁|边个|约|不如|要不要|要唔要|要不|同城|附近|出[来嚟]|得闲|有空';

export const PROPOSAL_FINDERS: readonly Finder[] = [
  {
    name: 'to do something together',
    kind: 'invitation',
    pattern: new RegExp(
      `(?<lead>^|[^a-z'])(?:${PROPOSES}) ${BETWEEN}(?:${TOGETHER})(?![a-z])`,
      'gu',
    ),
    take: inClause(TOLD_CLAUSE),
  },
  {
    name: 'to write or call',
    kind: 'invitation',
    pattern: new RegExp(
      `(?<lead>^|[^a-z'])(?:${OFFERS}) ${BETWEEN}(?:${TO_YOU})(?= ?(?:$|[^a-z ]|at|on|if|from|near|when|whenever|after|before|later|tonight|tomorrow|any|and|so|or|by|in|privately|instead|some|this|outside|directly|up|number|here|because|for|with|x|hun|love|bro|pls|please)(?![a-z]))`,
      'gu',
    ),
    take: inClause(TOLD_CLAUSE),
  },
  {
    name: '一起做什么',
    kind: 'invitation',
    pattern: new RegExp(
      `(?:${PROPOSES_ZH})[^，。！？,.!?;:\\n\\p{Co}]{0,12}?(?:${TOGETHER_ZH})`,
      'gu',
    ),
    take: inClause(TOLD_CLAUSE_ZH, true),
  },
  {
    name: '一起去吧',
    kind: 'invitation',
    pattern: new RegExp(
      `(?:${ASKS_ZH})[^，。！？,.!?;:\\n\\p{Co}]{0,10}?(?:${DO_ZH})[^，。！？,.!?;:\\n\\p{Co}]{0,8}?(?:吗|吧|呗|好不好|好唔好|好冇|啦|呀|喎|嘛|[?？])`,
      'gu',
    ),
    take: inClause(TOLD_CLAUSE_ZH, true),
  },
  {
    name: '打视频吗',
    kind: 'invitation',
    pattern:
      /(?:打个?(?:视频|语音|视像)(?:吗|吧|聊|呗)|扫[1下]{0,2}我?的?(?:二维|2维)?码|加个?(?:朋友|好友)(?:好吗|吧|呀|好冇|吗|呗)|(?:视像|视频|语音)(?:倾|聊|吗|1下)|(?:想|可以|可唔可以|能不能|可否|方便)(?:互相)?加你|不见不散|老地方(?:见|等)?|(?:不方便|唔方便|唔好)(?:在|喺)?(?:这|这里|呢度)[^，,。.!?\n]{0,3}(?:说|讲|聊|倾)|(?:哪位|有谁|谁|边个|有没有人|有冇人|有人)(?:也|都|系|是)?(?:在|住|喺)(?!度|呢|这|家)[\p{Script=Han}]{2,6}的?(?=[?,，]|$)|^ ?1[起齐](?:去|吃|食|喝|饮|爬|行|散|看|睇|出)[^，,。.!?\n]{0,12}(?=$|[，,。.!?\n])|有[^，,。.!?\n]{1,12}的吗|(?:悄悄话|私下|直接|有事|有需要|随时|放心)(?:来|过来|嚟)?(?:找|搵)我|(?<![回在大我到想国])[佳伽咖嘉]我(?=$|[，。！？,.!?\n 吧微薇v]))/gu,
    take: inClause(TOLD_CLAUSE_ZH, true),
  },
];
