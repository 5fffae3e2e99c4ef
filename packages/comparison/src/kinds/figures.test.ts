import { describe, expect, it } from "vitest";
import { compareVersions } from "../compare-versions.ts";
import { buildNotice, kindsOf, withMeasure } from "../notice.fixture.ts";

const before = buildNotice();
const measure = "组织镇村干部集中培训，逐村补齐公开栏，处理失职人员13人。";

describe("figures", () => {
  it("13人 to 16人 inside a measure is one figure-changed with values and unit, not also measure-reworded", () => {
    const after = buildNotice({ findings: withMeasure(1, 0, measure.replace("13人", "16人")) });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["figure-changed"]);
    expect(changes[0]?.target).toEqual({ part: "measure", finding: 2, measure: 1, field: null });
    expect(changes[0]?.before).toMatchObject({ text: "13人", value: 13, unit: "人" });
    expect(changes[0]?.after).toMatchObject({ text: "16人", value: 16, unit: "人" });
    const span = changes[0]?.operations[0]?.before;
    expect(before.text.slice(span?.start, span?.end)).toBe("13人");
  });

  it("an amount is compared in CNY: another one changes, another way to print it does not", () => {
    const other = buildNotice({ findings: withMeasure(1, 1, "追缴被侵占的集体租金582.09万元。") });
    const [change] = compareVersions(before, other);
    expect(change?.before).toMatchObject({ text: "528.09万元", value: 5_280_900, unit: "CNY" });
    expect(change?.after?.value).toBe(5_820_900);
    const same = buildNotice({ findings: withMeasure(1, 1, "追缴被侵占的集体租金5280900元。") });
    expect(kindsOf(compareVersions(before, same))).toEqual(["cosmetic"]);
  });

  it("三十七件 is 37件", () => {
    const same = buildNotice({ findings: withMeasure(2, 0, "领导干部包案下访，化解积案三十七件。") });
    expect(kindsOf(compareVersions(before, same))).toEqual(["cosmetic"]);
    const other = buildNotice({ findings: withMeasure(2, 0, "领导干部包案下访，化解积案三十九件。") });
    expect(compareVersions(before, other)[0]).toMatchObject({
      kind: "figure-changed",
      after: { value: 39, unit: "件" },
    });
  });

  it("a decimal point that moves is a figure, never typography", () => {
    const other = buildNotice({ findings: withMeasure(1, 1, "追缴被侵占的集体租金52809万元。") });
    expect(kindsOf(compareVersions(before, other))).toEqual(["figure-changed"]);
  });

  it("a figure that the notice declares is declared-changed, one of its outcomes outcome-changed", () => {
    const given = {
      declared: [{ metric: "measures" as const, value: 88, unit: "条", text: "整改措施88条" }],
      outcomes: [{ metric: "partyDiscipline" as const, value: 13, unit: "人", text: "13人" }],
    };
    const findings = withMeasure(1, 0, measure.replace("13人", "11人"));
    const after = buildNotice({
      lead: "区委高度重视，先后召开专题会议5次，制定整改措施98条。各级党组织主动认领，逐项落实。",
      declared: [{ metric: "measures", value: 98, unit: "条", text: "整改措施98条" }],
      outcomes: [{ metric: "partyDiscipline", value: 11, unit: "人", text: "11人" }],
      findings,
    });
    const changes = compareVersions(buildNotice(given), after);
    expect(kindsOf(changes)).toEqual(["declared-changed", "outcome-changed"]);
    expect(changes[0]?.target).toEqual({ part: "declared", finding: null, measure: null, field: "measures" });
    expect(changes[1]?.target).toEqual({ part: "outcome", finding: 2, measure: 1, field: "partyDiscipline" });
    expect(changes[1]?.after?.value).toBe(11);
  });

  it("a date in prose is date-changed at its place", () => {
    const old = buildNotice({ findings: withMeasure(2, 1, "11月15日在各街道设立调解室，就近受理群众诉求。") });
    const after = buildNotice({ findings: withMeasure(2, 1, "11月18日在各街道设立调解室，就近受理群众诉求。") });
    const changes = compareVersions(old, after);
    expect(kindsOf(changes)).toEqual(["date-changed"]);
    expect(changes[0]).toMatchObject({ target: { part: "measure", finding: 3 }, before: { value: "--11-15" } });
  });

  it("two figures of one clause are two changes", () => {
    const after = buildNotice({
      findings: withMeasure(0, 0, "开展园区项目清查，梳理停滞项目14个，约谈业主单位9家。"),
    });
    const changes = compareVersions(before, after);
    expect(changes.map((change) => [change.before?.value, change.after?.value])).toEqual([
      [12, 14],
      [6, 9],
    ]);
  });

  it("a figure and words edited in one clause are a figure-changed and a measure-reworded", () => {
    const after = buildNotice({
      findings: withMeasure(1, 0, "组织镇村干部集中培训，逐村补齐公开栏，严肃处理失职失责人员16人。"),
    });
    expect(kindsOf(compareVersions(before, after)).sort()).toEqual(["figure-changed", "measure-reworded"]);
  });
});
