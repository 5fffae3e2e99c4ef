import type { Finding } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { alignFindings } from "./align-findings.ts";
import { labelledPairs, type LabelledFinding, type LabelledPair } from "./finding-pairs.fixture.ts";

const findingOf = ({ title, done, topic }: LabelledFinding, n: number, isTopicKnown: boolean): Finding => ({
  n,
  numbering: "",
  title,
  heading: title,
  groups: [],
  status: null,
  topics: isTopicKnown ? [topic] : [],
  span: { start: 0, end: title.length },
  measures: [{ numbering: "", title: null, text: done, span: { start: 0, end: 0 } }],
});

type Tally = { readonly precision: number; readonly recall: number; readonly surePrecision: number };

/** Every pair as two notices of one finding each. */
function tallyOf(pairs: readonly LabelledPair[], isTopicKnown: boolean): Tally {
  const judged = pairs.map(({ before, after, repeated }) => {
    const sides = [before, after].map((one) => [findingOf(one, 1, isTopicKnown)]);
    const [found] = alignFindings(sides[0] ?? [], sides[1] ?? []).repeated;
    return { repeated, verdict: found?.verdict ?? null };
  });
  const hits = judged.filter(({ verdict }) => verdict !== null);
  const sure = hits.filter(({ verdict }) => verdict === "sure");
  const right = hits.filter(({ repeated }) => repeated);
  return {
    precision: right.length / hits.length,
    recall: right.length / judged.filter(({ repeated }) => repeated).length,
    surePrecision: sure.filter(({ repeated }) => repeated).length / sure.length,
  };
}

const ofTopics = (pairs: readonly LabelledPair[], part: number, parts: number): readonly LabelledPair[] =>
  pairs.filter((_, at) => at % parts === part);

describe("findings that come back", () => {
  it("are told from those that only sound alike, in 200 hand-made pairs, with topics and without", () => {
    expect(labelledPairs.filter(({ repeated }) => repeated).length).toBeGreaterThanOrEqual(100);
    expect(labelledPairs.filter(({ repeated }) => !repeated).length).toBeGreaterThanOrEqual(80);
    for (const isTopicKnown of [true, false]) {
      const { precision, recall, surePrecision } = tallyOf(labelledPairs, isTopicKnown);
      process.stdout.write(
        `finding-repeated, topics ${isTopicKnown ? "known" : "unknown"}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, sure ${surePrecision.toFixed(3)}\n`,
      );
      expect(precision).toBeGreaterThanOrEqual(0.95);
      expect(surePrecision).toBeGreaterThanOrEqual(0.95);
      expect(recall).toBeGreaterThanOrEqual(0.85);
    }
  });

  it("find their partner among others of the notice", () => {
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

  it("mirror when the notices change places", () => {
    const pairs = labelledPairs.slice(0, 40);
    const before = pairs.map((pair, at) => findingOf(pair.before, at + 1, false));
    const after = pairs.map((pair, at) => findingOf(pair.after, at + 1, false));
    const there = alignFindings(before, after).repeated.map((one) => `${one.before.n} ${one.after.n} ${one.score}`);
    const back = alignFindings(after, before).repeated.map((one) => `${one.after.n} ${one.before.n} ${one.score}`);
    expect(back.sort()).toEqual(there.sort());
  });

  it("that were split in two leave the second half new, but unsure", () => {
    const title = (words: string) => ({ title: words, done: "", topic: "T04" });
    const old = [findingOf(title("养老服务设施闲置、托育机构少"), 1, true)];
    const young = ["养老服务设施闲置", "托育机构少"].map((words, at) => findingOf(title(words), at + 1, true));
    const { repeated, fresh } = alignFindings(old, young);
    expect(repeated).toHaveLength(1);
    expect(fresh.map(({ verdict }) => verdict)).toEqual(["unsure"]);
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
