import { describe, expect, it } from "vitest";
import { faultCodes } from "./fault-codes.ts";
import { siteFaultCodes } from "./site-fault-codes.ts";

const entries = Object.entries(faultCodes);

/** Exit codes by first digit; an earlier step that is not done (E5004) is our own affair. */
const exitCodes: Readonly<Record<string, readonly number[]>> = { 1: [1], 2: [2], 3: [3], 4: [4], 5: [5, 1] };

describe("the registry of fault codes", () => {
  it.each(entries)("%s is one of E1 to E5 with three digits, and exits as its class does", (code, { exitCode }) => {
    expect(code).toMatch(/^E[1-5]\d{3}$/);
    expect(exitCodes[code.charAt(1)]).toContain(exitCode);
  });

  it.each(entries)("%s says in Chinese and English what failed and what fixes it", (_code, { zh, en, fix }) => {
    expect(zh).toMatch(/[\u4E00-\u9FFF]/);
    expect(en).toMatch(/^[\u0020-\u007E]+$/);
    expect(fix.zh).not.toBe("");
    expect(fix.en).toMatch(/^[\u0020-\u007E≥]+$/);
  });

  it("gives no two codes the same words: a person could not tell them apart", () => {
    expect(new Set(entries.map(([, { zh }]) => zh)).size).toBe(entries.length);
    expect(new Set(entries.map(([, { en }]) => en)).size).toBe(entries.length);
  });

  it("holds E4 and E5 exactly as the part about sites does, so that no code of either part hides another", () => {
    const ofSites = entries.filter(([code]) => /^E[45]/.test(code));
    expect(Object.fromEntries(ofSites)).toEqual(siteFaultCodes);
    expect(Object.keys(siteFaultCodes).every((code) => /^E[45]/.test(code))).toBe(true);
  });

  it("retries what may mend itself, and never what only a person can mend", () => {
    const retried = entries.filter(([, { retry }]) => retry !== "never").map(([code]) => code);
    expect(retried).toEqual(expect.arrayContaining(["E3001", "E3002", "E4002", "E4003", "E4008", "E5004"]));
    expect(retried.filter((code) => code.startsWith("E2"))).toEqual([]);
    expect(retried).not.toContain("E4001");
  });
});
