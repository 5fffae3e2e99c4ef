import { Fault, noticeSchema, type Notice } from "@zhenggai/notice";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { misquoted, spansOutside, uncovered } from "./coverage.fixture.ts";
import { fourLevelNotice, topLevelNotice, unresolvedSubject } from "./example-notices.fixture.ts";
import { readNotice } from "./read-notice.ts";

const read = (text: string): Notice => readNotice({ text }, { resolveSubject: unresolvedSubject });

/** Null where the text holds no notice; any other error is the reader's own. */
function readOrFault(text: string): Notice | null {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

function lossOf(notice: Notice): unknown {
  return { uncovered: uncovered(notice), misquoted: misquoted(notice), outside: spansOutside(notice) };
}

const none = { uncovered: "", misquoted: [], outside: 0 };

const numbers = ["一、", "（二）", "3.", "（4）", "⑤", "一是", "二是", "第一，", "首先，", ""];
const pieces = [
  "关于“安置房交付迟缓”问题的整改",
  "关于“作风‘漂浮’”方面的问题",
  "针对“账目不清”问题。一是清账。二是建制。",
  "关于“标题没有收口问题的整改",
  "提高站位。区委召开会议3次，给予党纪处分2人（警告1人）。",
  "巡视整改组织领导情况",
  "已完成的整改事项",
  "下一步，区委将继续整改。",
  "欢迎监督。联系电话：0990-5550101。",
  "中共样州市云汀区委员会",
  "2024年3月11日",
  "来源：清风样例网发布时间：2024-03-27",
  "首页>监督>巡视巡察",
  "中共样州市云汀区委关于巡视整改进展情况的通报",
  "《云汀区整改方案》明确5大类12个方面34个具体问题、88条整改措施。",
];
const line = fc
  .tuple(fc.constantFrom("", "　　", "  ", "\u00a0"), fc.constantFrom(...numbers), fc.constantFrom(...pieces))
  .map((parts) => parts.join(""));
const assembled = fc
  .array(line, { maxLength: 40 })
  .map((lines) => ["中共样州市云汀区委关于巡视整改进展情况的通报", "省委巡视组开展了巡视。", ...lines].join("\n"));

describe("a reading is lossless", () => {
  it("on the example notices", () => {
    expect(lossOf(read(fourLevelNotice))).toEqual(none);
    expect(lossOf(read(topLevelNotice))).toEqual(none);
  });

  it("on notices assembled at random from headings, paragraphs and site lines", () => {
    fc.assert(
      fc.property(assembled, (text) => {
        expect(lossOf(read(text))).toEqual(none);
      }),
      { numRuns: 300 },
    );
  });

  it("on notices with characters changed at random", () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 8 });
    fc.assert(
      fc.property(edits, (changes) => {
        let text = fourLevelNotice;
        for (const [at, inserted] of changes) {
          const place = at % text.length;
          text = text.slice(0, place) + inserted + text.slice(place + (at % 5));
        }
        const notice = readOrFault(text);
        expect(notice ? lossOf(notice) : none).toEqual(none);
      }),
    );
  });
});

describe("reading anything", () => {
  it("ends in a notice that fits the schema or in a Fault", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.oneof(line, fc.string())).map((all) => all.join("\n")),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const notice = readOrFault(text);
        expect(notice === null || noticeSchema.safeParse(notice).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["of one endless sentence", `巡视${"整改措施12个".repeat(40_000)}`],
    ["of brackets", `巡视整改。${"《（“".repeat(60_000)}`],
    ["of numbers", `巡视整改情况的通报\n${"一、（一）1.一是".repeat(40_000)}`],
    ["of forty thousand headings", `巡视整改情况的通报\n${"一、关于“甲”问题\n（一）做了。\n".repeat(20_000)}`],
    ["of glued numbers", `巡视整改情况的通报\n（一）甲。${"（二）乙。1.丙。（1）丁。".repeat(20_000)}`],
    ["of glued formulae", `巡视整改情况的通报\n一、${"关于“甲”问题的整改。二、".repeat(20_000)}`],
    [
      "of headings without numbers",
      `巡视整改情况的通报\n开展巡视。\n${"关于“甲”问题的整改\n整改情况：\n".repeat(10_000)}`,
    ],
    ["of next steps", `巡视整改情况的通报\n开展巡视。\n一、甲\n${"下一步，区委将整改。\n一是甲。\n".repeat(10_000)}`],
    ["of formula words", `巡视整改情况的通报\n${`一、关于${"的问题的整改落实情况".repeat(2_000)}\n`.repeat(20)}`],
    ["of broken days", `巡视整改。\n${"2024年\n3月\n".repeat(20_000)}`],
    ["of short lines that own up", `巡视整改情况的通报\n开展巡视。\n一、甲\n${"学用脱节不到位\n".repeat(20_000)}`],
    ["of spaces", `巡视整改。${" ".repeat(200_000)}。`],
    ["of dates", `省委巡视组2023年${"4月1日至".repeat(30_000)}。`],
    ["of mail addresses", `巡视整改。\n欢迎监督，电子邮箱：${"a.".repeat(100_000)}@`],
  ])("takes no more than two seconds for a text %s", (_, text) => {
    // Time of the processor: what else the machine does must not decide.
    const before = process.cpuUsage();
    readOrFault(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });
});
