import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLike, likeness, probeLikeness } from "./likeness.ts";

const words = fc
  .array(fc.constantFrom(...Array.from("整改督办清退欠租")), { maxLength: 30 })
  .map((signs) => signs.join(""));
const least = fc.constantFrom(0.2, 0.33, 0.5, 0.6, 1);
const passage = fc
  .array(fc.constantFrom("逐户催收历年欠租并按月通报进度，", "修订村级小额工程管理规定，", "约谈相关负责同志。"), {
    maxLength: 8,
  })
  .map((clauses) => clauses.join(""));

describe("likeness", () => {
  it("约谈业主单位6家 and 约谈业主9家 share 约谈业主 and 家", () => {
    expect(likeness("约谈业主单位6家", "约谈业主9家")).toBe(5 / 8);
  });

  it("is told to reach a bound without measuring it", () => {
    fc.assert(
      fc.property(words, words, words, least, (head, one, other, bound) => {
        for (const [left, right] of [
          [one, other],
          [head + one, head + other],
          [one + head, other + head],
        ] as const)
          expect(isLike(left, right, bound)).toBe(likeness(left, right) >= bound);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("probeLikeness", () => {
  it("is the same share whatever it must reach, and nothing below that", () => {
    fc.assert(
      fc.property(passage, passage, least, (one, other, bound) => {
        const share = probeLikeness(one, other, Number.MIN_VALUE);
        expect(probeLikeness(one, other, bound)).toBe(share >= bound ? share : 0);
        expect(probeLikeness(other, one, bound)).toBe(probeLikeness(one, other, bound));
      }),
      { numRuns: 2_000 },
    );
    expect(probeLikeness("逐户催收历年欠租并按月通报进度，", "逐户催收历年欠租并按月通报进度，", 0.5)).toBe(1);
  });
});
