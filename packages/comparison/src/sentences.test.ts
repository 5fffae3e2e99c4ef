import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clauseEndAfter, clauseEndBefore, splitClauses, splitSentences } from "./sentences.ts";
import { sliceOf } from "./spans.ts";

const clauses = (text: string) => splitClauses(text, { start: 0, end: text.length }).map((span) => sliceOf(text, span));
const sentences = (text: string) =>
  splitSentences(text, { start: 0, end: text.length }).map((span) => sliceOf(text, span));

describe("clauses and sentences", () => {
  it("end after their marks, closing quotes and white space", () => {
    expect(clauses("修订制度4项，约谈6人；“三不”推进。\n　　下一段")).toEqual([
      "修订制度4项，",
      "约谈6人；",
      "“三不”推进。\n　　",
      "下一段",
    ]);
    expect(sentences("召开会议3次。立案2件。”公布")).toEqual(["召开会议3次。", "立案2件。”", "公布"]);
  });

  it("never cut a figure, a time or an address", () => {
    expect(clauses("追缴1,234万元，1，234元，10:30开会，见http://a.example")).toEqual([
      "追缴1,234万元，",
      "1，234元，",
      "10:30开会，",
      "见http://a.example",
    ]);
    expect(clauses("2021，2022年")).toEqual(["2021，", "2022年"]);
  });

  it("tile any text", () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("，。；：、1 2,:\n“”整改")), maxLength: 60 });
    fc.assert(
      fc.property(text, (one) => {
        expect(clauses(one).join("")).toBe(one);
        expect(sentences(one).join("")).toBe(one);
      }),
    );
  });
});

describe("ends of clauses near a place", () => {
  it("are never within a title", () => {
    const text = "见《甲，乙》，丙。";
    expect(clauseEndAfter(text, 4, text.length)).toBe(7);
    expect(clauseEndBefore(text, 0, 6)).toBe(0);
    expect(clauseEndAfter("《甲，乙", 3, 4)).toBe(3);
  });

  it("are those that clauses are cut at", () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("甲乙，。《》”\n")), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(30), (one, place) => {
        const at = Math.min(place, one.length);
        const ends = splitClauses(one, { start: 0, end: one.length }).map(({ end }) => end);
        const [before, after] = [clauseEndBefore(one, 0, at), clauseEndAfter(one, at, one.length)];
        expect([0, ...ends]).toContain(before);
        expect(before).toBeLessThanOrEqual(at);
        expect([...ends, one.length]).toContain(after);
        expect(after).toBeGreaterThanOrEqual(at);
      }),
      { numRuns: 5_000 },
    );
  });
});
