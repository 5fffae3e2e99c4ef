import type { ServedNotice } from "./scenario.ts";

/** A body that generated notices are about: `{ name: "样州市云汀区", party: "区委" }`. */
export type GeneratedSubject = { readonly name: string; readonly party: string };

type Dice = (bound: number) => number;

const topics = [
  "排水管网改造拖期",
  "惠企补贴兑付迟缓",
  "老旧小区物业失管",
  "村级账目公开走样",
  "粮库轮换监管薄弱",
  "校车安全检查流于表面",
  "产业园区空置厂房偏多",
  "招标代理选取随意",
  "养老机构消防欠账",
  "基层减负成效反弹",
  "信访包案有名无实",
  "干部档案补录滞后",
  "河道采砂执法偏软",
  "公租房分配审核粗疏",
  "政府采购验收走过场",
  "文物修缮资金趴账",
  "耕地占补平衡质量不高",
  "国企投资决策程序缺失",
  "医保基金监管留有死角",
  "公务用车管理松散",
] as const;
const flaws = [
  "、责任传导不到位",
  "、举一反三不够",
  "，群众意见较大",
  "，长效机制尚未建立",
  "",
  "、部门配合脱节",
] as const;
const actors = [
  "区住建局",
  "财政局",
  "组织部",
  "农业农村局",
  "纪委监委机关",
  "教育局",
  "发改委",
  "各镇街",
  "国资办",
  "应急管理局",
] as const;
const openers = [
  "建账销号。",
  "倒查责任。",
  "补齐短板。",
  "公开透明。",
  "常态督办。",
  "立制管长。",
  "分类处置。",
  "现场验收。",
] as const;
const actions = [
  (n: number) => `对排查出的${n}处隐患逐处定人定时，已办结${Math.max(1, n - 2)}处，其余列入下半年计划`,
  (n: number) => `约谈分管负责人${n}人，给予党纪处分${1 + (n % 4)}人，组织处理${1 + (n % 5)}人`,
  (n: number) => `清退违规领取的补助${n}.${n % 10}万元，款项全部缴回国库`,
  (n: number) =>
    `修订《${["工程变更管理办法", "专项资金使用细则", "物业考评规定", "集体资产台账制度"][n % 4]}》，新建配套制度${1 + (n % 6)}项`,
  (n: number) => `组织业务骨干${n * 3}人次轮训，随机抽考合格率达到${80 + (n % 19)}%`,
  (n: number) => `开通线上查询窗口，${n}个村居的收支明细按季度上墙上网`,
  (n: number) => `邀请人大代表和居民代表${n}人参加验收，提出的${2 + (n % 7)}条意见当场认领`,
  (n: number) => `与${2 + (n % 5)}家单位会商${n}次，把牵头环节和办理时限写进责任清单`,
] as const;
const closings = [
  "下一轮抽查安排在年底前进行",
  "同类问题未再发生",
  "进展每月向常委会报告一次",
  "结果已在门户网站公示",
  "尚未完成的部分明确了时间表",
] as const;
/** How the body that signs is called in full, by the short name of its party organization. */
const committees: Readonly<Record<string, string>> = { 区委: "委员会", 县委: "委员会", 党组: "党组" };
const rounds = ["一", "二", "三", "四", "五", "六", "七", "八"] as const;
const ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"] as const;

/** A notice by dice: structure of family A, 3–8 KB of UTF-8, every figure and date drawn. Same number and seed, same notice. */
export function generateNotice(index: number, seed: number, subject: GeneratedSubject): ServedNotice {
  const dice = rollDice(seed * 1_000_003 + index);
  const visit = drawVisit(index);
  const party = `中共${subject.name}${committees[subject.party] ?? "工作委员会"}`;
  const findings = drawTopics(dice, 5 + dice(4));
  const body = findings.flatMap((title, n) => [
    `（${ordinals[n]}）关于“${title}”问题的整改`,
    ...Array.from({ length: 2 + dice(3) }, (_, m) => `${m + 1}.${measure(dice)}`),
  ]);
  return {
    title: `中共${subject.name}${subject.party}关于巡视整改进展情况的通报`,
    publisher: "清风样例网",
    publishedAt: visit.publishedOn,
    paragraphs: [
      `按照省委安排，省委第${visit.team}巡视组自${printDay(visit.startedOn)}至${printDay(visit.endedOn)}巡视了${subject.name}，${printDay(visit.feedbackOn)}反馈意见。现把整改进展公布如下。`,
      "一、整改组织情况",
      `（一）统一思想。${subject.party}先后${3 + dice(9)}次开会研究，梳理${findings.length}个方面${findings.length * 3 + dice(9)}个问题，制定${60 + dice(90)}条措施。`,
      "二、整改落实情况",
      ...body,
      "三、下一步打算",
      "一是不松劲，未完事项挂图推进。二是重实效，请群众评判。三是立长远，把管用的办法固定下来。",
      `欢迎社会各界监督。电话：0990-5551${String(dice(1000)).padStart(3, "0")}；电子邮箱：zg${index}@yangli.example。`,
      party,
      printDay(visit.signedOn),
    ],
  };
}

function measure(dice: Dice): string {
  const sentences = Array.from({ length: 1 + dice(2) }, () => {
    const act = actions[dice(actions.length)] ?? actions[0];
    return `${actors[dice(actors.length)]}${act(2 + dice(60))}`;
  });
  return `${openers[dice(openers.length)]}${sentences.join("；")}，${closings[dice(closings.length)]}。`;
}

function drawTopics(dice: Dice, count: number): string[] {
  const start = dice(topics.length);
  return Array.from({ length: count }, (_, n) => {
    const topic = topics[(start + n * 7) % topics.length] ?? topics[0];
    return `${topic}${flaws[dice(flaws.length)]}`;
  });
}

/** Every notice of a subject belongs to another inspection: the visits follow one another. */
function drawVisit(
  index: number,
): Record<"startedOn" | "endedOn" | "feedbackOn" | "signedOn" | "publishedOn" | "team", string> {
  const start = Date.UTC(2006, 0, 9) + index * 7 * 86_400_000;
  const day = (offset: number): string => new Date(start + offset * 86_400_000).toISOString().slice(0, 10);
  return {
    startedOn: day(0),
    endedOn: day(55),
    feedbackOn: day(120),
    signedOn: day(280),
    publishedOn: day(290),
    team: rounds[index % rounds.length] ?? "一",
  };
}

/** `2024-03-11` → `2024年3月11日` */
function printDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** Numbers that look random and are not (mulberry32). */
function rollDice(seed: number): Dice {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
