/**
 * What a written character is read as. Only for finding phrases: nothing here is ever shown, so it may treat words
 * alike that are not the same (Cantonese 唔 and Mandarin 不). Traditional letters are read as simplified ones.
 */
const TRADITIONAL = `
萬万與与專专業业東东絲丝兩两嚴严喪丧個个豐丰臨临為为麗丽舉举麼么義义烏乌樂乐習习鄉乡書书買买亂乱爭争虧亏雲云亞亚產产親亲
億亿僅仅從从倉仓儀仪們们價价眾众優优會会傘伞偉伟傳传傷伤倫伦偽伪體体餘余傭佣俠侠側侧偵侦傾倾償偿兒儿黨党蘭兰關关興兴養养獸兽內内
岡冈冊册寫写軍军農农馮冯衝冲決决況况凍冻淨净準准涼凉減减湊凑幾几鳳凤憑凭凱凯擊击鑿凿劃划劉刘則则剛刚創创刪删別别剎刹劑剂剝剥
劇剧勸劝辦办務务動动勵励勁劲勞劳勢势區区醫医華华協协單单賣卖盧卢衛卫卻却廠厂廳厅歷历厲厉壓压厭厌廁厕縣县參参雙双發发變变敘叙
葉叶號号嘆叹後后嚇吓嗎吗啟启吳吴員员聽听嗆呛嘔呕響响啞哑嘩哗喚唤囑嘱噴喷團团園园圍围國国圖图圓圆聖圣場场壞坏塊块堅坚壇坛壩坝
墳坟墜坠壘垒墊垫牆墙壯壮聲声壺壶處处備备復复夠够頭头誇夸夾夹奪夺獎奖奮奋媽妈婦妇嬌娇孫孙學学寧宁寶宝實实寵宠審审憲宪宮宫對对
尋寻導导壽寿將将爾尔塵尘嘗尝尷尴屍尸盡尽層层屆届屬属嶺岭島岛崗岗歲岁幣币帥帅師师帳帐簾帘帶带幫帮幹干廣广慶庆庫库應应廟庙龐庞廢废
開开異异棄弃張张彌弥彎弯彈弹強强歸归當当錄录徹彻徑径憶忆懺忏憂忧懷怀態态憐怜總总戀恋懇恳惡恶惱恼悅悦懸悬驚惊慘惨慚惭慣惯憤愤願愿懶懒
戲戏戰战戶户撲扑執执擴扩掃扫揚扬擾扰撫抚拋抛搶抢護护報报擔担擬拟攏拢揀拣擁拥攔拦擰拧撥拨擇择掛挂掙挣擠挤揮挥損损換换搗捣據据擲掷
撐撑攬揽攪搅攝摄擺摆搖摇攤摊敵敌數数齋斋斬斩斷断無无舊旧時时曠旷曬晒曉晓暈晕暫暂術术樸朴機机殺杀雜杂權权條条來来楊杨極极構构
櫃柜標标棧栈欄栏樹树樣样檔档橋桥槍枪夢梦檢检樓楼欖榄歡欢歐欧殘残毀毁畢毕氣气漢汉湯汤溝沟沒没淚泪澤泽潔洁灑洒濃浓濟济
測测渾浑滸浒濁浊灣湾濕湿潰溃滅灭燈灯靈灵災灾爐炉點点煉炼爛烂煙烟煩烦燒烧燙烫熱热愛爱爺爷牽牵獄狱獨独狹狭獅狮現现環环電电畫画
暢畅療疗瘋疯瘡疮癢痒癱瘫癮瘾癌癌皺皱盤盘監监蓋盖著着睜睁瞞瞒矚瞩礙碍碼码磚砖確确禮礼禍祸離离種种積积稱称窮穷窩窝竊窃競竞筆笔籠笼簽签簡简
糧粮緊紧糾纠紅红紀纪約约級级紛纷純纯紙纸線线練练組组細细終终經经結结給给絕绝統统繼继續续綁绑維维綜综緒绪網网緩缓編编緣缘縫缝纏缠
繃绷繩绳縊缢罰罚罵骂職职聯联聰聪肅肃腸肠膚肤腫肿脹胀脅胁膽胆勝胜腦脑臉脸臘腊艦舰艱艰藝艺節节蘇苏蘋苹莖茎薦荐榮荣藥药蕩荡虛虚蟲虫蠟蜡雖虽
補补襯衬襲袭裝装裡里裏里見见觀观規规覓觅視视覺觉覽览觸触計计認认討讨讓让訓训議议記记講讲許许論论設设訪访證证評评識识訴诉診诊
詞词試试詩诗誠诚話话誕诞該该詳详語语誤误說说請请諸诸讀读課课誰谁調调諒谅談谈謀谋諾诺謝谢謎谜證证譯译護护貓猫財财責责敗败貨货質质販贩
貪贪貧贫購购費费貼贴貴贵貸贷賀贺賤贱賴赖贏赢趕赶趙赵跡迹踐践躍跃軀躯車车軌轨軟软轉转輪轮輕轻載载較较輔辅輩辈輝辉輸输轆辘辭辞邊边遞递達达遷迁
過过遠远還还這这進进連连遲迟適适選选遺遗遙遥鄰邻鬱郁釋释鑒鉴針针釘钉鈕钮鋼钢錢钱鐵铁鈴铃銀银鎖锁鋒锋錯错鍋锅鍵键鐘钟鎮镇鏡镜長长門门閃闪閉闭問问闖闯
間间悶闷聞闻閱阅隊队陽阳陰阴階阶際际陸陆陳陈險险隨随隱隐難难雞鸡霧雾靜静頂顶項项順顺須须頑顽顧顾頓顿預预領领頸颈頻频題题額额顏颜顛颠風风飄飘飛飞
饞馋飢饥飯饭飲饮飽饱餃饺餅饼餓饿餘余館馆饒饶馬马駕驾騙骗騎骑驗验驟骤髒脏鬆松鬧闹魚鱼鳥鸟鴨鸭麥麦黃黄齊齐齒齿龍龙龜龟臺台灰灰盪荡簷檐盃杯週周
攢攒啞哑噁恶閻阎諧谐貳贰輾辗鋪铺雜杂鏈链瞓睡睏困鍾钟薩萨嬰婴檸柠氫氢氰氰鈉钠硝硝窯窑脫脱絃弦贖赎羈羁絆绊訣诀傑杰嬸婶噹当剩剩蠶蚕歎叹癡痴籲吁陣阵
`;

