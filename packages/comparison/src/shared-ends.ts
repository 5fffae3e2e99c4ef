import type { Finding, Span } from "@zhenggai/notice";
import type { FindingAlignment, FindingPair } from "./align-regions.ts";
import type { NoticeRegions } from "./regions.ts";
import { contains } from "./spans.ts";
import { squeezed } from "./squeezed.ts";
import { foldTypography } from "./typography.ts";

/** Shorter lines stand in many places. */
const leastLine = 12;

/** How the line of prose that follows a finding opens; "" where another finding does, or only white space. */
function lineAfter(regions: NoticeRegions, whole: Span): string {
  const prose = regions.prose.find((span) => span.start === whole.end);
  if (prose === undefined) return "";
  const words = regions.text.slice(prose.start, prose.end).trimStart();
  const end = words.indexOf("\n");
  const line = /^[^。]*。?/u.exec((end === -1 ? words : words.slice(0, end)).trimEnd())?.[0] ?? "";
  return line.length < leastLine ? "" : line;
}

/** Where a line opens within a finding, behind its heading; -1 where it doesn't. */
function openingOf(text: string, { heading, whole }: FindingPair["before"], line: string): number {
  if (line === "") return -1;
  const below = squeezed(text, { start: heading.end, end: whole.end });
  const at = below.places[below.words.indexOf(foldTypography(line))] ?? -1;
  if (at === -1) return -1;
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, at).trim() === "" ? at : -1;
}

function clipped(finding: Finding, end: number): Finding {
  const span = { start: finding.span.start, end: Math.min(finding.span.end, end) };
  const measures = finding.measures
    .filter((measure) => measure.span.start < end)
    .map((measure) => {
      if (contains(span, measure.span)) return measure;
      return Object.assign({}, measure, { span: { start: measure.span.start, end } });
    });
  return { ...finding, span, measures };
}

function clippedSide(
  own: NoticeRegions,
  other: NoticeRegions,
  pairs: readonly FindingPair[],
  side: "before" | "after",
) {
  const others = side === "before" ? "after" : "before";
  const found = new Map<Finding, Finding>();
  for (const pair of pairs) {
    if (pair.isIdentical) continue;
    const at = openingOf(own.text, pair[side], lineAfter(other, pair[others].whole));
    if (at !== -1) found.set(pair[side].finding, clipped(pair[side].finding, at));
  }
  return found;
}

/** Findings of both readings by what they are to be taken for. */
export type Clipped = ReadonlyMap<Finding, Finding>;

/**
 * Findings that one reading lets run on into prose which the other, word for word, has behind them: they end before it. A
 * paragraph put in at the end of a notice may be read as the end of its last measure, with all that stands above it.
 */
export function withSharedEnds(old: NoticeRegions, young: NoticeRegions, { pairs }: FindingAlignment): Clipped {
  return new Map([...clippedSide(old, young, pairs, "before"), ...clippedSide(young, old, pairs, "after")]);
}
