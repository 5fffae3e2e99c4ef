import type { ChangeTarget, Finding, Notice, Span } from "@zhenggai/notice";
import { alignRegions, type FindingAlignment, type FindingPair } from "./align-regions.ts";
import { ordinalOf } from "./chinese-numerals.ts";
import { hunksOf, type Hunk, type Texts } from "./hunks.ts";
import { regionsOf } from "./regions.ts";
import { isEmpty, sliceOf, without } from "./spans.ts";
import { foldTypography, isFurniture } from "./typography.ts";

/** Where in the notice a hunk stands. `pair` and numbers are null in prose outside findings. */
export type Place = {
  readonly part: "text" | "heading" | "finding" | "measure";
  readonly pair: FindingPair | null;
  /** The measure's number in the newer text. */
  readonly measure: number | null;
};

export type PlacedHunk = Hunk & { readonly place: Place };

/** Everything that the finders of changes look at. */
export type Comparison = {
  readonly before: Notice;
  readonly after: Notice;
  readonly texts: Texts;
  readonly findings: FindingAlignment;
  readonly hunks: readonly PlacedHunk[];
};

const placed = (hunk: Hunk, place: Place): PlacedHunk => ({ ...hunk, place });

const asCosmetic = (hunk: PlacedHunk): PlacedHunk => ({ ...hunk, level: "cosmetic" });

const outsideFindings: Place = { part: "text", pair: null, measure: null };

/** The enumerator of a finding or measure: a hunk where it says another number, cosmetic where only its style changed. */
function numberingHunk(texts: Texts, before: Span, after: Span): Hunk[] {
  const old = sliceOf(texts.before, before);
  const young = sliceOf(texts.after, after);
  if (old === young) return [];
  const level = ordinalOf(old) === ordinalOf(young) ? "cosmetic" : "numbering";
  return [{ level, before, after, atoms: null }];
}

const isHeadingHunk = (pair: FindingPair, hunk: Hunk): boolean =>
  (!isEmpty(hunk.before) && hunk.before.start < pair.before.heading.end) ||
  (!isEmpty(hunk.after) && hunk.after.start < pair.after.heading.end);

function hunksOfPair(texts: Texts, pair: FindingPair): PlacedHunk[] {
  const heading: Place = { part: "heading", pair, measure: null };
  const inside: Place = { part: "finding", pair, measure: null };
  const numbering = numberingHunk(texts, pair.before.numbering, pair.after.numbering);
  const own = hunksOf(texts, pair.before.own, pair.after.own);
  const measures = pair.measures.pairs.flatMap(({ before, after }) => {
    const place: Place = { part: "measure", pair, measure: after.n };
    const hunks = [
      ...numberingHunk(texts, before.numbering, after.numbering),
      ...hunksOf(texts, [before.body], [after.body]),
    ];
    return hunks.map((hunk) => placed(hunk, place));
  });
  return [
    ...numbering.map((hunk) => placed(hunk, heading)),
    ...own.map((hunk) => placed(hunk, isHeadingHunk(pair, hunk) ? heading : inside)),
    ...measures,
  ];
}

/** Whether nothing of the span stands outside the others, white space and labels like 原文链接： aside. */
function isCovered(text: string, spans: readonly Span[], span: Span): boolean {
  const rest = without(span, spans)
    .map((piece) => sliceOf(text, piece))
    .join("");
  return foldTypography(rest) === "" || (rest.length <= 12 && isFurniture(rest));
}

/** Spans of what the page prints around the notice: boilerplate, breadcrumb, address of the original. */
const furnitureOf = (notice: Notice): Span[] => [
  ...notice.boilerplate.map((piece) => piece.span),
  ...notice.evidence
    .filter((entry) => entry.field === "breadcrumb" || entry.field === "originalUrl")
    .flatMap((entry) => (entry.span === null ? [] : [entry.span])),
];

/** Page furniture and boilerplate never make news, whatever changed in them. */
function withoutFurniture(comparison: Comparison): Comparison {
  const before = furnitureOf(comparison.before);
  const after = furnitureOf(comparison.after);
  const { texts } = comparison;
  const hunks = comparison.hunks.map((hunk): PlacedHunk => {
    const isPart = isCovered(texts.before, before, hunk.before) && isCovered(texts.after, after, hunk.after);
    const isNoise = isPart || (hunk.place.part === "text" && isCounter(texts, hunk));
    return isNoise ? asCosmetic(hunk) : hunk;
  });
  return { ...comparison, hunks };
}

/** A page counter, or a line of buttons. Example: 浏览次数：1024 */
function isCounter(texts: Texts, hunk: Hunk): boolean {
  if (hunk.atoms?.before.type === "figure") {
    const lead = texts.before.slice(Math.max(0, hunk.before.start - 12), hunk.before.start);
    return /(?:浏览|阅读|点击|访问)(?:次数|量|数)[\s：:[【(（]+$/u.test(lead);
  }
  const sides = [sliceOf(texts.before, hunk.before), sliceOf(texts.after, hunk.after)].filter((side) => side !== "");
  return sides.every((side) => side.length <= 80 && isFurniture(side));
}

const nothingAligned: FindingAlignment = { pairs: [], added: [], removed: [] };

/** Texts that differ in typography only are not aligned: whatever the readings made of them, nothing was said differently. */
function cosmeticComparison(before: Notice, after: Notice, texts: Texts): Comparison {
  const whole = (text: string): Span[] => [{ start: 0, end: text.length }];
  const hunks = hunksOf(texts, whole(texts.before), whole(texts.after)).map((hunk) =>
    asCosmetic(placed(hunk, outsideFindings)),
  );
  return { before, after, texts, findings: nothingAligned, hunks };
}

/**
 * A heading that is a finding in one reading and prose in the other, word for word, is prose: the group of a deleted
 * finding may be read as a finding itself.
 */
function isFindingBeside(own: Notice, other: Notice): (finding: Finding) => boolean {
  const titles = new Set(other.findings.map((finding) => foldTypography(finding.title)));
  const prose = regionsOf(other).prose.map((span) => sliceOf(other.text, span));
  return (finding) => {
    const words = sliceOf(own.text, finding.span).trim();
    return titles.has(foldTypography(finding.title)) || words === "" || !prose.some((text) => text.includes(words));
  };
}

/** Aligns two readings and lists every difference between their texts once. */
export function comparisonOf(before: Notice, after: Notice): Comparison {
  const texts = { before: before.text, after: after.text };
  if (foldTypography(texts.before) === foldTypography(texts.after)) return cosmeticComparison(before, after, texts);
  const old = regionsOf(before, isFindingBeside(before, after));
  const young = regionsOf(after, isFindingBeside(after, before));
  const findings = alignRegions(old, young);
  const outside = hunksOf(texts, old.prose, young.prose).map((hunk) => placed(hunk, outsideFindings));
  const inside = findings.pairs.flatMap((pair) => hunksOfPair(texts, pair));
  return withoutFurniture({ before, after, texts, findings, hunks: [...outside, ...inside] });
}

/** The target of a change at a place; `part` where it is more specific than the place. */
export function targetAt(place: Place, part?: ChangeTarget["part"], field: string | null = null): ChangeTarget {
  const own = place.part === "heading" ? "finding" : place.part;
  return {
    part: part ?? (own === "finding" && place.part !== "heading" ? "text" : own),
    finding: place.pair?.after.finding.n ?? null,
    measure: place.measure,
    field,
  };
}
