import { hanNumeral } from "./chinese-number.ts";

/** Words and forms of generated notices, all invented. */
export const noticeWords = {
  /** How a depth is numbered. */
  numerals: {
    part: (n: number) => `第${hanNumeral(n)}部分 `,
    chapter: (n: number) => `${hanNumeral(n)}、`,
    han: (n: number) => `（${hanNumeral(n)}）`,
    arabic: (n: number) => `${n}．`,
    comma: (n: number) => `${n}、`,
    paren: (n: number) => `（${n}）`,
    closing: (n: number) => `${n}）`,
    circled: (n: number) => String.fromCharCode(0x245f + n),
    enumerator: (n: number) => `${hanNumeral(n)}是`,
    must: (n: number) => `${hanNumeral(n)}要`,
    ordinal: (n: number) => `第${hanNumeral(n)}，`,
    bare: () => "",
  },
  /** The first four can stand inside a line. */
  findingForms: [
    (title: string) => `关于“${title}”问题的整改`,
    (title: string) => `关于“${title}”问题`,
    (title: string) => `关于“${title}”问题的整改情况`,
    (title: string) => `针对“${title}”的问题`,
    (title: string) => `"${title}"问题整改落实情况`,
    (title: string) => `关于${title}的问题`,
    (title: string) => `反馈问题：${title}`,
    (title: string) => `关于“${title}问题的整改`,
  ],
  groupForms: [
    (title: string) => `关于“${title}”方面的问题`,
    (title: string) => `在“${title}”方面`,
    (title: string) => `关于${title}方面`,
    (title: string) => `针对“${title}”方面存在的问题`,
  ],
  statusForms: [
    ["集中整改期内已完成的事项", "需要长期坚持、正在推进的事项"],
    ["已完成整改的问题", "持续推进整改的问题"],
  ],
  subjects: [
    "社区养老站点",
    "河道保洁",
    "工业用地出让",
    "乡村教师补充",
    "政务热线",
    "债务台账",
    "粮食仓储",
    "公墓管理",
  ],
  flaws: [
    "布点偏少",
    "责任悬空",
    "‘重建轻管’",
    "推进缓慢、底数不清",
    "监管宽松软，漏洞较多",
    "与群众期盼有差距",
    "标准不高",
  ],
  aspects: ["落实上级部署", "转型发展", "保障民生", "管党治党", "队伍建设"],
  slogans: ["健全机制", "压实责任", "摸清底数", "严肃问责", "补齐短板"],
  acts: ["修订办法", "走访群众", "更新台账", "组织培训", "现场督办", "公开招租"],
  ends: ["逐项销号", "按月通报", "取得成效", "群众满意", "如期交付"],
};
