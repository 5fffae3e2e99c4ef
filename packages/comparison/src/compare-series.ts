import type { Change, Notice } from "@zhenggai/notice";
import { alignFindings, type SuccessiveAlignment } from "./align-findings.ts";
import { stretchMask } from "./mask-contact.ts";
import { carryOverOf } from "./series-kinds/carry-over.ts";
import { outcomeTrendsOf } from "./series-kinds/outcome-trend.ts";
import { findingChangesOf } from "./series-kinds/repeated-findings.ts";
import { inspectionGapOf, successionOf } from "./series-kinds/succession.ts";

/**
 * What became of the findings of one notice in the next notice of the same subject: repeated (with score and both
 * quotations, unsure where the evidence does not decide), new, dropped, what the newer text admits by itself, and how figures of
 * like scope moved.
 */
export function compareSuccessive(
  before: Notice,
  after: Notice,
  alignment: SuccessiveAlignment = alignFindings(before.findings, after.findings),
): Change[] {
  const sides = { before, after, texts: { before: before.text, after: after.text }, mask: stretchMask(before, after) };
  return [
    ...successionOf(sides),
    ...inspectionGapOf(sides),
    ...findingChangesOf(sides, alignment),
    ...carryOverOf(sides),
    ...outcomeTrendsOf(sides, alignment),
  ];
}
