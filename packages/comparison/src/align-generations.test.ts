import type { Finding } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { alignFindings } from "./align-findings.ts";
import { generationSets, judgeGenerationPairs, judgeGenerations } from "./finding-generations.fixture.ts";
import { findingOf, tallyOf } from "./finding-pair-tally.fixture.ts";
import { describeFinding } from "./finding-scores.ts";
import { institutionalPhrasings, ordinaryPhrasings, regionalPhrasings } from "./finding-phrasings.fixture.ts";

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const bodies = generationSets.flatMap((set) => set.bodies);

describe("findings of three notices of a body each", () => {
  it.each([true, false])("pair by pair; topics known: %s", (isTopicKnown) => {
    const judged = judgeGenerationPairs(bodies, isTopicKnown);
    const tally = tallyOf(judged);
    process.stdout.write(`generations, pairs: sure ${percent(tally.surePrecision)} of ${percent(tally.sureRecall)}\n`);
    expect(judged.filter(({ repeated }) => repeated).length).toBeGreaterThanOrEqual(900);
    expect(tally.precision).toBeGreaterThanOrEqual(0.95);
    expect(tally.surePrecision).toBeGreaterThanOrEqual(0.95);
    expect(tally.sureRecall).toBeGreaterThanOrEqual(0.85);
  });

  it.each([true, false])(
    "as whole notices, where one split or merged may stay unsure; topics known: %s",
    (isTopicKnown) => {
      const tally = tallyOf(judgeGenerations(bodies, isTopicKnown));
      const { surePrecision, sureRecall, precision, recall } = tally;
      process.stdout.write(
        `generations, lists: sure ${percent(surePrecision)} of ${percent(sureRecall)}, at all ${percent(precision)} of ${percent(recall)}\n`,
      );
      expect(precision).toBeGreaterThanOrEqual(0.95);
      expect(surePrecision).toBeGreaterThanOrEqual(0.98);
      expect(recall).toBeGreaterThanOrEqual(0.85);
      expect(sureRecall).toBeGreaterThanOrEqual(0.8);
    },
  );
});

type Phrased = { readonly issue: string; readonly title: string };

function phrasedIn(rows: string): Phrased[] {
  const issues = rows.trim().split("\n");
  return issues.flatMap((row) => {
    const [issue = "", ...titles] = row.split("|");
    return titles.map((title) => ({ issue, title }));
  });
}

describe("one issue in several wordings", () => {
  it.each([
    ["that every notice names", ordinaryPhrasings],
    ["of regions", regionalPhrasings],
    ["of institutions", institutionalPhrasings],
  ])("%s: is known from its neighbours", (what, rows) => {
    const phrased = phrasedIn(rows).map(({ issue, title }) => {
      const finding = findingOf({ title, done: "", topic: "" }, 1, false);
      return { issue, finding, described: describeFinding(finding) };
    });
    const known = new Map(phrased.map(({ finding, described }) => [finding, described]));
    const describeOnce = (finding: Finding) => known.get(finding) ?? describeFinding(finding);
    const tried = phrased.flatMap((one, at) =>
      phrased.slice(at + 1).map((other) => {
        const [pair] = alignFindings([one.finding], [other.finding], describeOnce).repeated;
        return { isOne: one.issue === other.issue, isSure: pair?.verdict === "sure" };
      }),
    );
    const share = (isOne: boolean): number => {
      const some = tried.filter((pair) => pair.isOne === isOne);
      return some.filter(({ isSure }) => isSure).length / some.length;
    };
    process.stdout.write(
      `wordings ${what}: ${percent(share(true))} known, ${percent(share(false))} of others taken for one\n`,
    );
    expect(share(true)).toBeGreaterThanOrEqual(0.85);
    expect(share(false)).toBeLessThanOrEqual(0.003);
  });
});
