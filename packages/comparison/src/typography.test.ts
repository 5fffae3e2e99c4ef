import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldTypography } from "./typography.ts";

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
});
