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
