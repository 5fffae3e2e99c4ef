import { describe, expect, it } from "vitest";
import { normalizedView } from "../normalized-view.ts";
import { declaredOf } from "./declared.ts";

function declared(text: string): readonly string[] {
  const view = normalizedView(text);
  return declaredOf(view, { start: 0, end: view.text.length }).totals.map(({ metric, value }) => `${metric} ${value}`);
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
    [
      "围绕反馈的三十七个问题，需一年内完成整改的二十六项，目前已完成整改十四项。",
      ["findings 37", "findingsDueWithinOneYear 26", "findingsCompleted 14"],
    ],
    ["反馈的40条问题、97条整改措施。27条具体问题在整改。", ["findings 40", "measures 97", "findings 27"]],
    [
      "反馈的27条具体问题。截至6月底，27条具体问题中已办结21条。",
      ["findings 27", "findings 27", "findingsCompleted 21"],
    ],
    ["26项整改任务，已完成24项，基本完成1项，持续推进1项。", ["tasks 26", "tasksCompleted 24"]],
    ["集中整改期内需完成的32个问题，已完成整改30个。", ["findingsCompleted 30"]],
    [
      "34个问题已完成整改30个，整改完成率88.2%；88条措施完成80条，占90.9%。",
      [
        "findings 34",
        "findingsCompleted 30",
        "findingsCompletedRate 88.2",
        "measures 88",
        "measuresCompleted 80",
        "measuresCompletedRate 90.9",
      ],
    ],
    ["巡视整改任务完成率达到百分之九十二点五。", ["tasksCompletedRate 92.5"]],
    ["目前巡视整改完成率96%。", ["completedRate 96"]],
    [
      "指出我局存在3方面13个问题，整改中细化分解为24个分项问题，已完成反馈问题整改5个。",
      ["aspects 3", "findings 13", "findings 24", "findingsCompleted 5"],
    ],
    ["对照巡察反馈意见五个方面共44个问题，制定方案。", ["aspects 5", "findings 44"]],
    ["县委就3大部分11个方面28个问题制定整改方案。", ["categories 3", "aspects 11", "findings 28"]],
    ["整改方案确定了六个方面的问题和五个方面意见建议。", ["aspects 6"]],
    ["巡视反馈的意识形态、选人用人等4个方面问题。", ["aspects 4"]],
    ["反馈的34个问题，已整改完成30个（含立行立改问题2个）。", ["findings 34", "findingsCompleted 30"]],
    ["巡视反馈问题清单43条，建立措施清单126项，零遗留。", ["findings 43", "measures 126"]],
  ])("reads %s", (text, expected) => expect(declared(text)).toEqual(expected));

  it.each([
    "民主生活会上从4个方面查摆问题14项，并提出整改方向。",
    "巡视整改期间召开会议8次，成立6个专项小组。",
    "巡视组移交的58个问题正在核查。",
    "围绕整改，对与实际不符的5项任务退回重改。",
    "巡视指出，剩余7个问题逐项推进。",
    "走访企业150家，解决困难57个。",
    "坚持把整改作为做到“两个维护”的重要举措。",
    "确保每一项整改措施落到实处，整改完成一项、销号一项。",
    "集中整改期间，解决民生领域突出问题23项。",
    "区纪委就5个方面12个问题、选人用人检查就8个方面24个问题，分别制定整改方案。",
    "巡视整改中基本完成并持续整改问题4个。",
    "巡视期间3个专项检查整改共30项任务已完成26项。",
  ])("leaves %s alone", (text) => expect(declared(text)).toEqual([]));

  it.each([
    "确保巡视整改完成率达95%以上。",
    "巡视反馈后，群众满意率达98%。",
    "巡视整改期间报名率百分之九十。",
    "巡视组转交信访件35件，已全部办结，办结率100%。",
  ])("takes no aim and no other rate for a rate of completion: %s", (text) => expect(declared(text)).toEqual([]));

  it("reads of what comes after the findings only what is done", () => {
    const text = "反馈37个问题。\n目前已完成整改30个问题，确保7个问题全部完成整改，制定措施12条。";
    const view = normalizedView(text);
    const line = text.indexOf("\n") + 1;
    const { totals } = declaredOf(view, { start: 0, end: line }, [{ start: line, end: view.text.length }]);
    expect(totals.map(({ metric, value }) => `${metric} ${value}`)).toEqual(["findings 37", "findingsCompleted 30"]);
  });

  it.each([
    ["民主生活会上查摆14项问题，巡视整改。", "self-review"],
    ["巡视整改中，督查发现敷衍应付等问题23个。", "found"],
    ["巡视反馈问题中，其余7个问题正在整改。", "subset"],
    ["巡视整改方案中，选人用人工作就24个问题细化举措。", "other-check"],
    ["巡视整改期间，解决群众身边突出问题23项。", "found"],
    ["已梳理难点问题33个。", null],
    ["截至目前，巡视整改已完成26项。", null],
  ])("says why a figure of %s is no total: %s", (text, reason) => {
    const view = normalizedView(text);
    const { others } = declaredOf(view, { start: 0, end: view.text.length });
    expect(others.map((other) => other.reason)).toEqual([reason]);
  });

  it("quotes the words and the counter", () => {
    const view = normalizedView("整改方案（含88条整改措施）已印发。");
    const [total] = declaredOf(view, { start: 0, end: view.text.length }).totals;
    expect(total).toMatchObject({ unit: "条", text: "88条整改措施", span: { start: 6, end: 13 } });
  });
});
