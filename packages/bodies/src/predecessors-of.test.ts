import { describe, expect, it } from "vitest";
import { divisionByCode } from "./division-by-code.ts";
import { predecessorsOf } from "./predecessors-of.ts";

describe("predecessorsOf", () => {
  it("names what a division took over from: another code, and all parts of a merger or a split", () => {
    expect(predecessorsOf("division-350112")).toEqual(["division-350182"]);
    expect(predecessorsOf("division-330105")).toContain("division-330103");
    expect(predecessorsOf("division-330102")).toContain("division-330104");
    expect(divisionByCode("330104", "2020-01-01")?.county).toBe("江干区");
  });

  it("names the like body in the division before", () => {
    expect(predecessorsOf("division-350112/自然资源局")).toEqual(["division-350182/自然资源局"]);
  });

  it("has none for a division that always was, for a page, and for what nobody knows", () => {
    for (const id of ["division-990102", "page:http://a.example/1", "", "constructor"])
      expect(predecessorsOf(id)).toEqual([]);
  });
});
