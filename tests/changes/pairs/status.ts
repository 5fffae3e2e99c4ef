import { printedByStatus, printedNotice } from "./printed-notices.ts";
import type { ExpectedChange, GoldenPair } from "./golden-pair.ts";

const changed = (finding: number, title: string, values: readonly [string, string]): ExpectedChange => ({
  kind: "finding-status-changed",
  at: ["finding", finding, null, "status"],
  before: title,
  after: title,
  values,
});

const done = printedNotice.replace(
  "“园区项目监管不够有力”问题的整改情况",
  "“园区项目监管不够有力”问题的整改情况（已完成）",
);
/** How far a finding has come, as the notice prints it. */
export const statusPairs: readonly GoldenPair[] = [
  {
    says: "the heading of a group says another status: each finding below it changed",
    before: printedByStatus,
    edits: [["（一）已经完成的整改事项", "（一）持续推进的整改事项"]],
    changes: [
      changed(1, "科创平台重挂牌轻孵化", ["completed", "ongoing"]),
      changed(2, "餐饮油烟执法尺度不一", ["completed", "ongoing"]),
      changed(3, "老街保护与运营脱节", ["completed", "ongoing"]),
    ],
  },
  {
    says: "done became mostly done, which is no wording of the heading",
    before: done,
    edits: [["（已完成）", "（基本完成）"]],
    changes: [changed(1, "园区项目监管不够有力", ["已完成", "基本完成"])],
  },
  {
    says: "mostly done became under way",
    before: done.replace("（已完成）", "（基本完成）"),
    edits: [["（基本完成）", "（持续推进）"]],
    changes: [changed(1, "园区项目监管不够有力", ["completed", "ongoing"])],
  },
  {
    says: "a new title and a new status are two changes",
    before: done,
    edits: [["“园区项目监管不够有力”问题的整改情况（已完成）", "“园区项目监管失之于宽”问题的整改情况（持续推进）"]],
    changes: [
      {
        kind: "finding-reworded",
        at: ["finding", 1],
        before: "关于“园区项目监管不够有力”问题的整改情况（已完成）",
        after: "关于“园区项目监管失之于宽”问题的整改情况（持续推进）",
      },
      { ...changed(1, "园区项目监管不够有力", ["completed", "ongoing"]), after: "园区项目监管失之于宽" },
    ],
  },
];
