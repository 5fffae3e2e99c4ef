import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hanNumeral, hanValue, numberValue } from "./chinese-number.ts";

describe("numberValue", () => {
  it.each([
    ["十二", 12],
    ["二十", 20],
    ["一百零五", 105],
    ["三千两百一十", 3210],
    ["零", 0],
    ["1,287.6", 1287.6],
    ["0", 0],
  ])("reads %s as %d", (printed, value) => expect(numberValue(printed)).toBe(value));

  it("is the inverse of the numerals of enumerations", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), (value) => {
        expect(hanValue(hanNumeral(value))).toBe(value);
      }),
    );
  });

  it.each(["", "区"])("reads nothing in %j", (printed) => expect(numberValue(printed)).toBeNull());
});
