/** A pair of positions in two lists and how alike the texts there are, 0 to 1. */
type Likeness = { readonly before: number; readonly after: number; readonly score: number };

/** Numbers the bigrams of texts from 0 as they come, in one open hash table. -1 is free: two U+FFFF, which no text holds. */
function numbering(size: number): (bigram: number) => number {
  const slots = 2 ** Math.max(8, Math.ceil(Math.log2(2 * size + 1)));
  const keys = new Int32Array(slots).fill(-1);
  const numbers = new Int32Array(slots);
  let next = 0;
  return (bigram) => {
    let slot = (Math.imul(bigram, 0x9e_37_79_b1) >>> 7) & (slots - 1);
    while (keys[slot] !== bigram) {
      if (keys[slot] === -1) {
        keys[slot] = bigram;
        numbers[slot] = next;
        next += 1;
        break;
      }
      slot = (slot + 1) & (slots - 1);
    }
    return numbers[slot] ?? 0;
  };
}

function bigramsOf(text: string, numberOf: (bigram: number) => number): Int32Array {
  const bigrams = new Int32Array(Math.max(0, text.length - 1));
  let code = text.charCodeAt(0);
  for (let at = 0; at < bigrams.length; at += 1) {
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

const signBits = 4096;

const signOf = (code: number, next: number): number =>
  (Math.imul(code, 31) ^ Math.imul(next, 0x9e_37)) & (signBits - 1);

function signsOf(text: string): Uint8Array {
  const signs = new Uint8Array(signBits);
  let code = text.charCodeAt(0);
  for (let at = 1; at < text.length; at += 1) {
    const next = text.charCodeAt(at);
    signs[signOf(code, next)] = 1;
    code = next;
  }
  return signs;
}

/** No less than the similarity of two texts of which one is known by the signs of its bigrams. */
function mostDice(signs: Uint8Array, length: number, other: string): number {
  let shared = 0;
  let code = other.charCodeAt(0);
  for (let at = 1; at < other.length; at += 1) {
    const next = other.charCodeAt(at);
    shared += signs[signOf(code, next)] ?? 0;
    code = next;
  }
  return (2 * shared) / Math.max(1, length + other.length - 2);
}

/** More pairs than these are told apart by numbering the bigrams of all. */
const fewPairs = 9;

/** Whether none of a few texts can be as like any of some others as asked: what shares next to nothing is seen at once. */
const areUnlike = (before: readonly string[], after: readonly string[], least: number): boolean =>
  before.length * after.length <= fewPairs &&
  before.every((one) => {
    const signs = signsOf(one);
    return after.every((other) => mostDice(signs, one.length, other) < least);
  });

/**
 * Dice similarity over bigrams of every text of one list with every text of the other, where it reaches `least`. Linear in
 * the length of the texts for what shares little.
 */
export function bigramDice(before: readonly string[], after: readonly string[], least: number): Likeness[] {
  if (areUnlike(before, after, least)) return [];
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
