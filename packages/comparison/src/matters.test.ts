import { describe, expect, it } from "vitest";
import { matterRules } from "./matter-rules.ts";
import { mattersIn } from "./matters.ts";

/** Terms named fully, and in brackets those named by the way; broad ones left out. */
const termsIn = (text: string): string[] =>
  [...mattersIn(text).weights].flatMap(([matter, weight]) => {
    const rule = matterRules[matter];
    if (rule === undefined || rule.weight < 1) return [];
    return [weight === 1 ? rule.term : `(${rule.term})`];
  });

describe("matters that a title names", () => {
  it.each([
    ["回迁群众仍在租房过渡", ["安置房"]],
    ["义务教育大班额未有效缓解", ["学位"]],
    ["食品安全监管责任落实不到位", ["食品药品"]],
    ["中心组学习质量不高", ["理论学习"]],
  ])("%s", (title, terms) => {
    expect(termsIn(title)).toEqual(terms);
  });

  it("a frame counts fully where it stands alone, and little beside a matter of its clause", () => {
    expect(termsIn("采购不规范")).toContain("政府采购");
    expect(termsIn("药品耗材集中采购不规范")).toEqual(expect.arrayContaining(["医药腐败", "(政府采购)"]));
  });

  it("words for a whole field may mean any matter of it, unless one is named", () => {
    expect(termsIn("干部队伍建设有短板")).toEqual(expect.arrayContaining(["年轻干部", "交流轮岗", "担当激励"]));
    expect(termsIn("干部队伍建设有短板，轮岗交流少")).not.toContain("年轻干部");
  });

  it("words of a joined cue stand in one sentence", () => {
    expect(termsIn("执法不公，企业用工荒")).not.toContain("涉企执法");
  });

  it("evaluative tails name nothing", () => {
    for (const tail of ["不够有力", "不到位", "成效不明显", "存在差距", "流于形式", "层层递减", "屡禁不止", "有待加强"])
      expect(termsIn(tail)).toEqual([]);
  });
});

describe("rows of matters", () => {
  it("each has a term of its own and cues", () => {
    const named = matterRules.filter(({ weight }) => weight === 1);
    expect(new Set(named.map(({ term }) => term)).size).toBe(named.length);
    expect(named.length).toBeGreaterThanOrEqual(300);
    for (const { term, cues } of named) {
      expect(cues.length, term).toBeGreaterThan(0);
      expect(
        cues.every(({ words }) => words.every((word) => word.length > 0)),
        term,
      ).toBe(true);
    }
  });
});
