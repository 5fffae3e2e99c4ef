import { describe, expect, it } from "vitest";
import { faultCodes } from "./fault-codes.ts";
import { Fault } from "./fault.ts";

describe("a fault", () => {
  it("carries its code's retry behaviour", () => {
    expect(new Fault("E3001").retry).toBe("later");
    expect(new Fault("E4001").retry).toBe("never");
    expect(new Fault("E4008").retry).toBe("now");
  });

  it("carries the cause, the reason and the value that was wrong", () => {
    const cause = new Error("socket hang up");
    const fault = new Fault("E4003", { value: "http://jw.yangzhou.example/", why: "no answer", cause });
    expect(fault).toBeInstanceOf(Error);
    expect(fault.cause).toBe(cause);
    expect(fault.message).toBe("no answer");
    expect(fault.value).toBe("http://jw.yangzhou.example/");
    expect(fault.name).toBe("Fault");
  });

  it("says what its code says where no reason is known, and has neither value nor cause then", () => {
    const fault = new Fault("E5002");
    expect(fault.message).toBe(faultCodes.E5002.en);
    expect(fault.value).toBeNull();
    expect("cause" in fault).toBe(false);
  });
});
