/**
 * Characters said for a digit on the radio, or because they sound like one in Mandarin (whatever the tone; those of
 * GB 2312, read by the `pinyin-pro` package) or Cantonese: for each digit from nought to nine.
 */
const SOUNDING = [
  '洞灵林铃栋玲凌龄菱邻羚令领伶陵岭另酃苓呤囹泠绫柃棂瓴聆蛉翎鲮',
  '么妖腰衣医依要邀夭伊易椅义姨亿瑶摇尧遥窑谣姚咬舀药耀钥爻吆崾徭幺珧杳轺曜肴铫鹞窈繇鳐',
  '爱儿而耳尔饵贰翼疫洱佴迩珥铒鸸鲕',
  '散伞山衫叁杉扇删珊闪馓毵',
  '似寺思死丝斯司私四屎撕嘶肆嗣伺饲巳厮俟兕厶咝汜泗澌姒驷纟缌祀锶鸶耜蛳笥',
  '舞午吾武污屋无误雾乌物悟务伍巫呜钨诬芜梧吴毋捂侮坞戊晤勿兀仵阢邬圬芴唔庑怃忤浯寤迕妩婺骛杌牾於焐鹉鹜痦蜈鋈鼯',
  '溜留柳刘流路露碌鹿绿琉榴硫馏瘤芦卢颅庐炉掳卤虏鲁麓赂潞禄录陆戮垆撸噜泸浏渌漉逯遛骝绺璐栌橹轳辂辘氇胪旒熘锍镏镥鸬鹨鹭簏舻鎏鲈',
  '拐漆妻气期骑齐起奇棋其七欺栖戚凄柒沏歧畦崎脐旗祈祁岂乞企启契砌器迄弃汽泣讫丌亓圻芑芪荠萁萋葺蕲嘁屺岐汔淇骐绮琪琦杞桤槭耆欹祺憩碛颀蛴蜞綦蹊鳍麒',
  '爸巴吧扒罢拔把霸疤芭捌叭笆跋靶坝茇菝岜灞钯粑鲅魃',
  '勾久酒旧救就舅揪狗韭玖究纠灸厩臼咎疚僦啾阄柩桕鸠鹫赳鬏',
];

/** A character to the digit that it sounds like; to be read so only inside long runs. */
export const SOUNDS: ReadonlyMap<string, string> = new Map(
  SOUNDING.flatMap((characters, digit) => [...characters].map((one) => [one, String(digit)])),
);
