import { printedByStatus, printedNotice } from "./printed-notices.ts";
import type { GoldenPair } from "./golden-pair.ts";

/** The measures run on behind the heading, as some notices print them. */
const runOn = printedByStatus.replaceAll("问题的整改。\n一是", "问题的整改。一是");

/** One edit in a text whose paragraphs are also broken otherwise, so that it is read otherwise. */
export const brokenPairs: readonly GoldenPair[] = [
  {
    says: "measures that run on behind the heading, broken behind their own titles: the edit is in the second",
    before: runOn,
    edits: [
      ["一是摘牌提质。逐一", "一是摘牌提质。\n逐一"],
      ["二是补上服务。与", "二是补上服务。\n与"],
      ["开放设备143台套", "开放设备148台套"],
    ],
    changes: [{ kind: "figure-changed", at: ["measure", 1, 2], before: "143台", after: "148台", values: [143, 148] }],
  },
  {
    says: "measures that run on behind the heading, in a paragraph of their own",
    before: runOn,
    edits: [
      ["“餐饮油烟执法尺度不一”问题的整改。一是", "“餐饮油烟执法尺度不一”问题的整改。\n一是"],
      ["94家饭店", "98家饭店"],
    ],
    changes: [{ kind: "figure-changed", at: ["measure", 2, 2], before: "94家", after: "98家", values: [94, 98] }],
  },
  {
    says: "a measure without a number, broken behind its own title: the edit is in the next",
    before: printedNotice
      .replace("1.逐村补齐", "逐村补齐")
      .replace("2.追缴被侵占", "追缴被侵占")
      .replace("3.接受群众", "接受群众"),
    edits: [
      ["追缴被侵占的租金。", "追缴被侵占的租金。\n"],
      ["开通账目查询二维码", "增设账目查询二维码"],
    ],
    changes: [
      {
        kind: "measure-reworded",
        at: ["measure", 2, 3],
        before: "接受群众监督。开通账目查询二维码，村民点击一次即可看到每笔收支。",
        after: "接受群众监督。增设账目查询二维码，村民点击一次即可看到每笔收支。",
      },
    ],
  },
  {
    says: "the lead broken in two below the header line",
    edits: [
      ["省委第五巡视组对样州市望麓区开展", "省委第五巡视组对样州市望麓区\n开展"],
      ["梳理停滞项目12个", "梳理停滞项目18个"],
    ],
    changes: [{ kind: "figure-changed", at: ["measure", 1, 1], before: "12个", after: "18个", values: [12, 18] }],
  },
  {
    says: "the paragraph below the last measure broken in two",
    before: printedNotice.replace("三、持续用力，巩固整改成果\n", ""),
    edits: [
      ["盯住未完成事项，每季度回访一次。对群众", "盯住未完成事项，每季度回访一次。\n对群众"],
      ["填报表格63种", "填报表格68种"],
    ],
    changes: [{ kind: "figure-changed", at: ["measure", 5, 2], before: "63", after: "68", values: [63, 68] }],
  },
];
