import type { Finding, Notice } from "@zhenggai/notice";
import { alignRegions, type FindingAlignment } from "./align-regions.ts";
import { isFindingBeside } from "./finding-beside.ts";
import { regionsOf, type NoticeRegions } from "./regions.ts";
import { withSharedEnds } from "./shared-ends.ts";
import { withSharedMeasures } from "./shared-measures.ts";

/** Both texts in regions, and their findings aligned. */
export type Aligned = {
  readonly old: NoticeRegions;
  readonly young: NoticeRegions;
  readonly findings: FindingAlignment;
};

/** Findings that are prose in one of the versions, word for word: the other's reading is believed. */
function refusedFindings(before: Notice, after: Notice, { old, young, findings }: Aligned): ReadonlySet<Finding> {
  if (findings.added.length + findings.removed.length === 0) return new Set();
  const isOld = isFindingBeside(before, after, young.prose);
  const isYoung = isFindingBeside(after, before, old.prose);
  return new Set([
    ...findings.removed.map((region) => region.finding).filter((finding) => !isOld(finding)),
    ...findings.added.map((region) => region.finding).filter((finding) => !isYoung(finding)),
  ]);
}

/** The regions of both versions, where the readings differ by the better of them. */
export function believedRegions(before: Notice, after: Notice): Aligned {
  const [old, young] = [regionsOf(before), regionsOf(after)];
  const first = { old, young, findings: alignRegions(old, young) };
  const refused = refusedFindings(before, after, first);
  const clipped = withSharedEnds(old, young, first.findings);
  const fuller = withSharedMeasures(old, young, first.findings);
  if (refused.size + clipped.size + fuller.size === 0) return first;
  const taken = (finding: Finding): Finding | null =>
    refused.has(finding) ? null : (clipped.get(finding) ?? fuller.get(finding) ?? finding);
  const [fewer, other] = [regionsOf(before, taken), regionsOf(after, taken)];
  return { old: fewer, young: other, findings: alignRegions(fewer, other) };
}
