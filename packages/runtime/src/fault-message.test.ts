import { Fault, faultCodes } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { asFault, exitCodeOf, faultMessage } from "./fault-message.ts";

const quiet = { verbose: false };
const verbose = { verbose: true };

describe("asFault", () => {
  it("leaves a fault as it is", () => {
    const fault = new Fault("E4001");
    expect(asFault(fault)).toBe(fault);
  });

  it("takes anything else for E1001 and keeps it as the cause", () => {
    const error = new TypeError("x is not a function");
    expect(asFault(error)).toMatchObject({ code: "E1001", message: "x is not a function", cause: error });
    expect(asFault("boom")).toMatchObject({ code: "E1001", message: "boom", cause: "boom" });
    expect(asFault(undefined)).toMatchObject({ code: "E1001", message: "undefined" });
  });

  it("names the kind of an error without words, as several refused connections give", () => {
    expect(asFault(new AggregateError([new Error("a")])).message).toBe("AggregateError");
  });

  it("hides a password in the words of somebody else's error", () => {
    expect(asFault(new Error("redis://u:secret@h refused")).message).toBe("redis://***@h refused");
  });
});

describe("faultMessage", () => {
  it("says code, what failed, the value, why, and what fixes it; Chinese first", () => {
    const fault = new Fault("E3001", { value: "mongodb://u:secret@h:27017", why: "no answer from redis://u:secret@h" });
    expect(faultMessage(fault, quiet).split("\n")).toEqual([
      "E3001 连不上 MongoDB / can't reach MongoDB",
      "  值 value: mongodb://***@h:27017",
      "  原因 why: no answer from redis://***@h",
      `  解决 fix: ${faultCodes.E3001.fix.zh} / ${faultCodes.E3001.fix.en}`,
    ]);
  });

  it("says nothing twice: no value, no reason, one fix where both languages have the same", () => {
    expect(faultMessage(new Fault("E2001"), quiet).split("\n")).toEqual([
      "E2001 命令用法不对 / wrong usage of the command",
      "  解决 fix: zhenggai --help",
    ]);
  });

  it("shows no stack, unless verbose", () => {
    const fault = asFault(new Error("boom"));
    expect(faultMessage(fault, quiet)).not.toMatch(/\n\s+at /);
    expect(faultMessage(fault, verbose)).toMatch(/\n\s+at .*fault-message\.test\.ts/);
  });

  it("when verbose, follows the chain of causes to its end, errors or not, without their passwords", () => {
    const root = new Error("read ECONNRESET", { cause: "the cable, redis://u:secret@h" });
    const fault = new Fault("E3002", { cause: new Error("lost redis://u:secret@h", { cause: root }) });
    const message = faultMessage(fault, verbose);
    expect(message).toMatch(
      /caused by: Error: lost redis[^]*caused by: Error: read ECONNRESET[^]*caused by: the cable/,
    );
    expect(message).not.toContain("secret");
    expect(faultMessage(fault, quiet)).not.toContain("ECONNRESET");
  });

  it("survives a cause that is its own cause", () => {
    const error = new Error("a snake");
    error.cause = error;
    expect(faultMessage(asFault(error), verbose)).toContain("a snake");
  });

  it.each([
    ["of many lines", Array.from({ length: 300 }, (_, line) => `path ${line}: expected string`).join("\n")],
    ["of one long line", "x".repeat(20_000)],
  ])("keeps a complaint %s to one screen, unless verbose", (_name, why) => {
    const fault = new Fault("E1001", { value: why, why });
    const message = faultMessage(fault, quiet);
    expect(message.split("\n").length).toBeLessThanOrEqual(24);
    expect(message.length).toBeLessThan(2_000);
    expect(message).toContain("--verbose");
    expect(message).toContain("解决 fix:");
    expect(faultMessage(fault, verbose)).toContain(why);
  });
});

describe("exitCodeOf", () => {
  it("is the code's class: 1 unexpected, 2 usage, 3 dependency, 4 partial, 5 quality", () => {
    expect((["E1001", "E2001", "E3002", "E4009", "E5001"] as const).map((code) => exitCodeOf(new Fault(code)))).toEqual(
      [1, 2, 3, 4, 5],
    );
  });
});
