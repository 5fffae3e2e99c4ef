import { describe, expect, it } from "vitest";
import { bracketBreakdown, isContradicted } from "./outcome-breakdown.ts";
import { printedFigures } from "./printed-figures.ts";

function breakdown(text: string): { readonly parts: readonly string[]; readonly isContradicted: boolean } {
  const [figure] = printedFigures(text);
  if (!figure) return { parts: [], isContradicted: false };
  const read = bracketBreakdown(text, figure);
  return {
    parts: read.parts.map(({ label, value, unit }) => `${label} ${value} ${unit}`),
    isContradicted: isContradicted(figure.value, figure.unit, read),
  };
}

describe("a breakdown in brackets", () => {
  it.each([
    ["9人(警告6人、严重警告3人)", ["警告 6 人", "严重警告 3 人"], false],
    ["9人(警告6人、严重警告4人)", ["警告 6 人", "严重警告 4 人"], true],
    ["9人(警告九人,撤职0人)", ["警告 9 人", "撤职 0 人"], false],
    ["9人(其中科级干部4人)", ["科级干部 4 人"], false],
    ["9人(其中科级干部14人)", ["科级干部 14 人"], true],
    ["3起(涉及5人)", ["涉及 5 人"], false],
    ["38人(党纪处分12人(警告8人、记过4人)、诫勉26人)", ["党纪处分 12 人", "诫勉 26 人"], false],
    ["628万元(津补贴500.5万元、奖金127.5万元)", ["津补贴 500.5 万元", "奖金 127.5 万元"], false],
  ])("%s", (text, parts, contradicted) => {
    expect(breakdown(text)).toEqual({ parts, isContradicted: contradicted });
  });

  it.each(["9人(均为党员)", "9人(涉及612户)", "9人,(警告6人)", "9人(警告6人", "9人(警告6人\n、记过3人)"])(
    "there is none in %s",
    (text) => expect(breakdown(text).parts).toEqual([]),
  );
});
