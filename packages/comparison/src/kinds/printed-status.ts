import type { Finding, OutlineNode } from "@zhenggai/notice";
import type { FindingPair } from "../align-regions.ts";
import type { Comparison } from "../comparison.ts";
import type { FindingRegion } from "../regions.ts";
import { contains, sliceOf } from "../spans.ts";

/** How far a finding has come, as printed: 基本完成 is less than 已完成, though both are read as completed. */
const stateWords =
  /(?:已经?|基本|初步|部分|大部分|全部|阶段性|尚未|未|正在|持续|长期|按计划|分阶段|逐步)[^，。；“”]{0,6}?(?:完成|到位|推进|坚持|销号|办结|整改)/u;

const states = [
  ["open", /尚未|(?<!从)未/u],
  ["partly", /基本|初步|部分|阶段性/u],
  ["long-term", /长期/u],
  ["ongoing", /持续|正在|推进|逐步/u],
] as const;

const stateOf = (words: string): string => states.find(([, pattern]) => pattern.test(words))?.[0] ?? "completed";

const longestRemark = 24;

/** What the heading says beside the problem, then the short lines below it. Example: （基本完成）, 整改状态：已完成 */
function ownRemarks(text: string, region: FindingRegion): string[] {
  const { heading, title, own } = region;
  const around =
    title.start === heading.start && title.end === heading.end
      ? ""
      : text.slice(heading.start, title.start) + text.slice(title.end, heading.end);
  const lines = own
    .filter((span) => span.end > heading.end)
    .flatMap((span) => sliceOf(text, { start: Math.max(span.start, heading.end), end: span.end }).split("\n"))
    .filter((line) => line.trim().length <= longestRemark);
  return [around, ...lines];
}

/** The title of the status group that a finding stands in; null where it stands in none. */
export const statusGroupOf = (groups: readonly OutlineNode[], finding: Finding): string | null =>
  groups.findLast((node) => contains(node.span, finding.span))?.title ?? null;

function wordsOn(text: string, region: FindingRegion, group: string | null): string | null {
  for (const remark of [...ownRemarks(text, region), group ?? ""]) {
    const words = remark === "" ? null : stateWords.exec(remark);
    if (words !== null) return words[0];
  }
  return null;
}

/** The words for the status of a pair on both sides, where they say another state; null where they don't. */
export function printedStatus(comparison: Comparison, pair: FindingPair): { before: string; after: string } | null {
  const old = statusGroupOf(comparison.statusGroups.before, pair.before.finding);
  const young = statusGroupOf(comparison.statusGroups.after, pair.after.finding);
  if (pair.isIdentical && old === young) return null;
  const before = wordsOn(comparison.texts.before, pair.before, old);
  const after = before === null ? null : wordsOn(comparison.texts.after, pair.after, young);
  if (before === null || after === null || stateOf(before) === stateOf(after)) return null;
  return { before, after };
}
