import type { Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { misquoted, uncovered } from "./coverage.fixture.ts";
import { unresolvedSubject } from "./example-notices.fixture.ts";
import { normalizedView } from "./normalized-view.ts";
import { otherNotices } from "./other-kinds.fixture.ts";
import { readNotice } from "./read-notice.ts";

const header = "来源：清风样例网发布时间：2024-03-27 10:12";
const read = (title: string, body: readonly string[]): Notice =>
  readNotice({ text: [title, header, ...body].join("\n") }, { resolveSubject: unresolvedSubject });

describe("notices of the other kinds", () => {
  it.each(otherNotices)("$title: $kind", ({ title, kind, subject, body }) => {
    const notice = read(title, body);
    expect(notice).toMatchObject({
      kind,
      title: normalizedView(title).text,
      publisher: "清风样例网",
      publishedOn: "2024-03-27",
      findings: [],
      declared: [],
      outcomes: [],
      outline: [],
    });
    expect(notice.subject.name).toBe(subject);
    expect(uncovered(notice)).toBe("");
    expect(misquoted(notice)).toEqual([]);
  });

  it("are at least two of each", () => {
    const kinds = otherNotices.map(({ kind }) => kind);
    for (const kind of ["stationing", "feedback", "mobilization", "investigation", "discipline", "exposure", "other"]) {
      expect(kinds.filter((one) => one === kind).length).toBeGreaterThanOrEqual(2);
    }
  });

  it("tell who inspects where they tell of an inspection", () => {
    const stationing = otherNotices.find(({ kind }) => kind === "stationing");
    expect(read(stationing?.title ?? "", stationing?.body ?? []).inspection).toMatchObject({
      team: "第三巡视组",
      level: "province",
      startedOn: "2023-04-12",
      endedOn: "2023-06-20",
    });
  });
});
