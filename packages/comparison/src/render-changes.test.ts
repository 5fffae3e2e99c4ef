import type { Change, ChangeKind } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { compareVersions } from "./compare-versions.ts";
import { displayWidth } from "./display-width.ts";
import { buildNotice, withMeasure } from "./notice.fixture.ts";
import { renderChanges } from "./render-changes.ts";

const after = buildNotice({
  signed: ["2024-03-18", "2024年3月18日"],
  findings: withMeasure(1, 0, "组织镇村干部集中培训，逐村补齐公开栏，处理失职人员16人。"),
});
const changes = compareVersions(buildNotice(), after);

describe("renderChanges", () => {
  it("puts fields first, then findings, each with a sentence and both quotations", () => {
    const text = renderChanges(changes, { colour: false, width: 80 });
    expect(text.split("\n")).toEqual([
      "变化 2 处：数字改动 1，日期改动 1",
      "  【日期改动】成文日期：“2024年3月15日”改为“2024年3月18日”。",
      "    － 2024年3月15日",
      "    ＋ 2024年3月18日",
      "  【数字改动】问题2措施1的数字“13人”改为“16人”。",
      "    － 13人",
      "    ＋ 16人",
    ]);
  });

  it("tells successive notices kind by kind, within a kind by the finding's number", () => {
    const [change] = changes;
    if (change === undefined) throw new Error("no change");
    const told = (kind: ChangeKind, finding: number | null): Change => ({
      ...change,
      kind,
      target: { part: "finding", finding, measure: null, field: null },
    });
    const mixed = [
      told("finding-new", 1),
      told("finding-dropped", 3),
      told("finding-repeated", 5),
      told("outcome-trend", null),
      told("finding-repeated", 2),
      told("notice-succeeded", null),
    ];
    const text = renderChanges(mixed, { colour: false, width: 80 });
    expect([...text.matchAll(/【(.+?)】/gu)].map(([, label]) => label)).toEqual([
      "后续通报",
      "问题重现",
      "问题重现",
      "问题不再提",
      "新问题",
      "成效走势",
    ]);
  });

  it("colours only where asked to", () => {
    expect(renderChanges(changes, { colour: false, width: 80 })).not.toContain("\u001B[");
    expect(renderChanges(changes, { colour: true, width: 80 })).toContain("\u001B[32m＋ 16人\u001B[0m");
  });

  it("keeps to the width, Chinese characters counted as two", () => {
    const long = buildNotice({
      closing: "下一步，区委将逐条逐项对照反馈意见开展自查复核，持续推动各项任务落到实处，并按月公布进展。",
    });
    const text = renderChanges(compareVersions(buildNotice(), long), { colour: false, width: 50 });
    // A closing mark may stand over the edge.
    expect(Math.max(...text.split("\n").map(displayWidth))).toBeLessThanOrEqual(52);
  });

  it("says so when nothing changed", () => {
    expect(renderChanges([], { colour: false, width: 80 })).toBe("没有变化。");
  });
});
