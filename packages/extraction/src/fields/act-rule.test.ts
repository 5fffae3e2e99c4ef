import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disciplineActs } from "./discipline-acts.ts";
import { otherActs } from "./other-acts.ts";

/** Where the words before and behind are both needed, the sign stands behind. */
const patterns = [...disciplineActs, ...otherActs].flatMap(({ act, sign, lead, rest, isBoth }) =>
  (isBoth ? [rest] : [lead, rest]).flatMap((pattern) =>
    pattern === null ? [] : [{ act, sign, source: pattern.source }],
  ),
);

/** What stands around a match is no part of it; fast-check can't make it up. */
function withoutLookarounds(source: string): string {
  const at = source.search(/\(\?<?[=!]/);
  if (at === -1) return source;
  let depth = 0;
  let end = at;
  do {
    const character = source.charAt(end);
    depth += Number(character === "(") - Number(character === ")");
    end += 1;
  } while (depth > 0 && end < source.length);
  return withoutLookarounds(source.slice(0, at) + source.slice(end));
}

describe("the sign of an act", () => {
  it.each(patterns)("$act: $sign stands in all that /$source/ matches", ({ sign, source }) => {
    const signs = new Set(sign);
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(withoutLookarounds(source))), (words) => {
        expect(Array.from(words).some((character) => signs.has(character))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
