import { changeSchema, type Outcome } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { alignFindings } from "./align-findings.ts";
import { compareSuccessive } from "./compare-series.ts";
import { buildNotice, kindsOf } from "./notice.fixture.ts";

const older = buildNotice({
  title: "中共望麓区委关于巡视整改情况的通报",
  started: ["2019-09-16", "2019年9月16日"],
  ended: ["2019-11-29", "11月29日"],
  feedback: ["2020-01-09", "2020年1月9日"],
  findings: [
    { title: "招商引资质效不高", measures: ["组建专业招商小组4个。"] },
    { title: "村级集体“三资”管理混乱", measures: ["清理不规范合同120份。"] },
    { title: "河道采砂监管存在漏洞", measures: ["查处违规采砂9起。"] },
  ],
});
const newer = buildNotice({
  findings: [
    { title: "养老服务设施建而少用", measures: ["新设日间照料点6个。"] },
    { title: "招商引资成效不明显", measures: ["建立项目落地调度机制。"] },
    { title: "上轮巡视反馈的个别问题整改不够到位", measures: ["对账销号，逐项复核。"] },
  ],
});
const changes = compareSuccessive(older, newer);
const ofKind = (kind: string) => changes.filter((change) => change.kind === kind);

describe("successive notices of a subject", () => {
  it("follow one another once, with both titles", () => {
    expect(ofKind("notice-succeeded")).toHaveLength(1);
    expect(ofKind("notice-succeeded")[0]?.before?.text).toBe("中共望麓区委关于巡视整改情况的通报");
    for (const change of changes) expect(changeSchema.safeParse(change).success).toBe(true);
  });

  it("a finding that comes back with another verdict is finding-repeated, sure, with score and both quotations", () => {
    const [repeated, ...rest] = ofKind("finding-repeated");
    expect(rest).toEqual([]);
    expect(repeated).toMatchObject({ verdict: "sure", target: { part: "finding", finding: 2 } });
    expect(repeated?.score).toBeGreaterThan(0.75);
    expect([repeated?.before?.text, repeated?.after?.text]).toEqual(["招商引资质效不高", "招商引资成效不明显"]);
  });

  it("every other finding is dropped or new, each once", () => {
    expect(ofKind("finding-dropped").map((change) => change.before?.text)).toEqual([
      "村级集体“三资”管理混乱",
      "河道采砂监管存在漏洞",
    ]);
    expect(ofKind("finding-new").map((change) => change.target.finding)).toEqual([1, 3]);
  });

  it("what the newer text admits by itself is kept apart as carry-over-admitted", () => {
    const [admitted, ...rest] = ofKind("carry-over-admitted");
    expect(rest).toEqual([]);
    expect(admitted).toMatchObject({ target: { part: "finding", finding: 3 }, before: null });
  });

  it("the time between two inspections is counted in days", () => {
    const [gap] = ofKind("inspection-gap");
    expect(gap).toMatchObject({ before: { value: "2019-11-29" }, after: { value: "2023-04-09" } });
    expect(gap?.summary.en).toContain("1227 days");
  });

  it("notices without dates or findings have no gap and no findings to compare", () => {
    const bare = { ...older, findings: [], inspection: { ...newer.inspection, startedOn: null } };
    expect(kindsOf(compareSuccessive({ ...older, findings: [] }, bare))).toEqual(["notice-succeeded"]);
  });
});

describe("admissions in prose", () => {
  const admits = (closing: string): boolean =>
    compareSuccessive(older, buildNotice({ closing })).some((change) => change.kind === "carry-over-admitted");

  it("a sentence that an earlier inspection's finding is still not put right is one", () => {
    expect(admits("上一轮巡察指出的账目公开问题，仍有3个村整改还不到位，区委已集中约谈。")).toBe(true);
  });

  it.each([
    "该问题2019年省委巡视时就已指出，当年补发后放松跟踪，去年又形成新的积欠。",
    "上轮巡视指出的河道保洁问题出现反弹，3个断面水质变差。",
  ])("a sentence that what an earlier inspection named is there again is one: %s", (closing) => {
    expect(admits(closing)).toBe(true);
  });

  it.each([
    "2023年省委巡视反馈指出的问题，仍有2项正在推进。",
    "上轮巡视指出的积水点未出现反弹。",
    "上一轮巡察指出的问题已全部整改到位。",
    "坚决防止出现上轮巡视反馈问题整改不到位的情况。",
    "对整改不到位的单位严肃问责。",
  ])("a success, a warning and a rule are none: %s", (closing) => {
    expect(admits(closing)).toBe(false);
  });
});

