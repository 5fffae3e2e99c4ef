import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergedRanges, rangeAt } from "./ranges.ts";

const range = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })).map(([start, length]) => ({
  start,
  end: start + length,
}));

describe("ranges", () => {
  it("hold the same places after they are merged", () => {
    fc.assert(
      fc.property(fc.array(range), fc.nat(80), (ranges, place) => {
        const isInside = ranges.some(({ start, end }) => place >= start && place < end);
        expect(rangeAt(mergedRanges(ranges), place) !== null).toBe(isInside);
      }),
    );
  });

  it("hold nothing where there are none", () => expect(rangeAt([], 0)).toBeNull());
});
