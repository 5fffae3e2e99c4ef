import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairEqualKeys } from "./assign.ts";

const keys = fc.array(fc.constantFrom("甲", "乙", "丙丁", "戊己", ""), { maxLength: 14 });

/** The rule, said plainly: the k-th of each key with the k-th. */
function pairsOf(before: readonly string[], after: readonly string[]): string[] {
  const turnOf = (list: readonly string[], at: number): number =>
    list.slice(0, at).filter((key) => key === list[at]).length;
  return before.flatMap((key, at) =>
    after.flatMap((other, place) =>
      key === other && turnOf(before, at) === turnOf(after, place) ? [`${at}-${place}`] : [],
    ),
  );
}

describe("pairEqualKeys", () => {
  it("pairs the k-th of each key with the k-th, be they few or many", () => {
    let few = 0;
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        if (before.length * after.length <= 64) few += 1;
        const found = pairEqualKeys(before, after).map((pair) => `${pair.before}-${pair.after}`);
        expect(found).toEqual(pairsOf(before, after));
      }),
      { numRuns: 4_000 },
    );
    expect(few).toBeGreaterThan(1_000);
    expect(few).toBeLessThan(3_900);
  });
});
