import { describe, expect, it } from "vitest";
import { buildNotice } from "./notice.fixture.ts";
import { composeSeen, kindsIn, onDay, pageOf, versionOf, type Seen } from "./series.fixture.ts";

const notice = versionOf("v1", "division-990103.province.2023-04-09.rectification", buildNotice());
const edited = versionOf(
  "v2",
  notice.noticeId,
  buildNotice({ lead: "区委高度重视，先后召开专题会议7次，制定整改措施88条。各级党组织主动认领，逐项落实。" }),
);
const shown: Seen = { page: "a", day: 1, shows: notice };
const absent = (day: number, absence: "confirmed" | "unconfirmed" = "unconfirmed", page = "a"): Seen => ({
  page,
  day,
  status: 404,
  absence,
});

const presenceOf = (seen: readonly Seen[]) => composeSeen(seen).notices[0]?.presence;

describe("a page that does not answer with its notice any more", () => {
  it("is suspected gone after one absence that nobody confirmed, which is no change", () => {
    const result = composeSeen([shown, absent(3)]);
    expect(result.notices[0]?.presence).toBe("suspected-gone");
    expect(result.notices[0]?.pages).toEqual([
      {
        pageId: pageOf("a"),
        presence: "suspected-gone",
        lastSeenAt: onDay(1, "12:00:00.000"),
        firstAbsentAt: onDay(3),
        movedTo: null,
      },
    ]);
    expect(result.changes).toEqual([]);
  });

  it("is gone after several absences over 14 days, dated by the last sight and the first absence", () => {
    const result = composeSeen([shown, absent(3), absent(10), absent(17)]);
    expect(result.notices[0]?.presence).toBe("gone");
    expect(result.changes).toMatchObject([
      {
        lastSeenBeforeAt: onDay(1, "12:00:00.000"),
        firstSeenAfterAt: onDay(3),
        change: {
          kind: "page-removed",
          after: { value: 404 },
          operations: [{ op: "delete", before: { start: 0, end: buildNotice().text.length }, after: null }],
        },
      },
    ]);
  });

  it.each([
    ["two absences, however far apart", [absent(3), absent(60)]],
    ["several within 13 and a half days", [absent(3), absent(7), absent(12), absent(16)]],
    ["absences with the page in between", [absent(3), absent(10), { ...shown, day: 11 }, absent(17)]],
  ])("is not gone after %s", (_, seen) => {
    expect(kindsIn(composeSeen([shown, ...seen]))).toEqual([]);
    expect(presenceOf([shown, ...seen])).toBe("suspected-gone");
  });

  it("is gone at once where a second fetch said so and the host answered otherwise", () => {
    expect(presenceOf([shown, absent(3, "confirmed")])).toBe("gone");
    expect(presenceOf([shown, absent(3), absent(4, "confirmed")])).toBe("gone");
  });

  it.each([[500], [403], [412], [302], [200]])("says nothing by status %i", (status) => {
    expect(presenceOf([shown, { page: "a", day: 3, status }, { page: "a", day: 30, status }])).toBe("seen");
  });

  it("is back when it answers again, and may go again", () => {
    const back = [shown, absent(3, "confirmed"), { ...shown, day: 9 }];
    expect(kindsIn(composeSeen(back))).toEqual(["page-removed", "page-restored"]);
    expect(presenceOf(back)).toBe("back");
    const again = composeSeen([...back, absent(12, "confirmed")]);
    expect(kindsIn(again)).toEqual(["page-removed", "page-removed", "page-restored"]);
    expect(again.notices[0]?.presence).toBe("gone");
  });

  it("that it was only suspected and came back is no news", () => {
    expect(composeSeen([shown, absent(3), { ...shown, day: 9 }]).changes).toEqual([]);
    expect(presenceOf([shown, absent(3), { ...shown, day: 9 }])).toBe("seen");
  });
});

describe("a notice that is found at another address of the host", () => {
  const moved = [shown, absent(5, "confirmed"), { page: "b", day: 6, shows: notice }];

  it("after its page was gone has moved: one change, and no removal", () => {
    const result = composeSeen(moved);
    expect(kindsIn(result)).toEqual(["page-moved"]);
    expect(result.changes[0]).toMatchObject({
      lastSeenBeforeAt: onDay(1, "12:00:00.000"),
      firstSeenAfterAt: onDay(6),
      change: { before: { text: pageOf("a") }, after: { text: pageOf("b") }, severity: "minor" },
    });
    expect(result.notices[0]).toMatchObject({ presence: "moved", currentVersionId: "v1" });
    expect(result.notices[0]?.pages?.map(({ presence, movedTo }) => [presence, movedTo])).toEqual([
      ["moved", pageOf("b")],
      ["seen", null],
    ]);
  });

  it("whichever was noticed first", () => {
    const result = composeSeen([shown, { page: "b", day: 4, shows: notice }, absent(5, "confirmed")]);
    expect(kindsIn(result)).toEqual(["page-moved"]);
    expect(result.changes[0]?.firstSeenAfterAt).toBe(onDay(5));
  });

  it("may be edited on the way", () => {
    const result = composeSeen([shown, absent(5, "confirmed"), { page: "b", day: 6, shows: edited }]);
    expect(kindsIn(result)).toEqual(["figure-changed", "page-moved"]);
    expect(result.notices[0]?.currentVersionId).toBe("v2");
  });

  it.each([
    ["another host", { page: "http://mirror.example/b", day: 6, shows: notice }],
    ["its own twin", { page: "a_ext", day: 6, shows: notice }],
    ["a page that showed it all along", { page: "b", day: 1, shows: notice }],
  ])("has not moved to %s", (_, other) => {
    const again = { ...other, day: 8 };
    expect(kindsIn(composeSeen([shown, other, absent(5, "confirmed"), again]))).toEqual(["page-removed"]);
  });

  it("has not moved while its page is only suspected gone", () => {
    expect(kindsIn(composeSeen([shown, absent(5), { page: "b", day: 6, shows: notice }]))).toEqual([]);
  });
});
