import { pairEqualKeys, type ScoredPair } from "./assign.ts";
import { orderedBy } from "./ordered-by.ts";

/** Which positions of two lists belong together, and which of each are still open, in order. */
export type Pairing = {
  readonly pairs: readonly ScoredPair[];
  readonly before: readonly number[];
  readonly after: readonly number[];
};

function upTo(length: number): number[] {
  const places: number[] = [];
  for (let at = 0; at < length; at += 1) places.push(at);
  return places;
}

export const nothingPaired = (before: number, after: number): Pairing => ({
  pairs: [],
  before: upTo(before),
  after: upTo(after),
});

/** Up to so many pairs are looked through; a set of more is cheaper to ask. */
const fewPairs = 8;

/** The open positions that none of the pairs takes. */
function untaken(open: readonly number[], pairs: readonly ScoredPair[], side: "before" | "after"): number[] {
  const taken = pairs.map((pair) => (side === "before" ? pair.before : pair.after));
  if (taken.length <= fewPairs) return open.filter((at) => !taken.includes(at));
  const known = new Set(taken);
  return open.filter((at) => !known.has(at));
}

/** Adds pairs of open positions. */
export function withPairs(pairing: Pairing, more: readonly ScoredPair[]): Pairing {
  if (more.length === 0) return pairing;
  return {
    pairs: pairing.pairs.length === 0 ? more : [...pairing.pairs, ...more],
    before: untaken(pairing.before, more, "before"),
    after: untaken(pairing.after, more, "after"),
  };
}

/** Pairs open positions with equal keys, the k-th with the k-th. */
export function pairEqual(pairing: Pairing, before: (at: number) => string, after: (at: number) => string): Pairing {
  if (pairing.before.length === 0 || pairing.after.length === 0) return pairing;
  const found = pairEqualKeys(pairing.before.map(before), pairing.after.map(after));
  return withPairs(
    pairing,
    found.map((pair) => ({
      before: pairing.before[pair.before] ?? 0,
      after: pairing.after[pair.after] ?? 0,
      score: pair.score,
    })),
  );
}

/** A stretch between neighbours that belong together on both sides, and what is open in it. */
export type Gap = { readonly before: readonly number[]; readonly after: readonly number[] };

/** For each open position of a side a number for the two pairs that it stands between there; the same on both sides for the same two. */
function neighboursOf(pairing: Pairing, side: "before" | "after"): number[] {
  const places = pairing.pairs.map((pair) => (side === "before" ? pair.before : pair.after));
  const order = orderedBy(upTo(places.length), (at) => places[at] ?? 0);
  let next = 0;
  return pairing[side].map((at) => {
    while (next < order.length && (places[order[next] ?? 0] ?? 0) < at) next += 1;
    const [lower, upper] = [order[next - 1] ?? places.length, order[next] ?? places.length];
    return lower * (places.length + 1) + upper;
  });
}

/** Where a run of equal numbers ends that starts at a place. */
function runEnd(numbers: readonly number[], start: number): number {
  let end = start + 1;
  while (end < numbers.length && numbers[end] === numbers[start]) end += 1;
  return end;
}

/** Gaps with something open on both sides. */
export function gapsOf(pairing: Pairing): Gap[] {
  if (pairing.before.length === 0 || pairing.after.length === 0) return [];
  const [old, young] = [neighboursOf(pairing, "before"), neighboursOf(pairing, "after")];
  const gaps: Gap[] = [];
  for (let start = 0; start < old.length; start = runEnd(old, start)) {
    // What is open between the same two stands together on either side.
    const other = young.indexOf(old[start] ?? 0);
    if (other === -1) continue;
    gaps.push({
      before: pairing.before.slice(start, runEnd(old, start)),
      after: pairing.after.slice(other, runEnd(young, other)),
    });
  }
  return gaps;
}

/** Pairs what stands at the same place of a gap with as many open on both sides, where all of it is alike. */
export function pairInPlace(pairing: Pairing, isAlike: (before: number, after: number) => boolean): Pairing {
  const found = gapsOf(pairing).flatMap((gap) => {
    if (gap.before.length !== gap.after.length) return [];
    const pairs = gap.before.map((before, at) => ({ before, after: gap.after[at] ?? 0, score: 1 }));
    return pairs.filter((pair) => isAlike(pair.before, pair.after));
  });
  return withPairs(pairing, found);
}
