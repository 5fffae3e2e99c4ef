/**
 * Traditional characters that notices of this genre use, and the simplified one of each, in the same order. Our own list of 848: it
 * is meant to recognize copies, not to convert texts. What it lacks, and characters with two simplified forms (乾 as in 乾隆), stay
 * or come out wrong; then a clause counts as different.
 */
const traditional = [
  "並丟亂亞佈併來侖係俠倉個們倫偉側偵傑備債傳傷傾僅僑價儀億優儲兩內冊軍凍淨減凱別則剛創劃劇劍剝動務勝勞勢勵勸勻區協單衛卻厲",
  "壓厭廠廳歷曆縣參雙發變叢員問啟啓喪嗎嘗嚴囑圍園圓國圖團堅執報場塊塗塵墊墜墮墳壞壇壽夠夢夥奪奧奮獎婦媽學孫寧寬審寫實寶將專",
  "尋對導屆屍層屬岡島嶺巖鞏幣帥師帳帶幫幹乾幾庫廁廣廢應強彈彌彎彙匯徑從復複徵徹後憂恆悅懸惡惱慶態慣憑憲憶懇懷懶懲戀戰戲戶拋",
  "擔據擠擴擬擁擇擊捨掃揚換損搖搶摯撥撫攔攜攝攤敗敘敵數斂斃斷於時晉晝暢暫曉曠書會東條楊極構槍樁業榮樂標樣樓樞樸樹橋機檔檢櫃",
  "權欄歡歐歲歸殘殺毀氣漢決沒況洩測淚渦準溝溫滅滬滯滲滿漁漸潔潛潤潰澤濁濃濕濟濫濱瀉瀏灘灣災為烏無煉煙熱燈燒營爐爭爺牆牽犧狀",
  "獨獲獵獻現環產畝畫異當療瘋癒皚盜盡監盤眾著矚碼磚礎礙礦禍禮種稅積穩穫窮竄競筆箇節範築簡簽籌糧糾紀約紅納純紙級紛細終組結絕",
  "絡給統經綜綠維網緊線緩編練緣縮績縱總織繳繼續纏罰罷羅義習聖聞聯聲職聽肅脅脫腦腫膚膽臉臨臺與興舉舊艙艦藝莊華萬葉蓋蔣蘇藥蘊",
  "虛號虧蟲術衝補裝裏裡製襲見規視覽覺觀觸計訂討訓託記訟訪設許訴診註詐評詞試話該詳誇認誘語誠誤說説誰課調談請諒論諮諾謀謂講謝",
  "證識譜譯議護譽讀讓豐貝負財貢貧貨販貪貫責貯貴買貸費貼賀賄資賊賓賞賠賣賦質賬賭賴購贈贏贓趙趕趨跡踐軌軟較載輔輕輛輝輪輯輸轄",
  "轉轟辦辭農這連進運過達違遠適遲遷選遺還邊邏郵鄉鄒鄧鄭鄰醫醜釀釋針釘鈔鉤銀銅銜銷鋪鋼錄錢錯鍊鍛鎖鎮鏈鐵鑄鑑鑒長門閉開閒間閘",
  "閣閱闊闖關陣陰陳陸陽階際隊隨險隱隻雖雜雞離難雲電霧靈靜韓響頁頂項順須預頑頒頓領頭頻題額願顛類顧顯風飛飯飲餘館饋馬駐駕騎騙",
  "騰驅驗驚體髮鬆鬥鬧魚鮮鳥鳳麗麥麼黃點黨齊齒龍龐鹽渾滄灑澆牘籬緝羣脈臟髒舖薦蕩藍蘭諫譴贊遞遼邁鄖鋒錦鍋闡隸韌頹飾騷鯨鶴癥癱",
  "皺瞞硃稟穀籤紮綁綫緒罵腳臘艱茲蒼蓮薩蝕衊襯詢誣誡諧謊謹賤贛躍軸轎迴遊採捲佔僱儘冪劑勁匱吳吶嘩噸垻壩墾夾娛嶄巔廬慘慮憐憤懼",
  "掛揀搗摺撐撲擾攏斬暈櫻殼淵濰灩瑪瑣璽癮睏瞭祕禦竊箋篩糰絲綱緯縝縫繪纖耬聳膠艷蠻訊詩誌謠豎跼蹤輿轍逕鄲鉛鋭銳錶閩陞陝霽頸飄",
  "駁駛驟鬱魯鴨鹹齡",
].join("");
const simplified = [
  "并丢乱亚布并来仑系侠仓个们伦伟侧侦杰备债传伤倾仅侨价仪亿优储两内册军冻净减凯别则刚创划剧剑剥动务胜劳势励劝匀区协单卫却厉",
  "压厌厂厅历历县参双发变丛员问启启丧吗尝严嘱围园圆国图团坚执报场块涂尘垫坠堕坟坏坛寿够梦伙夺奥奋奖妇妈学孙宁宽审写实宝将专",
  "寻对导届尸层属冈岛岭岩巩币帅师帐带帮干干几库厕广废应强弹弥弯汇汇径从复复征彻后忧恒悦悬恶恼庆态惯凭宪忆恳怀懒惩恋战戏户抛",
  "担据挤扩拟拥择击舍扫扬换损摇抢挚拨抚拦携摄摊败叙敌数敛毙断于时晋昼畅暂晓旷书会东条杨极构枪桩业荣乐标样楼枢朴树桥机档检柜",
  "权栏欢欧岁归残杀毁气汉决没况泄测泪涡准沟温灭沪滞渗满渔渐洁潜润溃泽浊浓湿济滥滨泻浏滩湾灾为乌无炼烟热灯烧营炉争爷墙牵牺状",
  "独获猎献现环产亩画异当疗疯愈皑盗尽监盘众着瞩码砖础碍矿祸礼种税积稳获穷窜竞笔个节范筑简签筹粮纠纪约红纳纯纸级纷细终组结绝",
  "络给统经综绿维网紧线缓编练缘缩绩纵总织缴继续缠罚罢罗义习圣闻联声职听肃胁脱脑肿肤胆脸临台与兴举旧舱舰艺庄华万叶盖蒋苏药蕴",
  "虚号亏虫术冲补装里里制袭见规视览觉观触计订讨训托记讼访设许诉诊注诈评词试话该详夸认诱语诚误说说谁课调谈请谅论咨诺谋谓讲谢",
  "证识谱译议护誉读让丰贝负财贡贫货贩贪贯责贮贵买贷费贴贺贿资贼宾赏赔卖赋质账赌赖购赠赢赃赵赶趋迹践轨软较载辅轻辆辉轮辑输辖",
  "转轰办辞农这连进运过达违远适迟迁选遗还边逻邮乡邹邓郑邻医丑酿释针钉钞钩银铜衔销铺钢录钱错链锻锁镇链铁铸鉴鉴长门闭开闲间闸",
  "阁阅阔闯关阵阴陈陆阳阶际队随险隐只虽杂鸡离难云电雾灵静韩响页顶项顺须预顽颁顿领头频题额愿颠类顾显风飞饭饮余馆馈马驻驾骑骗",
  "腾驱验惊体发松斗闹鱼鲜鸟凤丽麦么黄点党齐齿龙庞盐浑沧洒浇牍篱缉群脉脏脏铺荐荡蓝兰谏谴赞递辽迈郧锋锦锅阐隶韧颓饰骚鲸鹤症瘫",
  "皱瞒朱禀谷签扎绑线绪骂脚腊艰兹苍莲萨蚀蔑衬询诬诫谐谎谨贱赣跃轴轿回游采卷占雇尽幂剂劲匮吴呐哗吨坝坝垦夹娱崭巅庐惨虑怜愤惧",
  "挂拣捣折撑扑扰拢斩晕樱壳渊潍滟玛琐玺瘾困了秘御窃笺筛团丝纲纬缜缝绘纤耧耸胶艳蛮讯诗志谣竖局踪舆辙径郸铅锐锐表闽升陕霁颈飘",
  "驳驶骤郁鲁鸭咸龄",
].join("");

const table: ReadonlyMap<string, string> = new Map(
  Array.from(traditional, (sign, at) => [sign, simplified.charAt(at)] as const),
);
const known = new RegExp(`[${traditional}]`, "gu");

const isKnown = new Uint8Array(0x1_00_00);
for (const sign of table.keys()) isKnown[sign.charCodeAt(0)] = 1;

/** Whether a text holds a character of our list: looked up, because nearly none does. */
function holdsTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isKnown[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** The text in simplified characters, of the same length, so that spans stay valid. Example: 樣州市紀委 → 样州市纪委. */
export const simplify = (text: string): string =>
  holdsTraditional(text) ? text.replace(known, (sign) => table.get(sign) ?? sign) : text;

/** How many characters of the text are traditional ones of our list. */
export const countTraditional = (text: string): number => text.match(known)?.length ?? 0;
