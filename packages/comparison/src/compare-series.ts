import type { Change, Notice } from "@zhenggai/notice";
import { carryOverOf } from "./kinds/carry-over.ts";
import { findingChangesOf } from "./kinds/repeated-findings.ts";
import { inspectionGapOf, successionOf } from "./kinds/succession.ts";

/**
 * What became of the findings of one notice in the next notice of the same subject: repeated (with score and both
 * quotations, unsure where the evidence does not decide), new, dropped, and what the newer text admits by itself.
 */
export function compareSuccessive(before: Notice, after: Notice): Change[] {
  const sides = { before, after, texts: { before: before.text, after: after.text } };
  return [...successionOf(sides), ...inspectionGapOf(sides), ...findingChangesOf(sides), ...carryOverOf(sides)];
}
