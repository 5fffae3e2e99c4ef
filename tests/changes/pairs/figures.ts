import type { GoldenPair } from "./golden-pair.ts";
import { printedNotice } from "./printed-notices.ts";

export const figurePairs: readonly GoldenPair[] = [
  {
    says: "12个 to 16个 is one figure, not a reworded measure",
    edits: [["停滞项目12个", "停滞项目16个"]],
    changes: [
      {
        kind: "figure-changed",
        at: ["measure", 1, 1],
        before: "12个",
        after: "16个",
        values: [12, 16],
        units: ["个", "个"],
      },
    ],
  },
  {
    says: "13人 to 16人 is an outcome of its finding where people were dealt with",
    edits: [["处理失职人员13人", "处理失职人员16人"]],
    changes: [
      {
        kind: "outcome-changed",
        at: ["outcome", 2, 1],
        before: "13人",
        after: "16人",
        values: [13, 16],
        units: ["人", "人"],
      },
    ],
  },
  {
    says: "money recovered changes in CNY",
    edits: [["集体租金86.4万元", "集体租金84.6万元"]],
    changes: [
      {
        kind: "outcome-changed",
        at: ["outcome", 2, 2],
        before: "86.4万元",
        after: "84.6万元",
        values: [864_000, 846_000],
        units: ["CNY", "CNY"],
      },
    ],
  },
  {
    says: "a Chinese numeral is a figure: 三十七件 to 三十九件",
    edits: [["化解三十七件", "化解三十九件"]],
    changes: [
      { kind: "figure-changed", at: ["measure", 3, 1], before: "三十七件", after: "三十九件", values: [37, 39] },
    ],
  },
  {
    says: "two figures of one sentence are two changes",
    edits: [["分别下降34%和41%", "分别下降43%和14%"]],
    changes: [
      { kind: "figure-changed", at: ["measure", 5, 1], before: "34%", after: "43%", values: [34, 43] },
      { kind: "figure-changed", at: ["measure", 5, 1], before: "41%", after: "14%", values: [41, 14] },
    ],
  },
  {
    says: "a figure and other words in one measure are two changes of two kinds",
    edits: [
      ["逐宗核对园区用地", "会同镇街核对园区用地"],
      ["收回闲置土地430亩", "收回闲置土地340亩"],
    ],
    changes: [
      {
        kind: "measure-reworded",
        at: ["measure", 1, 1],
        before: "清查停滞项目。逐宗核对园区用地，梳理停滞项目12个，约谈业主单位6家，收回闲置土地430亩。",
        after: "清查停滞项目。会同镇街核对园区用地，梳理停滞项目12个，约谈业主单位6家，收回闲置土地340亩。",
      },
      { kind: "figure-changed", at: ["measure", 1, 1], before: "430亩", after: "340亩", values: [430, 340] },
    ],
  },
  {
    says: "人 to 余人 is another figure",
    edits: [["月均服务老人4700人次", "月均服务老人4700余人次"]],
    changes: [
      {
        kind: "figure-changed",
        at: ["measure", 4, 3],
        before: "4700人次",
        after: "4700余人次",
        values: [4700, 4700],
      },
    ],
  },
  {
    says: "an outcome of the whole notice: 26人 to 28人",
    edits: [["党纪政务处分26人", "党纪政务处分28人"]],
    changes: [
      {
        kind: "outcome-changed",
        at: ["outcome", null, null],
        before: "26人",
        after: "28人",
        values: [26, 28],
        units: ["人", "人"],
      },
    ],
  },
  {
    says: "money handed back is an outcome: 528.09万元 to 582.09万元",
    edits: [["清退资金528.09万元", "清退资金582.09万元"]],
    changes: [
      {
        kind: "outcome-changed",
        at: ["outcome", null, null],
        before: "528.09万元",
        after: "582.09万元",
        values: [5_280_900, 5_820_900],
        units: ["CNY", "CNY"],
      },
    ],
  },
  {
    says: "a declared total: 9个问题 to 8个问题",
    edits: [["3个方面9个问题", "3个方面8个问题"]],
    changes: [
      {
        kind: "declared-changed",
        at: ["declared", null, null, "findings"],
        before: "9个",
        after: "8个",
        values: [9, 8],
      },
    ],
  },
  {
    says: "a declared total of measures: 31条 to 33条",
    edits: [["制定整改措施31条", "制定整改措施33条"]],
    changes: [
      {
        kind: "declared-changed",
        at: ["declared", null, null, "measures"],
        before: "31条",
        after: "33条",
        values: [31, 33],
      },
    ],
  },
  {
    says: "a day in Chinese numerals is a date",
    before: printedNotice.replace("11月15日开工", "十一月十五日开工"),
    edits: [["十一月十五日开工", "十一月十八日开工"]],
    changes: [
      {
        kind: "date-changed",
        at: ["measure", 1, 3],
        before: "十一月十五日",
        after: "十一月十八日",
        values: ["--11-15", "--11-18"],
      },
    ],
  },
  {
    says: "44件 to 44宗 is a figure with another unit",
    edits: [["的44件积案", "的44宗积案"]],
    changes: [
      {
        kind: "figure-changed",
        at: ["measure", 3, 1],
        before: "44件",
        after: "44宗",
        values: [44, 44],
        units: ["件", "宗"],
      },
    ],
  },
];
