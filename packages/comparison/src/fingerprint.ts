import { simplify } from "./simplify.ts";

/** Hashes of the clauses of a text, in their order: what near-duplicates share. */
export type Fingerprint = readonly number[];

const leastClause = 6;
const leastClauses = 8;
const keyCount = 16;

/** Names that a repost drops: 张某某, ××区, 某镇, 李**. */
const mask = /[某×ⅹXx*＊○〇●□■]+/gu;
const ends = /[，。；：！？、,;:!?\n\r()（）【】[\]“”"'‘’《》]+/u;

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * The fingerprint of a text: robust to width, punctuation, white space, traditional characters, added or dropped passages; a
 * masked name costs only the clause that it stands in. Pure: equal texts have equal fingerprints.
 */
export function fingerprintOf(text: string): Fingerprint {
  const plain = simplify(text.normalize("NFKC")).replace(mask, "");
  const clauses = plain.split(ends).map((clause) => clause.replaceAll(/\s+/gu, ""));
  return clauses.filter((clause) => clause.length >= leastClause).map(hashOf);
}

/**
 * A few keys of a fingerprint, by which copies find each other in an index: the smallest hashes of neighbouring clauses. Copies
 * share most of them, unlike texts next to none. None for a text of a few clauses: too little to tell it by.
 */
export function copyKeysOf(fingerprint: Fingerprint): string[] {
  if (fingerprint.length < leastClauses) return [];
  const pairs = fingerprint.slice(1).map((hash, at) => Math.imul(hash ^ (fingerprint[at] ?? 0), 0x9e3779b1) >>> 0);
  const smallest = [...new Set(pairs)].sort((one, other) => one - other).slice(0, keyCount);
  return smallest.map((hash) => hash.toString(16).padStart(8, "0"));
}

/** Below this many clauses a text is a form that many offices fill in alike: only a nearly whole one is a copy. */
const formClauses = 40;
const copyShare = 0.5;
const formShare = 0.8;

/**
 * How like two texts are: the share of the shorter one's clauses that stand in the other, 0 to 1; 0 where it is too little for a copy.
 * Notices of one subject or round share a tenth of their clauses, rarely a fifth.
 */
export function resemblance(one: Fingerprint, other: Fingerprint): number {
  const [few, many] = [new Set(one), new Set(other)].sort((left, right) => left.size - right.size);
  if (few === undefined || many === undefined || few.size < leastClauses) return 0;
  let shared = 0;
  for (const hash of few) if (many.has(hash)) shared += 1;
  const share = shared / few.size;
  return share >= (few.size < formClauses ? formShare : copyShare) ? share : 0;
}
