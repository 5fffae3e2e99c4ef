import type { Change } from "@zhenggai/notice";
import { isClaimed, type Claims, type Found } from "../claims.ts";
import type { Comparison, PlacedHunk } from "../comparison.ts";
import { operationOf } from "../hunk.ts";
import { makeChange, quote } from "../make-change.ts";
import { sliceOf } from "../spans.ts";

const isSpaceOnly = (comparison: Comparison, hunk: PlacedHunk): boolean =>
  sliceOf(comparison.texts.before, hunk.before).trim() === sliceOf(comparison.texts.after, hunk.after).trim();

const isQuotable = (comparison: Comparison, hunk: PlacedHunk): boolean =>
  (sliceOf(comparison.texts.before, hunk.before) + sliceOf(comparison.texts.after, hunk.after)).trim() !== "";

/** The hunk that stands for all: the first with words to quote. The same from either side, also where passages changed places. */
function quotedHunk(comparison: Comparison, hunks: readonly PlacedHunk[]): PlacedHunk | undefined {
  // Of two passages that changed places, the one that moved less.
  const placeOf = ({ before, after }: PlacedHunk): number =>
    (before.start + after.start) * 2 ** 20 + Math.abs(before.start - after.start);
  const quotable = hunks.filter((hunk) => isQuotable(comparison, hunk));
  const among = quotable.length > 0 ? quotable : hunks;
  return among.reduce<PlacedHunk | undefined>(
    (best, hunk) => (best === undefined || placeOf(hunk) < placeOf(best) ? hunk : best),
    undefined,
  );
}

/**
 * cosmetic: typography, width, punctuation, numbering style, boilerplate, counters; at most one change, stored and never
 * delivered.
 */
export function findCosmeticChange(comparison: Comparison, claims: Claims): Found {
  const isNoNews = ({ level, place }: PlacedHunk): boolean =>
    level === "cosmetic" || level === "numbering" || place.part === "furniture";
  const rest = comparison.hunks.filter((hunk) => isNoNews(hunk) && !isClaimed(claims, hunk));
  const first = quotedHunk(comparison, rest);
  if (first === undefined) return { changes: [], claims: [] };
  const change: Change = makeChange({
    kind: "cosmetic",
    target: { part: "text", finding: null, measure: null, field: null },
    before: quote(comparison, "before", first.before),
    after: quote(comparison, "after", first.after),
    operations: rest.map(operationOf),
    summary: {
      zh: `仅排版、标点或页面附加文字不同，共${rest.length}处。`,
      en: `Only typography, punctuation or page furniture differs, in ${rest.length} places.`,
    },
  });
  return { changes: [change], claims: [] };
}

/** Line breaks that came or went with a finding or measure next to them are part of that change. */
export function isLeftoverSpace(comparison: Comparison): boolean {
  return comparison.hunks.filter((hunk) => hunk.level === "cosmetic").every((hunk) => isSpaceOnly(comparison, hunk));
}
