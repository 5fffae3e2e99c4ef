/** Weight of a bigram; 1 for all where nothing better is known. */
export type BigramWeight = (bigram: string) => number;

const even: BigramWeight = () => 1;

/** Counts of the neighbouring character pairs of a text, none across lines; a single character counts as itself. */
function bigramCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const signs = Array.from(text);
  if (signs.length === 1) counts.set(text, 1);
  for (let at = 0; at + 1 < signs.length; at += 1) {
    const bigram = `${signs[at] ?? ""}${signs[at + 1] ?? ""}`;
    if (bigram.includes("\n")) continue;
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return counts;
}

const sizeOf = (counts: ReadonlyMap<string, number>, weigh: BigramWeight): number => {
  let size = 0;
  for (const [bigram, count] of counts) size += count * weigh(bigram);
  return size;
};

/** Weights that two texts share, and of each. */
export type Overlap = { readonly shared: number; readonly before: number; readonly after: number };

export const diceOf = (overlap: Overlap): number => (2 * overlap.shared) / (overlap.before + overlap.after || 1);

/** Share of the lighter text that stands in the heavier one. */
export const containment = (overlap: Overlap): number =>
  overlap.shared / (Math.min(overlap.before, overlap.after) || 1);

type Indexed = { readonly index: ReadonlyMap<string, [number, number][]>; readonly sizes: readonly number[] };

function indexOf(texts: readonly string[], weigh: BigramWeight): Indexed {
  const counted = texts.map((text) => bigramCounts(text));
  const index = new Map<string, [number, number][]>();
  counted.forEach((counts, at) => {
    for (const [bigram, count] of counts) {
      const postings = index.get(bigram);
      if (postings === undefined) index.set(bigram, [[at, count]]);
      else postings.push([at, count]);
    }
  });
  return { index, sizes: counted.map((counts) => sizeOf(counts, weigh)) };
}

/**
 * Overlap of every text of one list with every text of the other, by position in the latter, through an inverted index:
 * pairs that share no bigram cost nothing and are absent from the maps.
 */
export function overlapsOf(
  before: readonly string[],
  after: readonly string[],
  weigh: BigramWeight,
): ReadonlyMap<number, Overlap>[] {
  const { index, sizes } = indexOf(after, weigh);
  return before.map((text) => {
    const counts = bigramCounts(text);
    const size = sizeOf(counts, weigh);
    const shared = new Map<number, number>();
    for (const [bigram, count] of counts) {
      const weight = weigh(bigram);
      for (const [at, other] of index.get(bigram) ?? [])
        shared.set(at, (shared.get(at) ?? 0) + weight * Math.min(count, other));
    }
    return new Map(
      [...shared].map(([at, weight]) => [at, { shared: weight, before: size, after: sizes[at] ?? 0 }] as const),
    );
  });
}

/** Dice similarity, 0 to 1, of every text of one list with every text of the other that shares a bigram with it. */
export function similarities(
  before: readonly string[],
  after: readonly string[],
  weigh: BigramWeight = even,
): ReadonlyMap<number, number>[] {
  return overlapsOf(before, after, weigh).map(
    (row) => new Map([...row].map(([at, overlap]) => [at, diceOf(overlap)] as const)),
  );
}

/** Dice similarity of two texts, 0 to 1. */
export function similarity(one: string, other: string): number {
  if (one === other) return 1;
  return similarities([one], [other])[0]?.get(0) ?? 0;
}

/** Weights bigrams by rarity among the given texts: what stands in every title says nothing. */
export function rarityOf(texts: readonly string[]): BigramWeight {
  const seen = new Map<string, number>();
  for (const text of texts)
    for (const bigram of bigramCounts(text).keys()) seen.set(bigram, (seen.get(bigram) ?? 0) + 1);
  const total = texts.length;
  return (bigram) => Math.log(1 + total / (seen.get(bigram) ?? 1));
}
