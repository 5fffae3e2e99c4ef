import { describe, expect, it } from "vitest";
import { alignMeasures } from "./align-measures.ts";
import { buildNotice, withFinding } from "./notice.fixture.ts";
import { regionsOf } from "./regions.ts";

/** Numbers of the measures that belong together, of a finding with these measures before and after. */
function pairedNumbers(old: readonly string[], young: readonly string[]): string[] {
  const [before, after] = [old, young].map((measures) => buildNotice({ findings: withFinding(0, { measures }) }));
  const [one, other] = [before, after].map((notice) =>
    notice === undefined ? undefined : regionsOf(notice).findings[0],
  );
  if (before === undefined || after === undefined || one === undefined || other === undefined) return [];
  return alignMeasures({ before: before.text, after: after.text }, one, other).pairs.map(
    (pair) => `${pair.before.n}-${pair.after.n}`,
  );
}

const clearing = "开展园区项目清查，梳理停滞项目12个，约谈业主单位6家。";
const clearingEdited = "开展园区项目清查，梳理停滞项目15个，约谈业主单位9家。";
const training = "组织镇村干部集中培训，逐村补齐公开栏。";
const mediation = "在各街道设立调解室，就近受理群众诉求。";

describe("alignMeasures", () => {
  it("pairs measures in their places, edited or not", () => {
    expect(pairedNumbers([clearing, training], [clearingEdited, training])).toEqual(["1-1", "2-2"]);
  });

  it("leaves open what was written anew in its place, and pairs the others", () => {
    expect(pairedNumbers([clearing, training, mediation], [clearingEdited, "追缴租金5万元。", mediation])).toEqual([
      "1-1",
      "3-3",
    ]);
  });

  it("pairs a measure with the one that says the same, not with its like in its place", () => {
    expect(pairedNumbers([clearing, training, mediation], [clearingEdited, clearing, "追缴租金5万元。"])).toContain(
      "1-2",
    );
    expect(pairedNumbers([clearingEdited, clearing, "追缴租金5万元。"], [clearing, training, mediation])).toContain(
      "2-1",
    );
  });

  it("finds what stands elsewhere among many, and what was written anew", () => {
    const many = Array.from({ length: 60 }, (_, at) => `第${at + 1}段河道逐一认领，${"查".repeat(at + 1)}后公布结果。`);
    const [one = "", other = "", ...rest] = many;
    const [, ...kept] = rest;
    expect(pairedNumbers(many, [other, one, "追缴租金5万元。", ...kept]).slice(0, 3)).toEqual(["1-2", "2-1", "4-4"]);
  });
});
