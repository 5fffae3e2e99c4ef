import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayShareKeys, printsSameNumbers, saysOtherwise } from "./clause-signature.ts";
import { readFigures } from "./figures.ts";
import { canonicalKey, skeletonKey } from "./text-keys.ts";

const mayShare = (one: string, other: string): boolean =>
  mayShareKeys(
    { before: one, after: other },
    { before: [{ start: 0, end: one.length }], after: [{ start: 0, end: other.length }] },
  );

/** Forms of one thing; two clauses made of the same things in other forms mostly have one key. */
const things = [
  ["整改期限"],
  ["逐户催收", "逐戶催收"],
  ["2023年4月5日", "2023.4.5"],
  ["5万元", "5万人民币", "50000元"],
  ["1,234人", "1234人"],
  ["《望麓区督查办法》", "《望麓区 督查办法》"],
  ["《", ""],
  ["一是"],
  ["（三）"],
  ["①"],
  ["3:5", "3：5"],
  ["第三次"],
  ["三次"],
  ["，", "、", "－", "”", " ", "\u200B", ""],
  ["Ａ", "A"],
] as const;

const clauses = fc
  .array(
    fc.constantFrom(...things).chain((forms) => fc.tuple(fc.constantFrom(...forms), fc.constantFrom(...forms))),
    { maxLength: 6 },
  )
  .map((forms) => [forms.map(([one]) => one).join(""), forms.map(([, other]) => other).join("")] as const);

const numRuns = 20_000;

describe("what is told of two stretches without their keys", () => {
  it.each([
    ["整改期限延至2023年4月5日", "整改期限延至2023.4.5"],
    ["追缴违规补贴5万元", "追缴违规补贴5万人民币"],
    ["修订《望麓区督查办法》。", "修订《望麓区督查办法》"],
    ["逐户催收欠租", "逐戶催收欠租"],
  ])("is nothing where one figure, date, title or script has two forms: %s, %s", (one, other) => {
    expect(canonicalKey(one)).toBe(canonicalKey(other));
    expect(saysOtherwise(one, other)).toBe(false);
    expect(mayShare(one, other)).toBe(true);
  });

  it.each([
    ["逐户催收欠租", "逐户催收欠款"],
    ["公布监督电话，", "公布监督信箱。"],
    ["修订《望麓区督查办法》。", "印发《望麓区督查办法》。"],
  ])("is that they differ: %s, %s", (one, other) => {
    expect(saysOtherwise(one, other)).toBe(true);
    expect(mayShare(one, other)).toBe(false);
  });

  it("another title is another stretch, but the same clause with another atom", () => {
    const [one, other] = ["修订《望麓区督查办法》。", "修订《调解指引》。"];
    expect(saysOtherwise(one, other)).toBe(true);
    expect(mayShare(one, other)).toBe(true);
    expect(skeletonKey(one)).toBe(skeletonKey(other));
  });

  it("is never wrong of clauses with one key, whatever they are made of", () => {
    let equal = 0;
    fc.assert(
      fc.property(clauses, ([one, other]) => {
        const isRight = skeletonKey(one) !== skeletonKey(other) || mayShare(one, other);
        if (canonicalKey(one) !== canonicalKey(other)) return isRight;
        equal += one === other ? 0 : 1;
        return isRight && !saysOtherwise(one, other);
      }),
      { numRuns },
    );
    expect(equal).toBeGreaterThan(numRuns / 10);
  });
});

describe("texts that print the same numbers", () => {
  it.each([
    ["约谈6人，随后补缴1,234元", "约谈6人，如数补缴1,234元", true],
    ["约谈6人", "约谈9人", false],
    ["查处3、12人", "查处31、2人", false],
    ["第三次约谈", "三次约谈", false],
  ])("%s, %s: %s", (one, other, isSame) => {
    expect(printsSameNumbers(one, other)).toBe(isSame);
  });

  it("hold the same figures, whatever they are made of", () => {
    const signs = fc.constantFrom("谈", "第", "三", "1", "2,345", "余", "人", "场", "所", "，", "、", " ");
    const words = fc.array(signs, { maxLength: 4 });
    let same = 0;
    const values = (text: string): string =>
      readFigures(text)
        .map(({ value, unit }) => `${value} ${unit}`)
        .join();
    fc.assert(
      fc.property(words, words, words, (one, other, shared) => {
        const [old, young] = [[...one, ...shared].join(""), [...other, ...shared].join("")];
        if (!printsSameNumbers(old, young)) return true;
        same += old === young ? 0 : 1;
        return values(old) === values(young);
      }),
      { numRuns },
    );
    expect(same).toBeGreaterThan(0);
  });
});
