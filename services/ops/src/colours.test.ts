import { describe, expect, it } from "vitest";
import { colours, wantsColour } from "./colours.ts";

describe("colours", () => {
  it("are wanted on a terminal, unless NO_COLOR says anything", () => {
    expect(wantsColour(true, {})).toBe(true);
    expect(wantsColour(true, { NO_COLOR: "" })).toBe(true);
    expect(wantsColour(true, { NO_COLOR: "1" })).toBe(false);
    expect(wantsColour(false, {})).toBe(false);
  });

  it("wrap the text and end with it, or are none", () => {
    expect(colours(true).bold("通报")).toBe("\u001B[1m通报\u001B[0m");
    expect(colours(false).bold("通报")).toBe("通报");
  });
});
