import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printedHan } from "./chinese-number.fixture.ts";
import { hanNumeral, hanValue, hanYear, numberValue } from "./chinese-number.ts";

describe("numberValue", () => {
  it.each([
    ["十二", 12],
    ["二十", 20],
    ["廿三", 23],
    ["卅", 30],
    ["三十七", 37],
    ["一百零五", 105],
    ["一百五", 150],
    ["一百九十七", 197],
    ["两千", 2000],
    ["三千二", 3200],
    ["三千两百一十", 3210],
    ["两万五", 25_000],
    ["三百二十万", 3_200_000],
    ["一亿零五百万", 105_000_000],
    ["二〇五", 205],
    ["三点五", 3.5],
    ["零", 0],
    ["1,287.6", 1287.6],
    ["0", 0],
  ])("reads %s as %d", (printed, value) => expect(numberValue(printed)).toBe(value));

  it.each(["", "区", "三四", "十百", "百千", "一万万", "二亿三亿", "五十十"])("reads nothing in %j", (printed) => {
    expect(numberValue(printed)).toBeNull();
  });

  it("is the inverse of the numerals of enumerations", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), (value) => {
        expect(hanValue(hanNumeral(value))).toBe(value);
      }),
    );
  });

  it("is the inverse of printing, in Chinese numerals, with commas and with decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), (value, cents) => {
        expect(numberValue(printedHan(value))).toBe(value);
        expect(numberValue(value.toLocaleString("en-US"))).toBe(value);
        expect(numberValue(`${value}.${cents}`)).toBe(Number(`${value}.${cents}`));
      }),
    );
  });
});

it("reads a year digit by digit", () => expect(hanYear("二〇二三")).toBe(2023));
