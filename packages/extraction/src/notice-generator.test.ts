import type { Notice } from "@zhenggai/notice";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { misquoted, spansOutside, uncovered } from "./coverage.fixture.ts";
import { unresolvedSubject } from "./example-notices.fixture.ts";
import { normalizedView } from "./normalized-view.ts";
import { generatedNotices, type Truth } from "./notice-generator.fixture.ts";
import { readNotice } from "./read-notice.ts";

const read = (text: string): Notice => readNotice({ text }, { resolveSubject: unresolvedSubject });

/** What was read, in the terms of what the generator knows. */
function readTruth({ outline, findings }: Notice): Truth {
  return {
    outline: outline.map(({ span, level, numbering }) => ({ start: span.start, level, numbering })),
    findings: findings.map(({ title, groups, status, measures }) => ({
      title,
      groups,
      status,
      measures: measures.map(({ text }) => normalizedView(text).text),
    })),
  };
}

const timeoutMs = 60_000;

describe("a notice assembled at random", () => {
  it(
    "is read as it was assembled: headings with their depth, findings, groups, status, measures",
    { timeout: timeoutMs },
    () => {
      fc.assert(
        fc.property(generatedNotices, ({ text, truth }) => {
          expect(readTruth(read(text))).toEqual(truth);
        }),
        { numRuns: 400 },
      );
    },
  );

  it("is read without loss, and no heading of it is left over", { timeout: timeoutMs }, () => {
    fc.assert(
      fc.property(generatedNotices, ({ text }) => {
        const notice = read(text);
        expect([uncovered(notice), misquoted(notice), spansOutside(notice)]).toEqual(["", [], 0]);
        expect(notice.issues.filter(({ code }) => code === "unread-heading")).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
