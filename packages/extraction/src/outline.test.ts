import { describe, expect, it } from "vitest";
import { normalizedView } from "./normalized-view.ts";
import { outlineOf } from "./outline.ts";
import { paragraphs } from "./paragraphs.ts";
import { rolesOf } from "./roles.ts";
import { titlesOf } from "./section-titles.ts";

function outline(...lines: readonly string[]): readonly string[] {
  const sections = outlineOf(paragraphs(normalizedView(lines.join("\n")).text));
  const titles = titlesOf(sections);
  const roles = rolesOf(sections, titles);
  return sections.map(({ level, numbering, index }) => `${level} ${numbering} ${roles[index]} ${titles[index]?.kind}`);
}

describe("the outline of a body", () => {
  it("tells status groups by what they say, and starts counting anew inside each", () => {
    const read = outline(
      "一、整改情况",
      "（一）已完成的整改事项",
      "1. 关于“甲”问题的整改。",
      "一是做了甲，效果好。",
      "（二）需长期坚持的整改事项",
      "1. 关于“乙”问题的整改。",
      "一是做了乙，正在推进。",
    );
    expect(read).toEqual([
      "1 一、 chapter standalone",
      "2 (一) status-group standalone",
      "3 1. finding standalone",
      "4 一是 measure none",
      "2 (二) status-group standalone",
      "3 1. finding standalone",
      "4 一是 measure none",
    ]);
  });

  it("takes the formula inside a measure for a measure where its neighbours lack it", () => {
    const read = outline(
      "（一）关于“甲”问题的整改",
      "1.健全制度，堵塞漏洞。",
      "2.针对“把关不严”问题。补齐短板。",
      "3.加强监督，常抓不懈。",
    );
    expect(read.map((line) => line.split(" ")[2])).toEqual(["finding", "measure", "measure", "measure"]);
  });

  it("puts a heading that lost its number beside the one before it", () => {
    const read = outline("一、整改情况", "（一）关于“甲”问题的整改", "1.做了。", "关于“乙”问题的整改", "1.也做了。");
    expect(read.slice(3)).toEqual(["2  finding standalone", "3 1. measure none"]);
  });

  it("finds the findings of a notice without any formula by their place", () => {
    const read = outline(
      "一、组织领导情况",
      "（一）提高站位。区委研究。",
      "二、巡视反馈问题整改进展情况",
      "（一）聚焦理论武装方面",
      "1.学习贯彻不够深入",
      "开展轮训。",
      "2.成果转化不够有力",
      "出台办法。",
      "三、下一步打算",
      "（一）压实责任。持续用力。",
    );
    expect(read.map((line) => line.split(" ")[2])).toEqual([
      "chapter",
      "organization",
      "chapter",
      "group",
      "finding",
      "finding",
      "chapter",
      "next-step",
    ]);
  });

  it("keeps enumerated next steps out of the last finding", () => {
    const read = outline(
      "一、关于“甲”问题的整改情况",
      "（一）做了。",
      "二、关于“乙”问题的整改情况",
      "（一）做了。",
      "下一步，区委将持续整改。",
      "一是压实责任。二字不减。",
      "二是常态长效。久久为功。",
    );
    expect(read.slice(4)).toEqual(["1  next-step none", "2 一是 next-step run-in", "2 二是 next-step run-in"]);
  });

  it("takes slogans for headings only where most of their kind have one", () => {
    expect(
      outline("（一）提高站位。区委研究。", "（二）压实责任。区委督办。", "（三）区委督查，逐项推进，不留尾巴。"),
    ).toEqual(["1 (一) chapter run-in", "1 (二) chapter run-in", "1 (三) chapter none"]);
  });
});
