import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldsTo, foldTypography } from "./typography.ts";

describe("foldTypography", () => {
  it.each([
    ["“三不”， 机制", "三不机制"],
    ["1,234人", "1234人"],
    ["1，234，567人", "1234567人"],
    ["追繳1.5萬元", "追缴1\u00015万元"],
    ["3、5、7日", "3\u00045\u00047日"],
    ["10：30至2023-04", "10\u000330至2023\u000204"],
    ["约谈12,34人", "约谈12\u000434人"],
    ["1…2", "12"],
  ])("%s gives %j", (text, words) => {
    expect(foldTypography(text)).toBe(words);
  });

  it("is one whether or not NFKC is needed: a wide letter before a text changes no more than itself", () => {
    const signs = fc.constantFrom(...Array.from("0123456789,.:~-–—，、：～ 人…“"));
    const text = fc.array(signs, { maxLength: 12 }).map((some) => some.join(""));
    fc.assert(
      fc.property(text, (words) => {
        expect(foldTypography(`Ａ${words}`)).toBe(`A${foldTypography(words)}`);
      }),
      { numRuns: 20_000 },
    );
  });

  it("gives every character what the rules give it, between words, between digits and beside what may join it", () => {
    const others: string[] = [];
    for (let code = 1; code < 0x1_00_00; code += 1) {
      const sign = String.fromCharCode(code);
      const words = `人${sign}人1${sign}2`;
      if (foldTypography(`Ａ${words}`) !== `A${foldTypography(words)}`) others.push(code.toString(16));
    }
    expect(others).toEqual([]);
    const joined = [
      "e\u0301",
      "か\u3099",
      "\u1112\u1161\u11AB",
      "가\u11A8",
      "第\u{1D7D1}项",
      "〔2023〕2号",
      "二〇二三年",
      "1\u200B.5",
    ];
    expect(joined.filter((words) => foldTypography(`Ａ${words}`) !== `A${foldTypography(words)}`)).toEqual([]);
  });
});

describe("foldsTo", () => {
  it("is told without folding, and is the same", () => {
    const signs = fc.constantFrom(
      ...Array.from("督查办法12（）《》“”，．. 3Ａ〔é"),
      "e\u0301",
      "\u0301",
      "㈠",
      "《督查 办法》",
    );
    const text = fc.array(signs, { maxLength: 6 }).map((some) => some.join(""));
    let like = 0;
    fc.assert(
      fc.property(text, text, fc.boolean(), (one, other, isOwn) => {
        const words = foldTypography(isOwn ? `（${one} ）` : other);
        if (foldTypography(one) === words) like += 1;
        expect(foldsTo(one, words)).toBe(foldTypography(one) === words);
      }),
      { numRuns: 20_000 },
    );
    expect(like).toBeGreaterThan(5_000);
  });
});
