import { pairEqualKeys, type ScoredPair } from "./assign.ts";

/** Which positions of two lists belong together, and which of each are still open, in order. */
export type Pairing = {
  readonly pairs: readonly ScoredPair[];
  readonly before: readonly number[];
  readonly after: readonly number[];
};

const upTo = (length: number): number[] => Array.from({ length }, (_, at) => at);

export const nothingPaired = (before: number, after: number): Pairing => ({
  pairs: [],
  before: upTo(before),
  after: upTo(after),
});

/** Adds pairs of open positions. */
export function withPairs(pairing: Pairing, more: readonly ScoredPair[]): Pairing {
  if (more.length === 0) return pairing;
  const before = new Set(more.map((pair) => pair.before));
  const after = new Set(more.map((pair) => pair.after));
  return {
    pairs: [...pairing.pairs, ...more],
    before: pairing.before.filter((at) => !before.has(at)),
    after: pairing.after.filter((at) => !after.has(at)),
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

/** Most lists of pairs are in order, and sorting them again costs more than looking. */
function inOrder<Placed extends { readonly at: number }>(placed: readonly Placed[]): readonly Placed[] {
  const isOrdered = placed.every(({ at }, index) => index === 0 || (placed[index - 1]?.at ?? 0) < at);
  return isOrdered ? placed : [...placed].sort((one, other) => one.at - other.at);
}

/** For each open position of a side a number for the two pairs that it stands between there; the same on both sides for the same two. */
function neighboursOf(pairing: Pairing, side: "before" | "after"): number[] {
  const { pairs } = pairing;
  const ordered = inOrder(pairs.map((pair, at) => ({ at: pair[side], pair: at })));
  let next = 0;
  return pairing[side].map((at) => {
    while (next < ordered.length && (ordered[next]?.at ?? 0) < at) next += 1;
    const [lower, upper] = [ordered[next - 1]?.pair ?? pairs.length, ordered[next]?.pair ?? pairs.length];
    return lower * (pairs.length + 1) + upper;
  });
}

/** Gaps with something open on both sides. */
export function gapsOf(pairing: Pairing): Gap[] {
  if (pairing.before.length === 0 || pairing.after.length === 0) return [];
  const gaps = new Map<number, { before: number[]; after: number[] }>();
  for (const side of ["before", "after"] as const)
    neighboursOf(pairing, side).forEach((key, at) => {
      const gap = gaps.get(key) ?? { before: [], after: [] };
      gap[side].push(pairing[side][at] ?? 0);
      gaps.set(key, gap);
    });
  return [...gaps.values()].filter((gap) => gap.before.length > 0 && gap.after.length > 0);
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
