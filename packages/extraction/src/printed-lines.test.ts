import { describe, expect, it } from "vitest";
import { printedLines } from "./printed-lines.ts";

const lines = (text: string): readonly string[] => printedLines(text).map((line) => line.text);

describe("printedLines", () => {
  it("parts headings that are glued to each other and to their text", () => {
    expect(
      lines("二、反馈问题整改情况(一)关于“甲”问题的整改。查账。(二)关于“乙”问题的整改。清产。三、下一步打算"),
    ).toEqual([
      "二、反馈问题整改情况",
      "(一)关于“甲”问题的整改。查账。",
      "(二)关于“乙”问题的整改。清产。",
      "三、下一步打算",
    ]);
  });

  it("parts paragraphs that go on counting", () => {
    expect(lines("(一)提高站位。开会。(二)压实责任。督办。")).toEqual(["(一)提高站位。开会。", "(二)压实责任。督办。"]);
  });

  it.each([
    "1.做好三件事:1.查账;2.清产;3.建制。",
    "(3)建立制度。一是修订办法。二是公开账目。",
    "(一)印发《方案。(二)办法》。",
    "1.新增投资2.18亿元。",
  ])("leaves %s whole", (text) => expect(lines(text)).toEqual([text]));

  it("does not count on where the next line does", () => {
    expect(lines("1.两手抓。2.查账。\n2.公开账目。")).toEqual(["1.两手抓。2.查账。", "2.公开账目。"]);
  });

  it("joins a day that is broken over lines, and keeps its place", () => {
    const text = "整改。\n发布时间:2024-\n 03-\n 15\n完";
    expect(lines(text)).toEqual(["整改。", "发布时间:2024-\n 03-\n 15", "完"]);
    for (const { start, end, text: printed } of printedLines(text)) expect(text.slice(start, end)).toBe(printed);
  });

  it.each(["2024年\n12项制度", "2024-\n编号", "2023年3月\n整改"])("joins nothing in %j", (text) => {
    expect(lines(text)).toHaveLength(2);
  });
});
