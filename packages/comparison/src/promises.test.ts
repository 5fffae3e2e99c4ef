import { describe, expect, it } from "vitest";
import { buildNotice } from "./notice.fixture.ts";
import { promisesOfFinding, promisesOfNotice } from "./promises.ts";

/** Promises of a finding whose measure says this, in a notice signed on 2024-03-15. */
function promised(words: string, signed: readonly [string, string] = ["2024-03-15", "2024年3月15日"]): string[] {
  const notice = buildNotice({ signed, findings: [{ title: "河道保洁不到位", measures: [words] }] });
  const [finding] = notice.findings;
  if (finding === undefined) throw new Error("no finding");
  return promisesOfFinding(notice, finding).map(({ form, dueOn, text, span }) => {
    expect(notice.text.slice(span?.start, span?.end)).toBe(text);
    return `${form} ${dueOn}`;
  });
}

describe("promises of a finding", () => {
  it.each([
    ["其余3处2025年6月底前全部拆除。", "by-date 2025-06-30"],
    ["缺株2025年5月20日前补种到位。", "by-date 2025-05-20"],
    ["二期4栋预计2025年3月交付。", "by-date 2025-03-31"],
    ["余下6条巷道年底前完工。", "by-date 2024-12-31"],
    ["泵站改造明年年底前完成。", "by-date 2025-12-31"],
    ["剩余管网9月15日前全部接通。", "by-date 2024-09-15"],
    ["将于2月底前补齐资料。", "by-date 2025-02-28"],
    ["年内更换管道6公里。", "by-date 2024-12-31"],
    ["对涉及土地手续的2项，一年内完成整改。", "within 2025-03-15"],
    ["其余资金半年内清退到位。", "within 2024-09-15"],
    ["三个月内办结剩余登记。", "within 2024-06-15"],
    ["巡河保洁长期坚持。", "lasting null"],
  ])("%s → %s", (words, printed) => {
    expect(promised(words)).toEqual([printed]);
  });

  it.each([
    "已于2023年底前完成清淤4公里。",
    "近三年内新建泵站2座。",
    "2023年6月底前完成排查。",
    "2月底前关停小作坊17家。",
    "逾期不改的单位须在一个月内说明原因。",
    "同一项目在12个月内拆分的自动预警。",
    "去年底清运垃圾36吨。",
  ])("what is done, and rules for others, are none: %s", (words) => {
    expect(promised(words)).toEqual([]);
  });

  it("without a day to count from, a term has no last day", () => {
    const notice = buildNotice({ findings: [{ title: "河道保洁不到位", measures: ["一年内完成整改。"] }] });
    const bare = {
      ...notice,
      signedOn: null,
      publishedOn: null,
      inspection: { ...notice.inspection, feedbackOn: null },
    };
    const [finding] = bare.findings;
    expect(finding && promisesOfFinding(bare, finding)).toMatchObject([{ form: "within", dueOn: null }]);
  });
});

describe("what a notice left open", () => {
  const declared = (done: number) => [
    { metric: "measures", value: 100, unit: "项", text: "100项", span: { start: 0, end: 4 } } as const,
    { metric: "measuresCompleted", value: done, unit: "项", text: `${done}项`, span: { start: 5, end: 8 } } as const,
  ];

  it("is told by the totals that it states: 77 of 100 measures", () => {
    const notice = { ...buildNotice(), declared: declared(77) };
    expect(promisesOfNotice(notice)).toMatchObject([
      { form: "share", done: 77, total: 100, text: "77项", dueOn: null },
    ]);
    expect(promisesOfNotice({ ...notice, declared: declared(100) })).toEqual([]);
  });
});
