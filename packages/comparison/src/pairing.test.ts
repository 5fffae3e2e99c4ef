import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapsOf, nothingPaired, withPairs, type Gap, type Pairing } from "./pairing.ts";

const size = 12;

/** Pairs between two lists of twelve, in any order, and not of all. */
const pairings = fc
  .tuple(
    fc.shuffledSubarray([...nothingPaired(size, 0).before]),
    fc.shuffledSubarray([...nothingPaired(size, 0).before]),
  )
  .map(([before, after]): Pairing => {
    const pairs = before.flatMap((one, at) =>
      after.slice(at, at + 1).map((other) => ({ before: one, after: other, score: 1 })),
    );
    return withPairs(nothingPaired(size, size), pairs);
  });

/** The rule, said plainly: what is open between the same two pairs, or ends, on both sides. */
function gapsBy({ pairs, before, after }: Pairing): Gap[] {
  const between = (side: "before" | "after", at: number): string => {
    const below = pairs.filter((pair) => pair[side] < at).sort((one, other) => other[side] - one[side])[0];
    const above = pairs.filter((pair) => pair[side] > at).sort((one, other) => one[side] - other[side])[0];
    return [below, above].map((pair) => (pair === undefined ? "end" : `${pair.before}-${pair.after}`)).join(" ");
  };
  const keys = [...new Set(before.map((at) => between("before", at)))];
  return keys
    .map((key) => ({
      before: before.filter((at) => between("before", at) === key),
      after: after.filter((at) => between("after", at) === key),
    }))
    .filter((gap) => gap.after.length > 0);
}

describe("pairings", () => {
  it("leave open what no pair takes", () => {
    fc.assert(
      fc.property(pairings, ({ pairs, before, after }) => {
        expect([...pairs.map((pair) => pair.before), ...before].sort((one, other) => one - other)).toEqual(
          nothingPaired(size, 0).before,
        );
        expect([...pairs.map((pair) => pair.after), ...after].sort((one, other) => one - other)).toEqual(
          nothingPaired(size, 0).before,
        );
      }),
    );
  });

  it("have gaps where something is open between the same two on both sides", () => {
    fc.assert(
      fc.property(pairings, (pairing) => {
        expect(gapsOf(pairing)).toEqual(gapsBy(pairing));
      }),
      { numRuns: 1_000 },
    );
  });
});
