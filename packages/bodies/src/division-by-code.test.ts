import { describe, expect, it } from "vitest";
import { divisionByCode } from "./division-by-code.ts";

describe("divisionByCode", () => {
  it("gives the names that a code had on a date", () => {
    expect(divisionByCode("420607", "2009-06-01")).toEqual({
      code: "420607",
      province: "湖北省",
      city: "襄樊市",
      county: "襄阳区",
    });
    expect(divisionByCode("420607", "2012-06-01")).toEqual({
      code: "420607",
      province: "湖北省",
      city: "襄阳市",
      county: "襄州区",
    });
  });

  it("gives the latest names where the date is unknown, also of a code that ended", () => {
    expect(divisionByCode("420607", null)?.county).toBe("襄州区");
    expect(divisionByCode("330103", null)?.county).toBe("下城区");
  });

  it("knows no code before it began, after it ended, or that never was", () => {
    expect(divisionByCode("350112", "2010-01-01")).toBeNull();
    expect(divisionByCode("330103", "2024-01-01")).toBeNull();
    expect(divisionByCode("123456", null)).toBeNull();
    expect(divisionByCode("constructor", null)).toBeNull();
  });

  it("gives provinces, cities and the sample's divisions", () => {
    expect(divisionByCode("500000", null)).toEqual({ code: "500000", province: "重庆市", city: null, county: null });
    expect(divisionByCode("220200", null)).toEqual({
      code: "220200",
      province: "吉林省",
      city: "吉林市",
      county: null,
    });
    expect(divisionByCode("990281", null)?.county).toBe("石芷市");
  });
});
