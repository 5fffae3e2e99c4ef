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

const probeLength = 10;
const probeStep = 20;

/**
 * Share of two texts, 0 to 1, told from probes of ten characters: most of them stand in the other text where it was edited
 * in a few places. The same from either side.
 */
export function probeLikeness(one: string, other: string): number {
  const [from, into] =
    one.length < other.length || (one.length === other.length && one < other) ? [one, other] : [other, one];
  let [probes, found] = [0, 0];
  for (let at = 0; at + probeLength <= from.length; at += probeStep) {
    probes += 1;
    if (into.includes(from.slice(at, at + probeLength))) found += 1;
  }
  return probes === 0 ? 0 : (found / probes) * (from.length / Math.max(1, into.length));
}
