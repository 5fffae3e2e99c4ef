import { describe, expect, it } from "vitest";
import { canonicalKey, endOtherwise } from "./text-keys.ts";

describe("texts that end otherwise", () => {
  it.each([
    ["整改期限延至2023年4月5日", "整改期限延至2023.4.5"],
    ["追缴违规补贴5万元", "追缴违规补贴5万人民币"],
    ["修订《望麓区督查办法》。", "修订《望麓区督查办法》"],
    ["逐户催收欠租", "逐戶催收欠租"],
  ])("are not told by the forms of one figure, date, title or script: %s, %s", (one, other) => {
    expect(canonicalKey(one)).toBe(canonicalKey(other));
    expect(endOtherwise(one, other)).toBe(false);
  });

  it.each([
    ["逐户催收欠租", "逐户催收欠款"],
    ["公布监督电话，", "公布监督信箱。"],
  ])("have other keys: %s, %s", (one, other) => {
    expect(endOtherwise(one, other)).toBe(true);
    expect(canonicalKey(one)).not.toBe(canonicalKey(other));
  });
});
