import { orderedBy } from "./ordered-by.ts";

/** Something that stands on both sides: where it starts on each, and how much of the notice it is. */
export type Block = { readonly before: number; readonly after: number; readonly weight: number };

/** Best sums over positions up to a bound, for the heaviest rising run. */
function prefixMaxima(size: number) {
  const best = new Float64Array(size + 1);
  const from = new Int32Array(size + 1).fill(-1);
  return {
    upTo(bound: number): { sum: number; at: number } {
      let found = { sum: 0, at: -1 };
      for (let node = bound; node > 0; node -= node & -node)
        if ((best[node] ?? 0) > found.sum) found = { sum: best[node] ?? 0, at: from[node] ?? -1 };
      return found;
    },
    put(place: number, sum: number, at: number): void {
      for (let node = place; node <= size; node += node & -node)
        if (sum > (best[node] ?? 0)) {
          best[node] = sum;
          from[node] = at;
        }
    },
  };
}

/** Positions of the heaviest run of blocks, given in order of `before`, whose `after` rises. */
function heaviestRun(blocks: readonly Block[]): Set<number> {
  const ranks = new Map(
    blocks
      .map((block) => block.after)
      .sort((one, other) => one - other)
      .map((at, rank) => [at, rank + 1] as const),
  );
  const maxima = prefixMaxima(blocks.length);
  const previous: number[] = [];
  blocks.forEach((block, at) => {
    const rank = ranks.get(block.after) ?? 1;
    const found = maxima.upTo(rank - 1);
    previous[at] = found.at;
    maxima.put(rank, found.sum + block.weight, at);
  });
  const kept = new Set<number>();
  for (let { at } = maxima.upTo(blocks.length); at !== -1; at = previous[at] ?? -1) kept.add(at);
  return kept;
}

/**
 * Blocks that left their place: all but the heaviest run that kept its order. `isSwapped` tells from which side to look, so
 * that the same blocks are told when the sides are swapped. Nothing moved is told in one pass.
 */
export function movedBlocks<Kind extends Block>(blocks: readonly Kind[], isSwapped: boolean): Kind[] {
  const ordered = orderedBy(blocks, (block) => block.before);
  if (ordered.every((block, at) => at === 0 || block.after > (ordered[at - 1]?.after ?? 0))) return [];
  const seen = isSwapped ? orderedBy(ordered, (block) => block.after) : ordered;
  const kept = heaviestRun(
    isSwapped ? seen.map(({ before, after, weight }) => ({ before: after, after: before, weight })) : seen,
  );
  return seen.filter((_, at) => !kept.has(at)).sort((one, other) => one.before - other.before);
}
