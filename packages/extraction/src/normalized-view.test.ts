import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds } from "./character-set.ts";
import { exchangedUnits, normalizedView, unchangedUnits } from "./normalized-view.ts";

const printed = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "，",
      "（",
      "）",
      "：",
      "；",
      "\u3000",
      "\u00a0",
      "①",
      "⑳",
      "㈠",
      "…",
      "㎡",
      "\r\n",
      "\t",
      "\u200b",
      "一",
      "区",
      "1",
    ),
    fc.constantFrom("e\u0301", "\u0301", "ﬀ", "ﷺ", "㍿", "𝟙", "が", "\n"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 2 }),
  ),
});

describe("normalizedView", () => {
  it("reads full-width punctuation, indents and NBSP as their half-width forms", () => {
    expect(normalizedView("\u3000\u3000（一）整改，\u00a01．是：").text).toBe("  (一)整改, 1.是:");
  });

  it("tells units that NFKC leaves alone from those that it exchanges for one other", () => {
    const units = Array.from({ length: 0x1_00_00 }, (_, unit) => String.fromCharCode(unit));
    const unchanged = units.filter((unit) => holds(unchangedUnits, unit.charCodeAt(0)));
    const exchanged = units.filter((unit) => holds(exchangedUnits, unit.charCodeAt(0)));
    expect(unchanged.filter((unit) => unit.normalize("NFKC") !== unit)).toEqual([]);
    expect(exchanged.filter((unit) => unit.normalize("NFKC") === unit || unit.normalize("NFKC").length > 1)).toEqual(
      [],
    );
    expect([unchanged.length, exchanged.length]).toEqual([21_144, 97]);
  });

  it("keeps circled numbers, which NFKC would turn into bare digits", () => {
    expect(normalizedView("①建章立制").text).toBe("①建章立制");
  });

  it("drops invisible characters and carriage returns without losing places", () => {
    const view = normalizedView("\ufeff云\u200b汀\r\n区");
    expect(view.text).toBe("云汀\n区");
    expect(view.quote(0, 2)).toBe("云\u200b汀");
    expect(view.span(3, 4)).toEqual({ start: 6, end: 7 });
  });

  it("maps a character that expands to the one that was printed", () => {
    const view = normalizedView("面积5㎡。");
    expect(view.text).toBe("面积5m2。");
    expect(view.quote(3, 5)).toBe("㎡");
  });

  it("leads every character of the view back to characters that print it", () => {
    fc.assert(
      fc.property(printed, (raw) => {
        const view = normalizedView(raw);
        for (let at = 0; at < view.text.length; at += 1) {
          const { start, end } = view.span(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(raw.length);
          expect(normalizedView(raw.slice(start, end)).text).toContain(view.text.charAt(at));
        }
      }),
    );
  });

  it("keeps the order of places", () => {
    fc.assert(
      fc.property(printed, (raw) => {
        const view = normalizedView(raw);
        let before = 0;
        for (let at = 0; at < view.text.length; at += 1) {
          const { start, end } = view.span(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThanOrEqual(start);
          before = start;
        }
        expect(view.span(0, view.text.length).end).toBeLessThanOrEqual(raw.length);
      }),
    );
  });
});
