/** A pair of positions in two lists and how alike the texts there are, 0 to 1. */
type Likeness = { readonly before: number; readonly after: number; readonly score: number };

/** Numbers the bigrams of texts from 0 as they come, in one open hash table. -1 is free: two U+FFFF, which no text holds. */
function numbering(size: number): (bigram: number) => number {
  const keys = new Int32Array(2 ** Math.max(8, Math.ceil(Math.log2(2 * size + 1)))).fill(-1);
  const numbers = new Int32Array(keys.length);
  let next = 0;
  return (bigram) => {
    const slot = slotOf(keys, keys.length - 1, bigram);
    if (keys[slot] === -1) {
      keys[slot] = bigram;
      numbers[slot] = next;
      next += 1;
    }
    return numbers[slot] ?? 0;
  };
}

function bigramsOf(text: string, numberOf: (bigram: number) => number): Int32Array {
  const bigrams = new Int32Array(Math.max(0, text.length - 1));
  for (let at = 0, code = text.charCodeAt(0); at < bigrams.length; at += 1) {
    const next = text.charCodeAt(at + 1);
    bigrams[at] = numberOf((code << 16) | next);
    code = next;
  }
  return bigrams;
}

/** Which texts of one side hold a bigram, and how often: chains that start at the bigram's number. */
type Index = {
  readonly heads: Int32Array;
  readonly next: Int32Array;
  readonly text: Int32Array;
  readonly count: Int32Array;
};

function indexOf(texts: readonly Int32Array[], bound: number): Index {
  const size = texts.reduce((sum, one) => sum + one.length, 0);
  const index: Index = {
    heads: new Int32Array(bound).fill(-1),
    next: new Int32Array(size),
    text: new Int32Array(size),
    count: new Int32Array(size),
  };
  let entries = 0;
  texts.forEach((bigrams, text) => {
    for (const bigram of bigrams) {
      const head = index.heads[bigram] ?? -1;
      if (head !== -1 && index.text[head] === text) {
        index.count[head] = (index.count[head] ?? 0) + 1;
        continue;
      }
      index.next[entries] = head;
      index.text[entries] = text;
      index.count[entries] = 1;
      index.heads[bigram] = entries;
      entries += 1;
    }
  });
  return index;
}

/** Longer chains are of bigrams that stand everywhere and tell nothing; they would make long lists quadratic. */
const longestChain = 256;

function addShared(index: Index, bigrams: Int32Array, turns: Int32Array, shared: Float64Array): void {
  for (const bigram of bigrams) {
    const turn = (turns[bigram] ?? 0) + 1;
    turns[bigram] = turn;
    let entry = index.heads[bigram] ?? -1;
    for (let steps = 0; entry !== -1 && steps < longestChain; steps += 1) {
      const text = index.text[entry] ?? 0;
      if ((index.count[entry] ?? 0) >= turn) shared[text] = (shared[text] ?? 0) + 1;
      entry = index.next[entry] ?? -1;
    }
  }
  for (const bigram of bigrams) turns[bigram] = 0;
}

/** Where a bigram stands in an open hash table whose last place is `last`, or where it would. */
function slotOf(keys: Int32Array, last: number, bigram: number): number {
  // The lower half of the product knows the second character only, which many bigrams share.
  const product = Math.imul(bigram, 0x9e_37_79_b1);
  let slot = (product ^ (product >>> 15)) & last;
  while (keys[slot] !== bigram && keys[slot] !== -1) slot = (slot + 1) & last;
  return slot;
}

type Counts = { readonly keys: Int32Array; readonly counts: Int32Array };

const countsOf = (size: number): Counts => ({ keys: new Int32Array(size), counts: new Int32Array(size) });

/** For texts up to half as long, overwritten by every call: a table made anew costs more than it is used for. */
const scratch = countsOf(2048);

/** How many bigrams two texts have in common, each as often as both have it. */
function sharedBigrams(one: string, other: string): number {
  const size = 2 ** Math.max(6, Math.ceil(Math.log2(2 * one.length + 1)));
  const { keys, counts } = size <= scratch.keys.length ? scratch : countsOf(size);
  keys.fill(-1, 0, size);
  counts.fill(0, 0, size);
  for (let at = 0, code = one.charCodeAt(0); at + 1 < one.length; at += 1) {
    const next = one.charCodeAt(at + 1);
    const slot = slotOf(keys, size - 1, (code << 16) | next);
    keys[slot] = (code << 16) | next;
    counts[slot] = (counts[slot] ?? 0) + 1;
    code = next;
  }
  let shared = 0;
  for (let at = 0, code = other.charCodeAt(0); at + 1 < other.length; at += 1) {
    const next = other.charCodeAt(at + 1);
    const slot = slotOf(keys, size - 1, (code << 16) | next);
    const left = counts[slot] ?? 0;
    if (left > 0) {
      counts[slot] = left - 1;
      shared += 1;
    }
    code = next;
  }
  return shared;
}

/** The same for a few pairs, each by itself: an index would cost more. */
const diceOfFew = (before: readonly string[], after: readonly string[], least: number): Likeness[] =>
  before.flatMap((one, at) =>
    after.flatMap((other, index) => {
      const shared = sharedBigrams(one, other);
      const score = (2 * shared) / (Math.max(0, one.length - 1) + Math.max(0, other.length - 1) || 1);
      return shared > 0 && score >= least ? [{ before: at, after: index, score }] : [];
    }),
  );

const fewPairs = 4;

/**
 * Dice similarity over bigrams of every text of one list with every text of the other, where it reaches `least`. Linear in
 * the length of the texts for what shares little.
 */
export function bigramDice(before: readonly string[], after: readonly string[], least: number): Likeness[] {
  if (before.length * after.length <= fewPairs) return diceOfFew(before, after, least);
  const size = [...before, ...after].reduce((sum, text) => sum + text.length, 0);
  const numberOf = numbering(size);
  const young = after.map((text) => bigramsOf(text, numberOf));
  const old = before.map((text) => bigramsOf(text, numberOf));
  const index = indexOf(young, size + 1);
  const turns = new Int32Array(size + 1);
  const shared = new Float64Array(after.length);
  return old.flatMap((bigrams, one) => {
    shared.fill(0);
    addShared(index, bigrams, turns, shared);
    const found: Likeness[] = [];
    shared.forEach((count, other) => {
      const score = (2 * count) / (bigrams.length + (young[other]?.length ?? 0) || 1);
      if (count > 0 && score >= least) found.push({ before: one, after: other, score });
    });
    return found;
  });
}
