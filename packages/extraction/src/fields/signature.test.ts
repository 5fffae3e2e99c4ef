import { describe, expect, it } from "vitest";
import { normalizedView } from "../normalized-view.ts";
import { printedLines } from "../printed-lines.ts";
import { zonesOf } from "../zones.ts";
import { signatureOf } from "./signature.ts";

const above = [
  "中共样州市云汀区委关于巡视整改进展情况的通报",
  "省委第三巡视组对样州市云汀区开展了巡视。",
  "一、关于“账目不清”问题的整改",
  "（一）清账。",
];

function signature(...lines: readonly string[]): readonly unknown[] {
  const view = normalizedView([...above, ...lines].join("\n"));
  const { signedBy, signedOn } = signatureOf(view, zonesOf(printedLines(view.text)));
  return [signedBy?.value, signedOn?.value];
}

describe("signatureOf", () => {
  it.each([
    ["on two lines", ["中共样州市云汀区委员会", "2024年3月11日"], "中共样州市云汀区委员会", "2024-03-11"],
    ["on one line", ["中共样州市云汀区委员会　2024年3月11日"], "中共样州市云汀区委员会", "2024-03-11"],
    ["in Chinese numerals", ["中共样州市云汀区委员会", "二〇二四年三月十一日"], "中共样州市云汀区委员会", "2024-03-11"],
    [
      "with a zero from a keyboard",
      ["中共样州市云汀区委员会", "二0二四年三月十一日"],
      "中共样州市云汀区委员会",
      "2024-03-11",
    ],
    ["over several lines", ["中共样州市云汀区委员会", "2024年", "3月", "11日"], "中共样州市云汀区委员会", "2024-03-11"],
    [
      "broken after the month",
      ["中共柏塘县委员会", "　　二〇二四年三月", "　　十一日"],
      "中共柏塘县委员会",
      "2024-03-11",
    ],
    [
      "by several",
      ["中共样州市云汀区委员会", "样州市云汀区人民政府", "2024年3月11日", "打印本页"],
      "中共样州市云汀区委员会、样州市云汀区人民政府",
      "2024-03-11",
    ],
    [
      "by several on one line",
      ["中共样州新区工作委员会 样州新区管理委员会", "2024年3月11日"],
      "中共样州新区工作委员会、样州新区管理委员会",
      "2024-03-11",
    ],
    [
      "whose name is broken over two lines",
      ["中共柏塘县委巡察工作", "领导小组办公室", "2024年3月11日"],
      "中共柏塘县委巡察工作领导小组办公室",
      "2024-03-11",
    ],
    ["without a day", ["中共样州市云汀区委员会"], "中共样州市云汀区委员会", undefined],
  ])("reads one %s", (_, lines, signedBy, signedOn) => expect(signature(...lines)).toEqual([signedBy, signedOn]));

  it("takes a day inside the text for none", () => {
    const lines = ["完成时限", "2023年12月31日", "（二）建账。", "（三）公示。", "中共柏塘县委员会", "2024年3月11日"];
    expect(signature(...lines)).toEqual(["中共柏塘县委员会", "2024-03-11"]);
    expect(signature("完成时限", "2023年12月31日", "（二）建账。", "（三）公示。")).toEqual([undefined, undefined]);
  });
});
