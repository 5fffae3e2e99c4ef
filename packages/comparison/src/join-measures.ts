import type { MeasurePair } from "./align-measures.ts";
import type { MeasureRegion } from "./regions.ts";
import { sliceOf } from "./spans.ts";
import { foldTypography } from "./typography.ts";

const wordsIn = (text: string, region: MeasureRegion): string => foldTypography(sliceOf(text, region.body));

/** The place of every region of a side in its pair, with the words of the other. */
type Partners = ReadonlyMap<MeasureRegion, string>;

function joined(one: MeasureRegion, next: MeasureRegion): MeasureRegion {
  return {
    ...one,
    whole: { start: one.whole.start, end: next.whole.end },
    body: { start: one.body.start, end: next.body.end },
  };
}

/** Whether a piece that has no pair is the head or the tail of what its neighbour is paired with. */
function belongs(text: string, piece: MeasureRegion, partner: string | undefined, end: "head" | "tail"): boolean {
  const words = wordsIn(text, piece);
  if (partner === undefined || words === "") return false;
  return end === "head" ? partner.startsWith(words) : partner.endsWith(words);
}

/** Puts together measures that one paragraph break more made of one measure; the regions themselves where there are none. */
function joinSide(text: string, regions: readonly MeasureRegion[], partners: Partners): readonly MeasureRegion[] {
  const kept: { region: MeasureRegion; partner: string | undefined }[] = [];
  for (const region of regions) {
    const last = kept.at(-1);
    const partner = partners.get(region);
    const isTail = last !== undefined && partner === undefined && belongs(text, region, last.partner, "tail");
    const isHead = last !== undefined && last.partner === undefined && belongs(text, last.region, partner, "head");
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
  const old: Partners = new Map(pairs.map((pair) => [pair.before, wordsIn(texts.after, pair.after)]));
  const young: Partners = new Map(pairs.map((pair) => [pair.after, wordsIn(texts.before, pair.before)]));
  return { before: joinSide(texts.before, sides.before, old), after: joinSide(texts.after, sides.after, young) };
}
