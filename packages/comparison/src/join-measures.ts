import type { Span } from "@zhenggai/notice";
import type { MeasurePair } from "./align-measures.ts";
import { orderedBy } from "./ordered-by.ts";
import { numbered, type MeasureRegion } from "./regions.ts";
import { sliceOf } from "./spans.ts";
import { fate, foldFate, foldTypography } from "./typography.ts";

const wordsIn = (text: string, region: MeasureRegion): string => foldTypography(sliceOf(text, region.body));

/** What the regions of a side are paired with, and the text that it stands in. */
type Partners = { readonly text: string; readonly of: (region: MeasureRegion) => MeasureRegion | undefined };

const startOn = {
  before: (pair: MeasurePair): number => pair.before.whole.start,
  after: (pair: MeasurePair): number => pair.after.whole.start,
};

/** What each region of a side is paired with, for regions asked in order. */
function partnersOn(side: "before" | "after", pairs: readonly MeasurePair[]): Partners["of"] {
  const isOld = side === "before";
  const ordered = orderedBy(pairs, startOn[side]);
  let next = 0;
  return (region) => {
    const pair = ordered[next];
    if (pair === undefined || (isOld ? pair.before : pair.after) !== region) return undefined;
    next += 1;
    return isOld ? pair.after : pair.before;
  };
}

type Side = { readonly text: string; readonly regions: readonly MeasureRegion[] };

function joined(one: MeasureRegion, next: MeasureRegion): MeasureRegion {
  return {
    ...one,
    whole: { start: one.whole.start, end: next.whole.end },
    body: { start: one.body.start, end: next.body.end },
  };
}

type End = "head" | "tail";
/** Where a piece is printed, and where the whole is. */
type Printed = { readonly piece: string; readonly whole: string };

/** The first or the last word of a stretch, as folding keeps it; -1 where it takes more to tell. */
function outerWord(end: End, text: string, span: Span): number {
  const step = end === "head" ? 1 : -1;
  for (let at = end === "head" ? span.start : span.end - 1; at >= span.start && at < span.end; at += step) {
    const code = text.charCodeAt(at);
    const found = fate(code);
    if (found !== foldFate.dropped) return found === foldFate.kept ? code : -1;
  }
  return -1;
}

/** Whether a piece ends or starts with another word than the whole does: most do, and need no folding. */
function differsAt(end: End, texts: Printed, piece: Span, whole: Span): boolean {
  const [one, other] = [outerWord(end, texts.piece, piece), outerWord(end, texts.whole, whole)];
  return one !== -1 && other !== -1 && one !== other;
}

/** Whether a piece that has no pair is the head or the tail of what its neighbour is paired with. */
function isPartOf(end: End, texts: Printed, piece: MeasureRegion, whole: MeasureRegion): boolean {
  if (differsAt(end, texts, piece.body, whole.body)) return false;
  const [words, all] = [wordsIn(texts.piece, piece), wordsIn(texts.whole, whole)];
  if (words === "") return false;
  return end === "head" ? all.startsWith(words) : all.endsWith(words);
}

type Kept = { readonly region: MeasureRegion; readonly partner: MeasureRegion | undefined };

/** Whether two neighbours are one measure on the other side: one of them is paired with it, and the other is its head or tail. */
function areOne(texts: Printed, last: Kept, next: Kept): boolean {
  if (last.partner !== undefined)
    return next.partner === undefined && isPartOf("tail", texts, next.region, last.partner);
  return next.partner !== undefined && isPartOf("head", texts, last.region, next.partner);
}

/** Puts together measures that one paragraph break more made of one measure; the regions themselves where there are none. */
function joinSide({ text, regions }: Side, partners: Partners): readonly MeasureRegion[] {
  const texts = { piece: text, whole: partners.text };
  const kept: Kept[] = [];
  for (const region of regions) {
    const last = kept.at(-1);
    const next = { region, partner: partners.of(region) };
    if (last === undefined || !areOne(texts, last, next)) kept.push(next);
    else kept[kept.length - 1] = { region: joined(last.region, region), partner: last.partner ?? next.partner };
  }
  if (kept.length === regions.length) return regions;
  return kept.map(({ region }, at) => numbered(region, at + 1));
}

/** Texts of the two sides. */
type Texts = { readonly before: string; readonly after: string };

/**
 * Measures of both sides with those put together that are one on the other side: 二是打造体系。 and, in the paragraph below,
 * what was done for it.
 */
export function joinMeasures(
  texts: Texts,
  sides: { readonly before: readonly MeasureRegion[]; readonly after: readonly MeasureRegion[] },
  pairs: readonly MeasurePair[],
): { readonly before: readonly MeasureRegion[]; readonly after: readonly MeasureRegion[] } {
  const old = { text: texts.after, of: partnersOn("before", pairs) };
  const young = { text: texts.before, of: partnersOn("after", pairs) };
  return {
    before: joinSide({ text: texts.before, regions: sides.before }, old),
    after: joinSide({ text: texts.after, regions: sides.after }, young),
  };
}
