import { describe, expect, it } from "vitest";
import { normalizedView } from "../normalized-view.ts";
import { declaredOf } from "./declared.ts";

function declared(text: string): readonly string[] {
  const view = normalizedView(text);
  return declaredOf(view, { start: 0, end: view.text.length }).map(({ metric, value }) => `${metric} ${value}`);
}

describe("declaredOf", () => {
  it.each([
    [
      "把反馈意见梳理出5大类12个方面34个具体问题，定下88条整改措施。",
      ["categories 5", "aspects 12", "findings 34", "measures 88"],
    ],
    [
      "反馈的4个方面问题归并为11项、23条具体问题，提出81条整改措施。",
      ["aspects 4", "items 11", "findings 23", "measures 81"],
    ],
    ["围绕反馈的7个方面25项问题，细化成75个具体问题。", ["aspects 7", "items 25", "findings 75"]],
    ["反馈问题三十四个，制定整改措施一百零五条、整改任务20项。", ["findings 34", "measures 105", "tasks 20"]],
    [
      "反馈的37个问题里，需一年内完成整改的26个，截至3月已完成整改14个。",
      ["findings 37", "findingsDueWithinOneYear 26", "findingsCompleted 14"],
    ],
    [
      "方案明确146条整改措施，需一年内完成的100条，已完成77条。",
      ["measures 146", "measuresDueWithinOneYear 100", "measuresCompleted 77"],
    ],
    ["截至6月底，完成整改33个问题、141条措施。", ["findingsCompleted 33", "measuresCompleted 141"]],
    ["巡视反馈的19个问题已全部完成整改。", ["findingsCompleted 19"]],
  ])("reads %s", (text, expected) => expect(declared(text)).toEqual(expected));

  it.each([
    "民主生活会上从4个方面查摆问题14项，并提出整改方向。",
    "巡视整改期间召开会议8次，成立6个专项小组。",
    "巡视组移交的58个问题正在核查。",
    "围绕整改，对与实际不符的5项任务退回重改。",
    "巡视指出，剩余7个问题逐项推进。",
    "走访企业150家，解决困难57个。",
  ])("leaves %s alone", (text) => expect(declared(text)).toEqual([]));

  it("quotes the words and the counter", () => {
    const view = normalizedView("整改方案（含88条整改措施）已印发。");
    const [total] = declaredOf(view, { start: 0, end: view.text.length });
    expect(total).toMatchObject({ unit: "条", text: "88条整改措施", span: { start: 6, end: 13 } });
  });
});
