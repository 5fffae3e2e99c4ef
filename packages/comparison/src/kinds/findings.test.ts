import { describe, expect, it } from "vitest";
import { compareVersions } from "../compare-versions.ts";
import { buildNotice, kindsOf, sampleFindings, uncovered, withFinding } from "../notice.fixture.ts";

const before = buildNotice();
const extra = {
  title: "河道采砂管理存在漏洞",
  measures: ["出台《望麓区采砂许可细则》，查处违规采砂9起。", "安装监控探头24个，实现全河段覆盖。"],
};

describe("findings", () => {
  it("a deleted finding is one finding-removed; its measures, its documents and the new numbers are part of it", () => {
    const after = buildNotice({ findings: sampleFindings.slice(1) });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["finding-removed"]);
    expect(changes[0]).toMatchObject({
      target: { part: "finding", finding: 1 },
      before: { text: "园区项目监管不够有力" },
      after: null,
    });
    expect(uncovered(before.text, changes, "before")).toBe(uncovered(after.text, changes, "after"));
  });

  it("an inserted finding is one finding-added with its number in the newer text", () => {
    const findings = [...sampleFindings.slice(0, 1), extra, ...sampleFindings.slice(1)];
    const after = buildNotice({ findings });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["finding-added"]);
    expect(changes[0]?.target.finding).toBe(2);
    expect(uncovered(before.text, changes, "before")).toBe(uncovered(after.text, changes, "after"));
  });

  it("a new title over the same measures is finding-reworded, not removed and added", () => {
    const after = buildNotice({ findings: withFinding(2, { title: "群众诉求响应不到位" }) });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["finding-reworded"]);
    expect(changes[0]?.target).toEqual({ part: "finding", finding: 3, measure: null, field: null });
    expect(changes[0]?.before?.text).toContain("信访积案化解缓慢");
    expect(changes[0]?.after?.text).toContain("群众诉求响应不到位");
  });

  it("a new title and half of the measures written anew are edits of the finding, for the other half stayed", () => {
    const measures = ["公开选聘网格员，逐户走访登记。", sampleFindings[2]?.measures?.[1] ?? ""];
    const after = buildNotice({ findings: withFinding(2, { title: "群众诉求响应不到位", measures }) });
    const kinds = kindsOf(compareVersions(before, after));
    expect(kinds).toContain("finding-reworded");
    expect(kinds).not.toContain("finding-added");
    expect(kinds).not.toContain("finding-removed");
  });

  it("a finding in the place of another that shares with it only what others say too is removed and added", () => {
    const said = (words: string) => `层层压实责任，${words}`;
    const others = withFinding(0, { measures: [said("逐月调度进展。")] }).slice(0, 2);
    const old = { title: "信访积案化解缓慢", measures: [said("领导干部包案下访。")] };
    const young = { title: "文物保护悬空", measures: [said("聘请巡护员看守碑刻。")] };
    const changes = compareVersions(
      buildNotice({ findings: [...others, old] }),
      buildNotice({ findings: [...others, young] }),
    );
    expect(kindsOf(changes).toSorted()).toEqual(["finding-added", "finding-removed"]);
  });

  it("a finding at another place is finding-moved, and the numbers of the others are no changes", () => {
    const [one, two, three] = sampleFindings;
    const after = buildNotice({ findings: [three, one, two].flatMap((finding) => finding ?? []) });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["finding-moved"]);
    expect(changes[0]).toMatchObject({
      severity: "minor",
      target: { finding: 1 },
      before: { text: "信访积案化解缓慢" },
    });
    expect(changes[0]?.operations.some((operation) => operation.op === "move")).toBe(true);
  });

  it("a finding with another number at the same place is finding-moved", () => {
    const after = buildNotice({ findings: withFinding(1, { numbering: "（五）" }) });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["finding-moved"]);
    expect(changes[0]?.summary.zh).toContain("（二）改为（五）");
  });

  it("numbers in another style are cosmetic", () => {
    const styled = sampleFindings.map((one, at) => Object.assign({}, one, { numbering: `${at + 1}、` }));
    expect(kindsOf(compareVersions(before, buildNotice({ findings: styled })))).toEqual(["cosmetic"]);
  });

  it("a finding that moves to the group of completed ones changed its status and is not also moved", () => {
    const at = (done: readonly boolean[]) =>
      buildNotice({
        findings: sampleFindings.map((one, index) => ({
          title: one.title,
          measures: one.measures ?? [],
          group: done[index] === true ? "一、已完成整改的问题" : "二、持续推进整改的问题",
          status: done[index] === true ? ("completed" as const) : ("ongoing" as const),
        })),
      });
    const [old, young] = [at([true, false, false]), at([true, true, false])];
    const changes = compareVersions(old, young);
    expect(kindsOf(changes)).toEqual(["finding-status-changed"]);
    expect(changes[0]).toMatchObject({
      target: { part: "finding", finding: 2, field: "status" },
      before: { value: "ongoing" },
      after: { value: "completed" },
    });
    expect(uncovered(old.text, changes, "before")).toBe(uncovered(young.text, changes, "after"));
  });

  it("a status that only another reading found is no change", () => {
    const findings = before.findings.map((one) => Object.assign({}, one, { status: "completed" as const }));
    expect(compareVersions(before, { ...before, findings })).toEqual([]);
  });

  it("findings with one title are told apart by their measures", () => {
    const twins = [
      { title: "制度执行不严格", measures: ["出台公务用车管理规定，封存车辆3辆。"] },
      { title: "制度执行不严格", measures: ["规范食堂采购流程，公开比价供货商8家。"] },
    ];
    const changes = compareVersions(buildNotice({ findings: twins }), buildNotice({ findings: twins.slice(1) }));
    expect(kindsOf(changes)).toEqual(["finding-removed"]);
    expect(changes[0]?.target.finding).toBe(1);
  });
});
