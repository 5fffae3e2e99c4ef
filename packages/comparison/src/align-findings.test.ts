import { describe, expect, it } from "vitest";
import { alignFindings } from "./align-findings.ts";
import { pairSets } from "./finding-pair-sets.fixture.ts";
import { findingOf, judgeLists, judgePairs, tallyOf, type Judged, type Tally } from "./finding-pair-tally.fixture.ts";
import { labelledPairs, type LabelledPair } from "./finding-pairs.fixture.ts";

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function print(what: string, tally: Tally): void {
  const { surePrecision, sureRecall, precision, recall } = tally;
  process.stdout.write(
    `${what}: sure ${percent(surePrecision)} of ${percent(sureRecall)}, at all ${percent(precision)} of ${percent(recall)}\n`,
  );
}

function expectTheBar(judged: readonly Judged[], what: string): void {
  const tally = tallyOf(judged);
  print(what, tally);
  expect(tally.precision, what).toBeGreaterThanOrEqual(0.95);
  expect(tally.surePrecision, what).toBeGreaterThanOrEqual(0.95);
  expect(tally.sureRecall, what).toBeGreaterThanOrEqual(0.85);
}

/** What a hundred findings of one notice may be about. */
const objects = `
理论学习 党委会议事决策 意识形态工作 主体责任落实 监督责任落实 派驻监督 巡察工作 巡视整改 审计整改 警示教育
廉政风险防控 公务接待管理 公务用车管理 津补贴发放 文山会海治理 调查研究 联系群众工作 干部选拔任用 年轻干部培养
干部档案管理 干部教育培训 机构编制管理 人才引进 党员发展工作 党员教育管理 党费收缴 组织生活制度执行 村党组织建设
两新组织党建 机关党建 招商引资 营商环境优化 政务服务 科技创新 产业园区建设 传统产业转型 民营经济发展
数字经济发展 重点项目建设 土地出让管理 闲置土地处置 城市规划执行 政府债务化解 国企投资管理 国有资产管理
财政资金使用 税收征管 金融风险防范 招投标监管 政府采购管理 工程变更管理 工程质量监管 扬尘治理 黑臭水体治理
垃圾分类工作 秸秆禁烧工作 矿山修复 耕地保护 粮食购销监管 高标准农田建设 农村人居环境整治 村集体三资管理
惠农补贴发放 脱贫成果巩固 农村公路养护 义务教育均衡发展 学前教育发展 职业教育发展 养老服务 医疗服务 医保基金监管
低保管理 就业工作 住房保障 老旧小区改造 物业管理 殡葬改革 停车治理 供水保障 安全生产监管 消防安全监管
食品安全监管 燃气安全监管 危化品监管 森林防火工作 防汛工作 信访工作 矛盾纠纷调解 网格管理 行政执法 法治政府建设
扫黑除恶工作 禁毒工作 违法建设治理 文物保护 旅游开发 公共文化服务 宗教事务管理 舆情处置 统战工作 群团工作
退役军人服务 应急管理
`
  .trim()
  .split(/\s+/u);
const tails = ["不够有力", "不到位", "成效不明显", "责任落实不到位"];

const ofTopics = (pairs: readonly LabelledPair[], part: number, parts: number): readonly LabelledPair[] =>
  pairs.filter((_, at) => at % parts === part);

describe.each(pairSets)("findings that come back, set $name", ({ name, pairs }) => {
  it.each([true, false])("are told from those that only sound alike; topics known: %s", (isTopicKnown) => {
    expect(pairs.length).toBeGreaterThanOrEqual(60);
    expectTheBar(judgePairs(pairs, isTopicKnown), `${name}, pairs, topics ${isTopicKnown ? "known" : "unknown"}`);
  });
});

describe.each(pairSets.filter(({ lists }) => lists.before.length > 0))("whole lists, set $name", ({ name, lists }) => {
  it.each([true, false])("have findings that come back; topics known: %s", (isTopicKnown) => {
    expect(lists.before.length).toBeGreaterThanOrEqual(12);
    expectTheBar(judgeLists(lists, isTopicKnown), `${name}, lists, topics ${isTopicKnown ? "known" : "unknown"}`);
  });
});

