import type { Change, ChangeTarget, Finding, Span } from "@zhenggai/notice";
import type { RepeatedFinding, SingleFinding, SuccessiveAlignment } from "../align-findings.ts";
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

function droppedChange(sides: QuotedSides, { finding, verdict }: SingleFinding, old: Titles): Change {
  const span = old.get(finding) ?? null;
  const before = quote(sides, "before", span);
  return makeChange({
    kind: "finding-dropped",
    target: targetOf(finding),
    before,
    after: null,
    operations: [{ op: "delete", before: span, after: null }],
    verdict,
    summary: {
      zh: `上次的问题“${excerpt(before)}”这次${verdict === "sure" ? "" : "可能"}没有再提。`,
      en: `The earlier finding "${excerpt(before)}" ${verdict === "sure" ? "is" : "may be"} not mentioned again.`,
    },
  });
}

function newChange(sides: QuotedSides, { finding, verdict }: SingleFinding, young: Titles): Change {
  const span = young.get(finding) ?? null;
  const after = quote(sides, "after", span);
  return makeChange({
    kind: "finding-new",
    target: targetOf(finding),
    before: null,
    after,
    operations: [{ op: "insert", before: null, after: span }],
    verdict,
    summary: {
      zh: `这次${verdict === "sure" ? "" : "可能"}新出现问题“${excerpt(after)}”。`,
      en: `The finding "${excerpt(after)}" ${verdict === "sure" ? "is" : "may be"} new this time.`,
    },
  });
}

/** finding-repeated with score and verdict, finding-dropped, finding-new: each finding of either notice exactly once. */
export function findingChangesOf(sides: QuotedSides, alignment: SuccessiveAlignment): Change[] {
  const [oldTitles, youngTitles] = [sides.before, sides.after].map((notice) => titlesOf(regionsOf(notice).findings));
  const titles = { old: oldTitles ?? new Map(), young: youngTitles ?? new Map() };
  return [
    ...alignment.repeated.map((pair) => repeatedChange(sides, pair, titles.old, titles.young)),
    ...alignment.fresh.map((single) => newChange(sides, single, titles.young)),
    ...alignment.dropped.map((single) => droppedChange(sides, single, titles.old)),
  ];
}
