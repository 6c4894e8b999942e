/** Somebody else is speaking of, or it did not happen: the writer tells of it. */
export const TOLD =
  /(?:\b(?:he|she|they|people|ppl|nobody|someone else|who|to|would|will|won'?t|did|didn'?t|never|not|don'?t|doesn'?t|always|kept|keeps|used|friends?|mum|mom|dad|guys|men|strangers?|girls?|ones?|that|him|her|them|ex|lecturer|teacher|boss|therapist|doctor|gp|nurse|said|says|say|saying|told|tells|asked|asks|begged|made)(?:'\w+)?(?: \w+)?) $/u;
export const TOLD_ZH = new RegExp(
  [
    // Who does it, a few characters before; "a friend" also as one who is spoken to.
    String.raw`(?:[他她它谁妈爸师被让总老佢班]|[没冇别有]人|人都|人家|陌生人|同[事学]|姐姐|妹妹|哥哥|弟弟|[男女]友|我(?:的|嘅|啲)?朋友|(?:^|[^的嘅有])朋友|前度|前任|姑娘|医生|社工|护士|辅导员|咨询师|[话说]会|[男女]生|[舍室]友|闺蜜|同屋|对象|群主|房东|邻居|家里人|屋企人|上司|经理|老细|客户|领导|催收|银行|公司|快递|骗子|亲戚|婆婆|公公|儿子|女儿|阿[仔女爸妈嫲公婆哥姐]|个[仔女]|啲人|有人)[^，。！？,.!?\n]{0,5}$`,
    // When it was.
    String.raw`(?:从来|以前|昨天|琴日|上次|之前|居然|突然|才)[^，。！？,.!?\n]{0,4}$`,
    // That it was not, right before; but "is it not" asks.
    String.raw`(?:(?:^|[^要能可好会是撑忍睡熬受扛顶挺])不(?![如妨介])|(?:^|[^有])[没冇]|别|(?:^|[^好可得使介顶瞓捱忍睇撑])唔(?!介))[^，。！？,.!?\n]{0,2}$`,
  ].join('|'),
  'u',
);