describe("alignment of findings", () => {
  it("finds a partner among others of the notice", () => {
    const parts = 20;
    let found = 0;
    let partners = 0;
    for (let part = 0; part < parts; part += 1) {
      const group = ofTopics(labelledPairs, part, parts).filter(({ repeated }) => repeated);
      const before = group.map((pair, at) => findingOf(pair.before, at + 1, true));
      const after = group.map((pair, at) => findingOf(pair.after, at + 1, true)).toReversed();
      partners += group.length;
      found += alignFindings(before, after).repeated.filter((pair) => pair.before.n === pair.after.n).length;
    }
    expect(found / partners).toBeGreaterThanOrEqual(0.85);
  });

  it("takes findings of other matters for hardly anything, though they share tails and topics", () => {
    const alike = pairSets.flatMap(({ pairs }) => pairs.filter(({ repeated }) => !repeated));
    const sure = judgePairs(alike, true).filter(({ verdict }) => verdict === "sure");
    expect(alike.length).toBeGreaterThanOrEqual(280);
    expect(sure.length / alike.length).toBeLessThanOrEqual(0.02);
  });

  it.each(tails)("is not made by a shared tail: %s", (tail) => {
    const side = (end: string) =>
      objects.map((words, at) => findingOf({ title: `${words}${end}`, done: "", topic: "" }, at, false));
    const findings = side(tail);
    const pairs = findings.flatMap((one, at) => findings.slice(at + 1).map((other) => alignFindings([one], [other])));
    const sure = pairs.filter(({ repeated }) => repeated.some(({ verdict }) => verdict === "sure"));
    expect(sure.length / pairs.length).toBeLessThanOrEqual(0.002);
    const whole = alignFindings(findings, side("有待加强").toReversed()).repeated;
    expect(whole.filter(({ before, after }) => before.n === after.n)).toHaveLength(objects.length);
  });

  it("mirrors when the notices change places", () => {
    const pairs = labelledPairs.slice(0, 40);
    const before = pairs.map((pair, at) => findingOf(pair.before, at + 1, false));
    const after = pairs.map((pair, at) => findingOf(pair.after, at + 1, false));
    const shown = (one: number, other: number, score: number, verdict: string) => `${one} ${other} ${score} ${verdict}`;
    const there = alignFindings(before, after).repeated.map((one) =>
      shown(one.before.n, one.after.n, one.score, one.verdict),
    );
    const back = alignFindings(after, before).repeated.map((one) =>
      shown(one.after.n, one.before.n, one.score, one.verdict),
    );
    expect(back.sort()).toEqual(there.sort());
  });

  it("of one split in two leaves the second half new, but unsure", () => {
    const title = (words: string) => ({ title: words, done: "", topic: "T04" });
    const old = [findingOf(title("养老服务设施闲置、托育机构少"), 1, true)];
    const young = ["养老服务设施闲置", "托育机构少"].map((words, at) => findingOf(title(words), at + 1, true));
    const { repeated, fresh } = alignFindings(old, young);
    expect(repeated).toHaveLength(1);
    expect(fresh.map(({ verdict }) => verdict)).toEqual(["unsure"]);
  });

  it("is not put off by a rival that has a better partner of its own", () => {
    const title = (words: string) => ({ title: words, done: "", topic: "T12" });
    const old = ["干部人事档案审核不严", "干部轮岗交流少"].map((words, at) => findingOf(title(words), at + 1, true));
    const young = ["人事档案造假未查清", "关键岗位干部长期未交流"].map((words, at) =>
      findingOf(title(words), at + 1, true),
    );
    const found = alignFindings(old, young).repeated.map(({ before, after, verdict }) => [before.n, after.n, verdict]);
    expect(found).toEqual([
      [1, 1, "sure"],
      [2, 2, "sure"],
    ]);
  });

  it("of a title that names nothing goes by what was done", () => {
    const finding = (title: string, done: string) => findingOf({ title, done, topic: "" }, 1, false);
    const old = finding("有关部门履职不到位", "清退定点医疗机构骗取的医保基金。");
    const same = finding("医保基金监管有漏洞", "追回违规费用。");
    const other = finding("农村公路养护不到位", "修补路面。");
    expect(alignFindings([old], [same]).repeated.map(({ verdict }) => verdict)).toEqual(["sure"]);
    expect(alignFindings([old], [other]).repeated).toEqual([]);
  });

  it("100 by 100 are aligned in a blink", () => {
    const pairs = labelledPairs.slice(0, 100);
    const before = pairs.map((pair, at) => findingOf(pair.before, at + 1, true));
    const after = pairs.map((pair, at) => findingOf(pair.after, at + 1, true));
    alignFindings(before, after);
    const start = performance.now();
    alignFindings(before, after);
    const tookMs = performance.now() - start;
    process.stdout.write(`100 × 100 findings aligned in ${tookMs.toFixed(1)} ms\n`);
    expect(tookMs).toBeLessThan(200);
  });
});
