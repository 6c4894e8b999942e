/** Pairs "what is written, what is read", each of one character, as one string with spaces between. */
const pairs = (list: string): [string, string][] =>
  list
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [written = '', read = ''] = [...pair];
      return [written, read];
    });

/** Letters of other scripts that look like Latin ones (after Unicode TR 39), and small capitals. */
const LETTERS = `
  аa вb сc еe ёe нh іi їi јj кk мm оo рp ѕs тt уy хx ԁd ԛq ԝw ѵv һh ӏl гr пn иu зe бb ьb
  αa βb εe ιi κk νv οo ρp τt υu χx ωw γy ηn σo
  ɑa ɡg ıi łl øo đd ßs ƨs ɩi ƶz ǝe ɔc ʀr օo սu ոn եe հh ցg քp զq յj ѡw ғf қk ҳx ұy үy ҫc ԍg
  ɓb ɗd ɠg ɦh ɱm ɲn ʂs ƭt ʋv ƙk ƥp ƴy ʑz ɛe δd μu σo ςs λa
  ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz`;

/** Digits: Chinese numerals, plain and as on cheques, and dingbats that Unicode gives no value. */
const DIGITS = `
  〇0 零0 ○0 ◯0 一1 幺1 壹1 弌1 二2 贰2 貳2 两2 兩2 三3 叁3 叄3 四4 肆4 五5 伍5 六6 陆6 陸6 七7 柒7
  八8 捌8 九9 玖9 ⓿0 ❶1 ❷2 ❸3 ❹4 ❺5 ❻6 ❼7 ❽8 ❾9 ➊1 ➋2 ➌3 ➍4 ➎5 ➏6 ➐7 ➑8 ➒9`;

/** Traditional characters of the words that the finders know, so that each word is written once. */
const TRADITIONAL = `
  電电 號号 點点 聯联 絡络 訊讯 機机 書书 紅红 郵邮 賬账 帳帐 尋寻 樓楼 棟栋 單单 衛卫 碼码 見见 臉脸
  飛飞 紙纸 鴨鸭 華华 個个 過过 們们 條条 門门 線线 車车 園园 灣湾 東东 嗎吗 換换 發发 傳传 約约 來来
  說说 話话 給给 鵝鹅 維维 戶户 網网 稱称 與与 問问 麼么 無无 時时 開开 對对 師师 學学 誰谁 沒没 媽妈 歡欢
  隨随 錢钱 萬万 塊块 間间 觀观 龍龙 廣广 寧宁 豐丰 頭头 幾几 後后 處处 聽听 連连 鏈链 鍵键 絲丝 請请
  會会 還还 這这 讓让 為为 從从 現现 場场 裡里 裏里 區区 縣县 鄉乡 鎮镇 莊庄 巖岩 簡简 識识 認认
  傾倾 飲饮 飯饭 關关 擴扩 掃扫 轉转 講讲 談谈 詳详 獨独 繼继 續续 邊边 軟软 麥麦 廈厦 層层 專专 揾搵 帶带 經经 張张
  頂顶 順顺 護护 醫医 輔辅 導导 員员 詢询 諮咨 著着 訴诉 團团 組组 麵面 語语 儀仪 資资 圖图 標标 綠绿 藍蓝 黃黄
  靈灵 鳥鸟 橫横 畫画 長长 億亿 義义 憶忆 誤误 霧雾 務务 烏乌 騎骑 齊齐 氣气 棄弃 舊旧 罷罢 遞递 寫写 買买 動动 淨净 鄰邻 臺台 舖铺
  鋪铺 閣阁 廟庙 觀观 漁渔 澤泽 窩窝 蘇苏 羅罗 馬马 劉刘 陳陈 駁驳 邀邀 裝装 賴赖 雞鸡 盤盘 頁页 頻频 顆颗 輕轻 鐵铁 鳳凤 陽阳 嶺岭 興兴 榮荣 錦锦 蘭兰 愛爱 聖圣 達达 銀银 環环 貝贝 淺浅 筆笔 業业 濱滨 壽寿 啟启 陰阴 勝胜 鐘钟 頓顿 鑽钻 橋桥 釘钉
  親亲 傘伞 兒儿 農农 劃划 刪删 別别 嚇吓 國国 聲声 爾尔 歲岁 應应 錄录 總总 撲扑 報报 撥拨 掛挂 數数 樣样 夢梦 熱热 禮礼
  離离 緊紧 級级 細细 視视 討讨 記记 評评 該该 貼贴 軌轨 載载 進进 鬱郁 鈴铃 錯错 鍋锅 閃闪 難难 領领 額额 騙骗 魚鱼 盃杯 週周 圍围 徑径`;

/** Signs: dashes, a plus, an at, emoji that stand for a word. */
const SIGNS = `‐- ‑- ‒- –- —- ―- −- －- ➖- ➕+ 📞电 ☎电 📱电 📲电 📧@ 🐧企 🐭鼠
  🍠薯 ¡i ‧· ‣· ⁄/ ∕/ ⧸/ ╱/ ⟋/ 🔵· 🔴· 🟢· 🟡· 🟠· 🟣· ⚫· ⚪· 🔘· 🔹· 🔸· 🔺· 🔻· ⭕· ●· ∙· ⋅· ・· 👻👻 🐦🐦 ✈✈ 📷📷 📸📷
  ❤♥ 💗♥ 💕♥ 💖♥ 💚♥ 💙♥ 💜♥ 🧡♥ 💛♥ 🖤♥ 🤍♥ ♡♥ ❣♥`;

/** A character to the one it is read as; after case and compatibility are folded. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  pairs(LETTERS + DIGITS + TRADITIONAL + SIGNS),
);

/** First code points of alphabets of 26 in boxes or flags, which Unicode does not decompose. */
export const BOXED_ALPHABETS: readonly number[] = [0x1f150, 0x1f170, 0x1f1e6];
