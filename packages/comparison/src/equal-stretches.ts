import type { Span } from "@zhenggai/notice";
import { isEmpty, without } from "./spans.ts";

/** A stretch that both texts have word for word. */
export type EqualStretch = { readonly before: Span; readonly after: Span };

const untouched = (spans: readonly Span[], hunks: readonly Span[]): Span[] => {
  const holes = hunks.filter((hole) => !isEmpty(hole));
  return holes.length === 0 ? [...spans] : spans.flatMap((span) => without(span, holes));
};

/**
 * What is left of two lists of spans outside their hunks, in pieces that lie in one span on both sides. Both lists hold the
 * same words there, so that walking them side by side finds where each piece stands.
 */
export function equalStretches(
  before: readonly Span[],
  after: readonly Span[],
  hunks: readonly { readonly before: Span; readonly after: Span }[],
): EqualStretch[] {
  const old = untouched(
    before,
    hunks.map((hunk) => hunk.before),
  );
  const young = untouched(
    after,
    hunks.map((hunk) => hunk.after),
  );
  const stretches: EqualStretch[] = [];
  let [b, a] = [0, 0];
  let [usedBefore, usedAfter] = [0, 0];
  for (;;) {
    const [one, other] = [old[b], young[a]];
    if (one === undefined || other === undefined) return stretches;
    const [start, place] = [one.start + usedBefore, other.start + usedAfter];
    const length = Math.min(one.end - start, other.end - place);
    if (length > 0)
      stretches.push({ before: { start, end: start + length }, after: { start: place, end: place + length } });
    usedBefore += length;
    usedAfter += length;
    if (one.start + usedBefore >= one.end) [b, usedBefore] = [b + 1, 0];
    if (other.start + usedAfter >= other.end) [a, usedAfter] = [a + 1, 0];
  }
}
