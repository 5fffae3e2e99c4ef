/**
 * Share of two texts, 0 to 1, that stands at their common start and end: near 1 for one edit in one place, and cheap, but
 * blind to what moved within. Example: 约谈业主单位6家 and 约谈业主9家 share 约谈业主 and 家.
 */
export function likeness(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  if (shorter === 0) return one.length === other.length ? 1 : 0;
  let head = 0;
  while (head < shorter && one.charCodeAt(head) === other.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail))
    tail += 1;
  return (head + tail) / Math.max(one.length, other.length);
}

/** Whether that share reaches what is asked for: no more is looked at than it takes to tell. */
export function isLike(one: string, other: string, least: number): boolean {
  const shorter = Math.min(one.length, other.length);
  const longer = Math.max(one.length, other.length);
  if (shorter === 0) return one.length === other.length;
  let shared = 0;
  while (shared < shorter && shared / longer < least && one.charCodeAt(shared) === other.charCodeAt(shared))
    shared += 1;
  const head = shared;
  while (
    shared < shorter &&
    shared / longer < least &&
    one.charCodeAt(one.length - 1 - shared + head) === other.charCodeAt(other.length - 1 - shared + head)
  )
    shared += 1;
  return shared / longer >= least;
}

const probeLength = 10;
const probeStep = 20;

/**
 * Share of two texts, 0 to 1, told from probes of ten characters: most of them stand in the other text where it was edited
 * in a few places; 0 where it is less than asked for. The same from either side.
 */
export function probeLikeness(one: string, other: string, least: number): number {
  const [from, into] =
    one.length < other.length || (one.length === other.length && one < other) ? [one, other] : [other, one];
  const probes = Math.floor((from.length - probeLength) / probeStep) + 1;
  if (probes <= 0) return 0;
  const share = from.length / Math.max(1, into.length);
  let found = 0;
  for (let probe = 0; probe < probes; probe += 1) {
    if (((found + probes - probe) / probes) * share < least) return 0;
    const at = probe * probeStep;
    if (into.includes(from.slice(at, at + probeLength))) found += 1;
  }
  const score = (found / probes) * share;
  return score < least ? 0 : score;
}
