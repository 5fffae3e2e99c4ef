import * as fc from "fast-check";
import { expect, test } from "vitest";
import { jobNames } from "./job-catalog.ts";
import { jobId } from "./job-id.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 300 }),
  fc.stringMatching(/^[\w.~:-]{1,100}$/u),
  fc.constantFrom("云汀区:1", "~", "a~b", "12", ":", "\ud800", "__proto__"),
);

test("an id says which job it is where the payload's id is plain, and is a digest where it is not", () => {
  expect(jobId("extract", { captureId: "c-17" })).toBe("extract-c-17");
  expect(jobId("extract", { captureId: "云汀区:1" })).toMatch(/^extract~[\w-]{43}$/u);
  expect(jobId("extract", { captureId: "c".repeat(200) })).toMatch(/^extract~[\w-]{43}$/u);
});

test("an id is one that BullMQ accepts, and short, whatever the payload holds", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const id = jobId("crawl", { runId: text });
      expect(id).not.toContain(":");
      expect(id).not.toMatch(/^\d+$/u);
      expect(id).toMatch(/^[\w.~-]{1,100}$/u);
      expect(jobId("crawl", { runId: text })).toBe(id);
    }),
  );
});

test("distinct payloads have distinct ids", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyText, { minLength: 2, maxLength: 20 }), (texts) => {
      expect(new Set(texts.map((captureId) => jobId("extract", { captureId }))).size).toBe(texts.length);
    }),
  );
});

test("the digest of one payload is not the plain id of another", () => {
  const digested = jobId("extract", { captureId: "望麓区" });
  const spoof = digested.slice("extract~".length);
  expect(jobId("extract", { captureId: spoof })).not.toBe(digested);
  expect(jobId("extract", { captureId: `~${spoof}` })).not.toBe(digested);
});

test("jobs of different names have different ids", () => {
  const ids = [
    jobId("crawl", { runId: "x" }),
    jobId("extract", { captureId: "x" }),
    jobId("compare", { seriesId: "x" }),
    jobId("notify", { changeId: "x" }),
  ];
  expect(new Set(ids).size).toBe(jobNames.length);
});