describe("figures of two notices", () => {
  const outcome = (value: number, unit: string, more: Partial<Outcome> = {}): Outcome => ({
    metric: "partyDiscipline",
    value,
    unit,
    amount: null,
    scope: "notice",
    period: "截至2月底",
    qualifier: null,
    breakdown: [],
    text: `${value}${unit}`,
    span: { start: 0, end: 4 },
    ...more,
  });
  const trends = (before: readonly Outcome[], after: readonly Outcome[]) =>
    compareSuccessive({ ...older, outcomes: [...before] }, { ...newer, outcomes: [...after] }).filter(
      (change) => change.kind === "outcome-trend",
    );

  it("of one metric and scope are a trend, minor, with the caveat in the summary", () => {
    const [trend, ...rest] = trends([outcome(12, "人")], [outcome(19, "名")]);
    expect(rest).toEqual([]);
    expect(trend).toMatchObject({ severity: "minor", before: { value: 12 }, after: { value: 19 } });
    expect(trend?.target).toEqual({ part: "outcome", finding: null, measure: null, field: "partyDiscipline" });
    expect(trend?.summary.zh).toContain("口径未必相同");
    expect(trend?.summary.en).toContain("hint only");
  });

  it("of another scope, unit or metric, stated twice, or equal are none", () => {
    expect(trends([outcome(12, "人")], [outcome(19, "人", { scope: "handover" })])).toEqual([]);
    expect(trends([outcome(12, "人")], [outcome(19, "人次")])).toEqual([]);
    expect(trends([outcome(12, "人")], [outcome(19, "人", { metric: "admonishment" })])).toEqual([]);
    expect(trends([outcome(12, "人"), outcome(30, "人")], [outcome(19, "人")])).toEqual([]);
    expect(trends([outcome(12, "人")], [outcome(12, "人")])).toEqual([]);
  });

  it("of single findings are compared where the finding surely came back, and nowhere else", () => {
    const [trend, ...rest] = trends(
      [outcome(1, "人", { scope: { finding: 1 } }), outcome(5, "人", { scope: { finding: 2 } })],
      [outcome(3, "人", { scope: { finding: 2 } }), outcome(9, "人", { scope: { finding: 1 } })],
    );
    expect(rest).toEqual([]);
    expect(trend).toMatchObject({ target: { finding: 2 }, before: { value: 1 }, after: { value: 3 } });
  });
});

describe("alignment of findings by content", () => {
  const align = (before: readonly string[], after: readonly string[]) => {
    const findings = (titles: readonly string[]) =>
      buildNotice({ findings: titles.map((title) => ({ title, measures: [] })) }).findings;
    return alignFindings(findings(before), findings(after)).repeated.map(
      (pair) => `${pair.before.n}-${pair.after.n} ${pair.verdict}`,
    );
  };

  it.each([
    ["政治学习不够有力", "安全监管不够有力"],
    ["惠民政策落实不到位", "档案审核把关不到位"],
    ["禁毒工作成效不明显", "植树造林成效不明显"],
    ["财政管理存在差距", "文旅融合存在差距"],
    ["教育资源布局有待优化", "营商环境有待优化"],
  ])("a shared verdict is no match: %s, %s", (one, other) => {
    expect(align([one, "园区项目监管薄弱"], [other, "养老设施建而少用"])).toEqual([]);
  });

  it.each([
    ["安全生产监管存在盲区，出租厂房隐患突出", "安全生产监管仍有盲区，沿街商铺和出租厂房隐患反弹"],
    ["工程建设规避招标、变更签证随意", "工程建设化整为零规避招标、设计变更随意"],
    ["基层党组织建设不够有力", "基层党组织建设虚化"],
  ])("one issue in other words is sure: %s, %s", (one, other) => {
    expect(align([one, "村级账目公开不及时"], ["养老设施建而少用", other])).toEqual(["1-2 sure"]);
  });

  it("two findings that are about equally like one are unsure", () => {
    const verdicts = align(["书院街区管理职能虚化", "书院街区规划落实不力"], ["书院街区招商运营不畅"]);
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]).toContain("unsure");
  });

  it("each finding is used once and swapping the sides mirrors the pairs", () => {
    const one = ["招商引资质效不高", "招商引资成效不明显", "干部培养储备不足"];
    const other = ["干部队伍培养储备乏力", "招商引资不够有力"];
    const flipped = align(other, one).map((pair) => pair.replace(/^(\d)-(\d)/, "$2-$1"));
    expect(align(one, other)).toHaveLength(2);
    expect(flipped.sort()).toEqual(align(one, other).sort());
  });
});
