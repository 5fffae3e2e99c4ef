import { Fault } from "@zhenggai/notice";
import { expect, test } from "vitest";
import { checkJob } from "./check-job.ts";

const faultOf = (work: () => unknown): Fault | null => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Fault ? error : null;
  }
};

const codeOf = (work: () => unknown): string | undefined => faultOf(work)?.code;

test("a job of the catalog passes", () => {
  expect(checkJob("extract", { captureId: "云汀区:1" })).toEqual({ captureId: "云汀区:1" });
});

test.each([
  ["a field too many", { captureId: "c1", html: "<p>" }],
  ["no field", {}],
  ["an empty id", { captureId: "" }],
  ["a number for an id", { captureId: 7 }],
  ["null", null],
  ["nothing", undefined],
  ["text", "c1"],
  ["a value that JSON can't hold", { captureId: 7n }],
])("a job with %s is E1003", (_, payload) => {
  expect(codeOf(() => checkJob("extract", payload))).toBe("E1003");
});

test("a job larger than 1 KB is E1002, counted in bytes as it travels", () => {
  expect(codeOf(() => checkJob("extract", { captureId: "整".repeat(340) }))).toBe("E1002");
  expect(codeOf(() => checkJob("extract", { captureId: "\u0001".repeat(200) }))).toBe("E1002");
  expect(checkJob("extract", { captureId: "整".repeat(300) }).captureId).toHaveLength(300);
});

test("an id has 900 characters at most, which is E1003 though it would fit", () => {
  expect(checkJob("compare", { seriesId: "a".repeat(900) }).seriesId).toHaveLength(900);
  expect(codeOf(() => checkJob("compare", { seriesId: "a".repeat(901) }))).toBe("E1003");
});

test("a fault's value quotes at most a few hundred characters of a malformed job", () => {
  const fields = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`field${at}`, at]));
  const { length } = faultOf(() => checkJob("extract", fields))?.value ?? "";
  expect(length).toBeGreaterThan(10);
  expect(length).toBeLessThanOrEqual(300);
});
