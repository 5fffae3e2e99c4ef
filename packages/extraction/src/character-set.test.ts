import { describe, expect, it } from "vitest";
import { characterSet, hasAny, holds } from "./character-set.ts";

describe("characterSet", () => {
  const numerals = characterSet("一二十百零9");

  it("holds its characters and no others", () => {
    const held = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) => holds(numerals, unit));
    expect(String.fromCharCode(...held)).toBe("9一二十百零");
  });

  it("holds nothing behind the end of a text", () => {
    expect(holds(numerals, "一".charCodeAt(1))).toBe(false);
  });

  it("tells whether a text has one of them", () => {
    expect(hasAny(numerals, "第十轮")).toBe(true);
    expect(hasAny(numerals, "整改情况")).toBe(false);
  });
});
