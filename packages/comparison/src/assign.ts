/** A possible pair: positions on both sides and how well they fit, 0 to 1. */
export type ScoredPair = { readonly before: number; readonly after: number; readonly score: number };

/**
 * One-to-one assignment: the best pair first, then the best of what is free. Ties go to the pair whose positions are
 * nearest; the rule is the same from either side, so swapping the sides mirrors the result.
 */
export function assignOneToOne(pairs: readonly ScoredPair[]): ScoredPair[] {
  const ordered = [...pairs].sort(
    (one, other) =>
      other.score - one.score ||
      Math.abs(one.before - one.after) - Math.abs(other.before - other.after) ||
      one.before + one.after - (other.before + other.after) ||
      one.before - other.before,
  );
  const takenBefore = new Set<number>();
  const takenAfter = new Set<number>();
  const chosen: ScoredPair[] = [];
  for (const pair of ordered) {
    if (takenBefore.has(pair.before) || takenAfter.has(pair.after)) continue;
    takenBefore.add(pair.before);
    takenAfter.add(pair.after);
    chosen.push(pair);
  }
  return chosen.sort((one, other) => one.before - other.before);
}

/** Positions of both sides that no pair uses. */
export function unassigned(
  pairs: readonly ScoredPair[],
  sizes: { readonly before: number; readonly after: number },
): { before: number[]; after: number[] } {
  const before = new Set(pairs.map((pair) => pair.before));
  const after = new Set(pairs.map((pair) => pair.after));
  const rest = (size: number, taken: ReadonlySet<number>) =>
    Array.from({ length: size }, (_, at) => at).filter((at) => !taken.has(at));
  return { before: rest(sizes.before, before), after: rest(sizes.after, after) };
}

const lengthsOf = (keys: readonly string[]): ReadonlySet<number> => new Set(keys.map((key) => key.length));

/** The same for a few keys, each against each. */
function pairFewKeys(before: readonly string[], after: readonly string[]): ScoredPair[] {
  const pairs: ScoredPair[] = [];
  const isUsed = after.map(() => false);
  for (let at = 0; at < before.length; at += 1) {
    let other = 0;
    while (other < after.length && (isUsed[other] === true || after[other] !== before[at])) other += 1;
    if (other === after.length) continue;
    isUsed[other] = true;
    pairs.push({ before: at, after: other, score: 1 });
  }
  return pairs;
}

/** More combinations than this are cheaper to find by a table. */
const fewCombinations = 64;

/** Pairs of equal keys, in order: the k-th occurrence on one side with the k-th on the other. */
export function pairEqualKeys(before: readonly string[], after: readonly string[]): ScoredPair[] {
  if (before.length * after.length <= fewCombinations) return pairFewKeys(before, after);
  // A look-up reads every character of a key, and keys may be pages long: those whose length nothing else has are left alone.
  const [old, young] = [lengthsOf(before), lengthsOf(after)];
  const places = new Map<string, number[]>();
  after.forEach((key, at) => {
    if (!old.has(key.length)) return;
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  });
  const used = new Map<string, number>();
  return before.flatMap((key, at) => {
    if (!young.has(key.length)) return [];
    const turn = used.get(key) ?? 0;
    const other = places.get(key)?.[turn];
    used.set(key, turn + 1);
    return other === undefined ? [] : [{ before: at, after: other, score: 1 }];
  });
}
