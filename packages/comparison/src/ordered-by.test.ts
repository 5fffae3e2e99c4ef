import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderedBy } from "./ordered-by.ts";

describe("orderedBy", () => {
  it("sorts as sorting does, what stands at one place in its order, and leaves alone what is in order", () => {
    const lists = fc.array(fc.record({ at: fc.nat(6), name: fc.nat() }), { maxLength: 8 });
    fc.assert(
      fc.property(lists, (list) => {
        const sorted = [...list].sort((one, other) => one.at - other.at);
        expect(orderedBy(list, (one) => one.at)).toEqual(sorted);
        expect(orderedBy(sorted, (one) => one.at)).toBe(sorted);
      }),
    );
  });
});
