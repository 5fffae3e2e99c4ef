import type { Change, ChangeTarget, Finding, Span } from "@zhenggai/notice";
import { alignFindings, type RepeatedFinding } from "../align-findings.ts";
import { excerpt, makeChange, quote, type QuotedSides } from "../make-change.ts";
import { regionsOf, type FindingRegion } from "../regions.ts";

type Titles = ReadonlyMap<Finding, Span>;

const targetOf = (finding: Finding): ChangeTarget => ({
  part: "finding",
  finding: finding.n,
  measure: null,
  field: null,
});

const titlesOf = (regions: readonly FindingRegion[]): Titles =>
  new Map(regions.map((region) => [region.finding, region.title]));

function repeatedChange(sides: QuotedSides, pair: RepeatedFinding, old: Titles, young: Titles): Change {
  const spans = { before: old.get(pair.before) ?? null, after: young.get(pair.after) ?? null };
  const before = quote(sides, "before", spans.before);
  const after = quote(sides, "after", spans.after);
  const isSure = pair.verdict === "sure";
  return makeChange({
    kind: "finding-repeated",
    target: targetOf(pair.after),
    before,
    after,
    operations: [{ op: "replace", ...spans }],
    score: pair.score,
    verdict: pair.verdict,
    summary: {
      zh: `上次的问题“${excerpt(before)}”${isSure ? "" : "可能"}再次出现：“${excerpt(after)}”。`,
      en: `The earlier finding "${excerpt(before)}" ${isSure ? "came" : "may have come"} back as "${excerpt(after)}".`,
    },
  });
}

function droppedChange(sides: QuotedSides, finding: Finding, old: Titles): Change {
  const span = old.get(finding) ?? null;
  const before = quote(sides, "before", span);
  return makeChange({
    kind: "finding-dropped",
    target: targetOf(finding),
    before,
    after: null,
    operations: [{ op: "delete", before: span, after: null }],
    summary: {
      zh: `上次的问题“${excerpt(before)}”这次没有再提。`,
      en: `The earlier finding "${excerpt(before)}" is not mentioned again.`,
    },
  });
}

function newChange(sides: QuotedSides, finding: Finding, young: Titles): Change {
  const span = young.get(finding) ?? null;
  const after = quote(sides, "after", span);
  return makeChange({
    kind: "finding-new",
    target: targetOf(finding),
    before: null,
    after,
    operations: [{ op: "insert", before: null, after: span }],
    summary: {
      zh: `这次新出现问题“${excerpt(after)}”。`,
      en: `The finding "${excerpt(after)}" is new this time.`,
    },
  });
}

/** finding-repeated with score and verdict, finding-dropped, finding-new: each finding of either notice exactly once. */
export function findingChangesOf(sides: QuotedSides): Change[] {
  const old = regionsOf(sides.before).findings;
  const young = regionsOf(sides.after).findings;
  const alignment = alignFindings(
    old.map((region) => region.finding),
    young.map((region) => region.finding),
  );
  const [oldTitles, youngTitles] = [titlesOf(old), titlesOf(young)];
  return [
    ...alignment.repeated.map((pair) => repeatedChange(sides, pair, oldTitles, youngTitles)),
    ...alignment.fresh.map((finding) => newChange(sides, finding, youngTitles)),
    ...alignment.dropped.map((finding) => droppedChange(sides, finding, oldTitles)),
  ];
}
