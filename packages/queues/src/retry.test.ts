import { Fault, faultCodes, type FaultCode } from "@zhenggai/notice";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { retryDecision } from "./retry.ts";

const limits = { timeoutMs: 1_000, attempts: 4, backoffMs: 500 };
const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(faultCodes, code);
const codes = Object.keys(faultCodes).filter(isFaultCode);
const waits = codes.filter((code) => code.startsWith("E3") || code === "E4008" || code === "E5004");
const attempts = fc.record({ number: fc.integer({ min: 1, max: 50 }), starts: fc.integer({ min: 1, max: 5_000 }) });

describe("what becomes of a job whose handler failed", () => {
  test.each(waits)("%s: again, however often, and no attempt is burned", (code) => {
    fc.assert(
      fc.property(attempts, (attempt) => {
        const decision = retryDecision(new Fault(code), attempt, limits);
        expect(decision).toMatchObject({ action: "again", burnsAttempt: false });
      }),
    );
  });

  test.each(codes.filter((code) => !waits.includes(code) && faultCodes[code].retry === "never"))(
    "%s says never: given up at the first attempt",
    (code) => {
      const fault = new Fault(code);
      expect(retryDecision(fault, { number: 1, starts: 1 }, limits)).toEqual({ action: "give-up", fault });
    },
  );

  test("later: waits double from the first backoff, and the last attempt is the last", () => {
    const delays = [1, 2, 3].map((number) => retryDecision(new Fault("E4002"), { number, starts: number }, limits));
    expect(delays).toEqual([
      { action: "again", delayMs: 500, burnsAttempt: true },
      { action: "again", delayMs: 1_000, burnsAttempt: true },
      { action: "again", delayMs: 2_000, burnsAttempt: true },
    ]);
    const fault = new Fault("E4002");
    expect(retryDecision(fault, { number: 4, starts: 4 }, limits)).toEqual({ action: "give-up", fault });
  });

  test("an error that is no fault counts as E1001, keeps its message and its cause", () => {
    const bug = new TypeError("undefined is not a notice");
    const decision = retryDecision(bug, { number: 4, starts: 4 }, limits);
    expect(decision).toMatchObject({ action: "give-up", fault: { code: "E1001", message: bug.message, cause: bug } });
    expect(retryDecision("text", { number: 1, starts: 1 }, limits)).toMatchObject({ action: "again", delayMs: 500 });
  });

  test("no wait is negative, endless or longer than a quarter of an hour", () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), attempts, (code, attempt) => {
        const decision = retryDecision(new Fault(code), attempt, { ...limits, attempts: 100 });
        const delayMs = decision.action === "again" ? decision.delayMs : 0;
        expect(delayMs).toBeGreaterThanOrEqual(0);
        expect(delayMs).toBeLessThanOrEqual(15 * 60_000);
      }),
    );
  });
});
