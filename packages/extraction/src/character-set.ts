/** A set of UTF-16 units, one bit each. */
export type CharacterSet = Uint8Array;

/**
 * A set for what is asked of every character of a text. A regex whose class holds characters from all over the Han block takes ten times
 * as long, and most of the numerals and units of Chinese are such.
 */
export function characterSet(characters: string): CharacterSet {
  const bits = new Uint8Array(0x2000);
  for (let at = 0; at < characters.length; at += 1) {
    const unit = characters.charCodeAt(at);
    bits[unit >> 3] = (bits[unit >> 3] ?? 0) | (1 << (unit & 7));
  }
  return bits;
}

/** The set of all units of some ranges, both ends included. */
export function characterRanges(ranges: readonly (readonly [number, number])[]): CharacterSet {
  const bits = new Uint8Array(0x2000);
  for (const [first, last] of ranges) {
    for (let unit = first; unit <= last; unit += 1) bits[unit >> 3] = (bits[unit >> 3] ?? 0) | (1 << (unit & 7));
  }
  return bits;
}

/** All that \s stands for in a regex. */
export const spaceCharacters =
  " \f\n\r\t\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

/** Whether the set has a UTF-16 unit; NaN, which `charCodeAt` gives behind the end of a text, counts as U+0000. */
export function holds(set: CharacterSet, unit: number): boolean {
  return ((set[unit >> 3] ?? 0) & (1 << (unit & 7))) !== 0;
}

/** Whether a text has any character of the set. */
export function hasAny(set: CharacterSet, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (holds(set, text.charCodeAt(at))) return true;
  return false;
}
