import { describe, expect, it } from "vitest";
import { compareVersions } from "../compare-versions.ts";
import { buildNotice, kindsOf, sampleFindings, uncovered, withFinding, withMeasure } from "../notice.fixture.ts";

const before = buildNotice();
const [first = "", second = ""] = sampleFindings[0]?.measures ?? [];

describe("measures", () => {
  it("a new measure is measure-added at its number; those after it are only renumbered", () => {
    const after = buildNotice({
      findings: withFinding(0, { measures: [first, "聘请第三方开展绩效评估，公布结果。", second] }),
    });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["measure-added"]);
    expect(changes[0]?.target).toEqual({ part: "measure", finding: 1, measure: 2, field: null });
    expect(uncovered(before.text, changes, "before")).toBe(uncovered(after.text, changes, "after"));
  });

  it("a deleted measure is measure-removed with its number in the older text", () => {
    const after = buildNotice({ findings: withFinding(0, { measures: [second] }) });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["measure-removed"]);
    expect(changes[0]).toMatchObject({ target: { finding: 1, measure: 1 }, before: { text: first } });
  });

  it("a reworded clause is one measure-reworded that quotes both measures and cuts at clause marks", () => {
    const after = buildNotice({ findings: withMeasure(2, 1, "在各街道设立调解室，限期答复并公开办理结果。") });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["measure-reworded"]);
    expect(changes[0]?.before?.text).toBe("在各街道设立调解室，就近受理群众诉求。");
    const span = changes[0]?.operations[0]?.before;
    expect(before.text.slice(span?.start, span?.end).trim()).toBe("就近受理群众诉求。");
  });

  it("two reworded clauses of one measure are one change with two operations", () => {
    const after = buildNotice({
      findings: withMeasure(1, 0, "依托党校举办专题班次，逐村补齐公开栏，对失职人员一律问责。"),
    });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["measure-reworded"]);
    expect(changes[0]?.operations).toHaveLength(2);
  });

  it("measures in another order are a move, neither removed nor added", () => {
    const changes = compareVersions(before, buildNotice({ findings: withFinding(0, { measures: [second, first] }) }));
    expect(kindsOf(changes)).toEqual(["measure-reworded"]);
    expect(changes[0]).toMatchObject({ severity: "minor", operations: [{ op: "move" }, {}, {}] });
  });

  it("a measure deleted between two that the reading then runs together is still one measure-removed", () => {
    const inline = [
      "一是开展园区项目清查，约谈业主单位；",
      "二是修订管理办法，实行月度调度制度；",
      "三是严格考核奖惩，公布排名结果。",
    ];
    const old = buildNotice({ findings: [{ title: "园区项目监管不够有力", measures: inline, isInline: true }] });
    const young = buildNotice({
      findings: [{ title: "园区项目监管不够有力", measures: [`${inline[0] ?? ""}${inline[2] ?? ""}`], isInline: true }],
    });
    const changes = compareVersions(old, young).filter((change) => change.kind !== "cosmetic");
    expect(kindsOf(changes)).toEqual(["measure-removed"]);
    expect(changes[0]?.before?.text).toContain("修订管理办法");
  });
});