/** Words that are written with another letter for the same meaning, most of them Cantonese. */
const SAME_MEANING = `
唔不冇没無没无没咗了左了嘅的既的哋们地们喺在响在係是佢他渠他她他它他您你睇看嚟来黎来畀给俾给諗想谂想攰累啲些嗰那仲还搵找揾找返回番回翻回
殺杀鯊杀鲨杀殺杀亖死歿死殁死鎅割𠝹割㓤割劏割訓睡瞓睡恁那乜什冧倒俺我咱我喇啦㗎的囉啦妳你祂他牠他尋昨琴昨噚昨
`;

/** Latin look-alikes from Cyrillic and Greek. */
const LOOK_ALIKE = 'аaеeоoрpсcуyхxіiјjѕsԁdһhкkмmтtαaοoιiκkνvυuıi';

function pairs(list: string): [string, string][] {
  const letters = [...list.replace(/\s/g, '')];
  return letters.flatMap((letter, i): [string, string][] => {
    const reading = letters[i + 1];
    return i % 2 === 0 && reading !== undefined ? [[letter, reading]] : [];
  });
}

const readings = new Map([...pairs(TRADITIONAL), ...pairs(LOOK_ALIKE)]);
const meanings = new Map(pairs(SAME_MEANING));

/** One letter as it is read, itself where nothing is known. */
export function readLetter(letter: string): string {
  const reading = readings.get(letter) ?? letter;
  return meanings.get(reading) ?? meanings.get(letter) ?? reading;
}
