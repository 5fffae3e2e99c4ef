import type { FindingPair } from "../align-regions.ts";
import { ordinalOf } from "../chinese-numerals.ts";
import type { Comparison, PlacedHunk } from "../comparison.ts";
import type { FindingRegion } from "../regions.ts";
import { sliceOf } from "../spans.ts";

type Side = "before" | "after";

/** A finding's printed number and that of the finding printed above it. */
type Printed = { readonly number: number; readonly above: number; readonly pairAbove: FindingPair | null };

function printedOn(comparison: Comparison, side: Side): ReadonlyMap<FindingRegion, Printed> {
  const { pairs, added, removed } = comparison.findings;
  const pairOf = new Map(pairs.map((pair) => [pair[side], pair] as const));
  const alone = side === "before" ? removed : added;
  const all = [...pairOf.keys(), ...alone].sort((one, other) => one.whole.start - other.whole.start);
  let above = 0;
  let pairAbove: FindingPair | null = null;
  return new Map(
    all.map((region) => {
      const number = ordinalOf(sliceOf(comparison.texts[side], region.numbering)) ?? 0;
      const printed = { number, above, pairAbove };
      above = number;
      pairAbove = pairOf.get(region) ?? pairAbove;
      return [region, printed] as const;
    }),
  );
}

const followsOn = (printed: Printed): boolean => printed.number === 1 || printed.number === printed.above + 1;

type Places = ReadonlyMap<FindingPair | FindingRegion, number>;

/** Where every finding stands on a side: pairs by themselves, others by their regions. */
function placesOn(comparison: Comparison, side: Side): Places {
  const { pairs, added, removed } = comparison.findings;
  const alone = side === "before" ? removed : added;
  const places = new Map<FindingPair | FindingRegion, number>();
  for (const pair of pairs) places.set(pair, pair[side].whole.start);
  for (const region of alone) places.set(region, region.whole.start);
  return places;
}

/** How many findings stand above one on the first side that don't on the other: gone, or moved below it. */
function goneAbove(pair: FindingPair, places: Places, others: Places): number {
  const [here, there] = [places.get(pair) ?? 0, others.get(pair) ?? 0];
  let count = 0;
  for (const [one, at] of places) if (at < here && (others.get(one) ?? Number.MAX_SAFE_INTEGER) > there) count += 1;
  return count;
}

/**
 * Tells of a finding with another number whether that only follows from what came, went or moved above it: the number
 * continues the count in both versions, or shifted as much as that of the finding above, or by no more than what came or
 * went above. The same from either side.
 */
export function renumberingRule(comparison: Comparison): (pair: FindingPair) => boolean {
  const [before, after] = [printedOn(comparison, "before"), printedOn(comparison, "after")];
  const [places, others] = [placesOn(comparison, "before"), placesOn(comparison, "after")];
  const shiftOf = (pair: FindingPair): number =>
    (after.get(pair.after)?.number ?? 0) - (before.get(pair.before)?.number ?? 0);
  return (pair) => {
    const [old, young] = [before.get(pair.before), after.get(pair.after)];
    if (old === undefined || young === undefined) return false;
    if (followsOn(old) && followsOn(young)) return true;
    const shift = shiftOf(pair);
    if ([old.pairAbove, young.pairAbove].some((above) => above !== null && shiftOf(above) === shift)) return true;
    return shift < 0 ? -shift <= goneAbove(pair, places, others) : shift <= goneAbove(pair, others, places);
  };
}

/** The hunks of enumerators of paired findings that say another number. */
export function renumberedPairs(comparison: Comparison): ReadonlyMap<FindingPair, PlacedHunk> {
  const found = new Map<FindingPair, PlacedHunk>();
  for (const hunk of comparison.hunks) {
    const { part, pair } = hunk.place;
    if (hunk.level === "numbering" && part === "heading" && pair !== null) found.set(pair, hunk);
  }
  return found;
}
