import { describe, expect, it } from "vitest";
import { withFullStops } from "./full-stops.ts";

describe("withFullStops", () => {
  it("reads a stop behind Han as the end of a sentence, not that behind a number", () => {
    const text = "一.整改情况\n(一).已清账.现将情况通报:\n1.追回3.5万元.2.补公示(见附件).";
    expect(withFullStops(text)).toBe("一.整改情况\n(一).已清账。现将情况通报:\n1.追回3.5万元。2.补公示(见附件)。");
  });

  it("leaves a text that knows the full stop", () => {
    expect(withFullStops("已清账。附表.见后")).toBe("已清账。附表.见后");
  });
});
