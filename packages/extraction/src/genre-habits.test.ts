import { describe, expect, it } from "vitest";
import type { Notice } from "@zhenggai/notice";
import { misquoted, uncovered } from "./coverage.fixture.ts";
import { unresolvedSubject } from "./example-notices.fixture.ts";
import { unusualGenreNotices } from "./genre-notices-unusual.fixture.ts";
import { numberedGenreNotices } from "./genre-notices.fixture.ts";
import { readNotice } from "./read-notice.ts";

const read = (lines: readonly string[]): Notice =>
  readNotice({ text: lines.join("\n") }, { resolveSubject: unresolvedSubject });

function summary({ findings }: Notice): readonly string[] {
  return findings.map(({ numbering, title, groups, status, measures }) =>
    [numbering, title, groups.join("/"), status ?? "", measures.length].join("|"),
  );
}

describe("habits of other offices", () => {
  it.each([...numberedGenreNotices, ...unusualGenreNotices])("$habit", ({ lines, findings }) => {
    const notice = read(lines);
    expect(notice.kind).toBe("rectification");
    expect(summary(notice)).toEqual(findings);
    expect(uncovered(notice)).toBe("");
    expect(misquoted(notice)).toEqual([]);
    expect(notice.issues.filter(({ code }) => code === "unread-heading")).toEqual([]);
  });
});
