import type { Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { unresolvedSubject } from "../example-notices.fixture.ts";
import { readNotice } from "../read-notice.ts";

const read = (text: string): Notice => readNotice({ text }, { resolveSubject: unresolvedSubject });

const lines = [
  "中共柏塘县委关于巡视整改进展情况的通报",
  "2023年4月，省委第三巡视组对柏塘县开展了巡视，移交问题线索9件。",
  "把反馈的3个方面12个问题，细化为30条整改措施，已完成整改10个，完成率83.3%。民主生活会上查摆14项问题。",
  "一、关于“党纪处分2人不到位”问题的整改",
  "1.给予党纪处分6人（警告4人、严重警告1人）。",
  "2.收回借款80万元，投入资金300万元。",
  "二、关于“纪律松弛”问题的整改",
  "1.今年以来，立案4件，追责问效干部7人。",
  "下一步，县委将持续用力。目前已完成整改10个问题，年内拟问责3人，在已建立制度8项的基础上再完善5项制度。",
  "中共柏塘县委员会",
  "2023年9月12日",
];
const notice = read(lines.join("\n"));
const quoted = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  notice.text.slice(start, end);

describe("the figures of a notice", () => {
  it("are totals before the findings and, where done, after them", () => {
    expect(notice.declared.map(({ metric, value }) => [metric, value])).toEqual([
      ["aspects", 3],
      ["findings", 12],
      ["measures", 30],
      ["findingsCompleted", 10],
      ["findingsCompletedRate", 83.3],
      ["findingsCompleted", 10],
    ]);
  });

  it("are outcomes in the scope where they stand, not in headings and not in intentions", () => {
    expect(notice.outcomes.map(({ metric, value, scope, period }) => [metric, value, scope, period])).toEqual([
      ["clues", 9, "notice", null],
      ["partyDiscipline", 6, { finding: 1 }, null],
      ["moneyRecovered", 80, { finding: 1 }, null],
      ["casesFiled", 4, { finding: 2 }, "今年以来"],
      ["systemsEstablished", 8, "notice", "目前"],
    ]);
  });

  it("are listed where they were left alone, with the reason", () => {
    const ignored = notice.evidence.filter(({ field }) => field === "ignored");
    expect(ignored.map(({ rule, span }) => `${rule} ${span ? quoted(span) : ""}`)).toEqual([
      "figure:self-review 14项问题",
      "figure:spending 300万元",
    ]);
  });

  it("are issues where nothing explains them or their parts contradict them", () => {
    const issues = notice.issues.filter(({ code }) => code === "unread-figure" || code === "breakdown-mismatch");
    expect(issues.map(({ code, field, span }) => [code, field, span ? quoted(span) : null])).toEqual([
      ["unread-figure", null, "7人"],
      ["breakdown-mismatch", "outcomes.1", "党纪处分6人"],
    ]);
  });

  it("are none in a notice of another kind", () => {
    const other = read("中共柏塘县委关于开展巡察的公告\n县委巡察组进驻柏塘县粮储局开展巡察，给予党纪处分6人。");
    expect([other.kind === "rectification", other.outcomes, other.declared]).toEqual([false, [], []]);
  });
});
