import { describe, expect, it } from "vitest";
import { everyMatch } from "./every-match.ts";

describe("everyMatch", () => {
  it.each([
    { pattern: /\d+/g, text: "立案3件，处分12人" },
    { pattern: /\d*/g, text: "立案3件" },
    { pattern: /(?<=件)|$/g, text: "3件4件" },
    { pattern: /元/g, text: "立案3件" },
    { pattern: /人/g, text: "" },
  ])("finds what matchAll does: $pattern in $text", ({ pattern, text }) => {
    const found = Array.from(everyMatch(pattern, text), (match) => [match.index, ...match]);
    expect(found).toEqual(Array.from(text.matchAll(pattern), (match) => [match.index, ...match]));
    expect(everyMatch(pattern, text)).toHaveLength(found.length);
  });
});
