import type { MeasurePair } from "./align-measures.ts";
import type { MeasureRegion } from "./regions.ts";
import { sliceOf } from "./spans.ts";
import { foldTypography } from "./typography.ts";

const wordsIn = (text: string, region: MeasureRegion): string => foldTypography(sliceOf(text, region.body));

/** What every region of a side is paired with, and the text that it stands in. */
type Partners = { readonly text: string; readonly of: ReadonlyMap<MeasureRegion, MeasureRegion> };

type Side = { readonly text: string; readonly regions: readonly MeasureRegion[] };

function joined(one: MeasureRegion, next: MeasureRegion): MeasureRegion {
  return {
    ...one,
    whole: { start: one.whole.start, end: next.whole.end },
    body: { start: one.body.start, end: next.body.end },
  };
}

/** Whether a piece that has no pair is the head or the tail of what its neighbour is paired with. */
function belongs(words: string, whole: string, end: "head" | "tail"): boolean {
  if (words === "") return false;
  return end === "head" ? whole.startsWith(words) : whole.endsWith(words);
}

/** Puts together measures that one paragraph break more made of one measure; the regions themselves where there are none. */
function joinSide({ text, regions }: Side, partners: Partners): readonly MeasureRegion[] {
  const kept: { region: MeasureRegion; partner: MeasureRegion | undefined }[] = [];
  const isPartOf = (piece: MeasureRegion, partner: MeasureRegion | undefined, end: "head" | "tail"): boolean =>
    partner !== undefined && belongs(wordsIn(text, piece), wordsIn(partners.text, partner), end);
  for (const region of regions) {
    const last = kept.at(-1);
    const partner = partners.of.get(region);
    const isTail = last !== undefined && partner === undefined && isPartOf(region, last.partner, "tail");
    const isHead = last !== undefined && last.partner === undefined && isPartOf(last.region, partner, "head");
    if (last !== undefined && (isTail || isHead))
      kept[kept.length - 1] = { region: joined(last.region, region), partner: last.partner ?? partner };
    else kept.push({ region, partner });
  }
  if (kept.length === regions.length) return regions;
  return kept.map(({ region }, at) => Object.assign({}, region, { n: at + 1 }));
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
  const old = { text: texts.after, of: new Map(pairs.map((pair) => [pair.before, pair.after])) };
  const young = { text: texts.before, of: new Map(pairs.map((pair) => [pair.after, pair.before])) };
  return {
    before: joinSide({ text: texts.before, regions: sides.before }, old),
    after: joinSide({ text: texts.after, regions: sides.after }, young),
  };
}
