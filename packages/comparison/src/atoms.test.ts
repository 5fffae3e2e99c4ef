import { describe, expect, it } from "vitest";
import { readDocuments } from "./atoms.ts";

describe("readDocuments", () => {
  it("gives the outermost titles in order, whichever marks they stand between", () => {
    const text = "依据〈甲〉修订《乙〈丙〉办法》，另见《丁》和〈戊〉。";
    expect(readDocuments(text).map((title) => title.text)).toEqual(["甲", "乙〈丙〉办法", "丁", "戊"]);
    expect(readDocuments(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "〈甲〉",
      "《乙〈丙〉办法》",
      "《丁》",
      "〈戊〉",
    ]);
  });

  it("takes nothing for a title that never closes, and reads on behind its opening mark", () => {
    expect(readDocuments("《甲").map((title) => title.text)).toEqual([]);
    expect(readDocuments(`《${"长".repeat(200)}《乙》`).map((title) => title.text)).toEqual(["乙"]);
  });
});
