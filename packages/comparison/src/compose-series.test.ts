import * as fc from "fast-check";
import {
  storedChangeSchema,
  storedNoticeSchema,
  type Notice,
  type StoredCapture,
  type StoredVersion,
} from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { composeSeries } from "./compose-series.ts";
import { buildNotice, withMeasure } from "./notice.fixture.ts";
import type { Rank } from "./series-sightings.ts";

const seriesId = "division-999102.rectification";
const sha = "a".repeat(64);

const older = buildNotice({
  title: "中共望麓区委关于巡视整改情况的通报",
  started: ["2019-09-16", "2019年9月16日"],
  ended: ["2019-11-29", "11月29日"],
  feedback: ["2020-01-09", "2020年1月9日"],
});
const newer = buildNotice();
const edited = buildNotice({ findings: withMeasure(1, 0, "组织镇村干部集中培训，逐村补齐公开栏，处理失职人员16人。") });
const reposted = buildNotice({ boilerplate: "本站转载内容仅供查阅，如有疑问请联系我们。" });

const version = (id: string, noticeId: string, reading: Notice, extractor = 1): StoredVersion => ({
  _id: id,
  noticeId,
  seriesId,
  digest: id,
  extractor,
  reading,
});

const versions: readonly StoredVersion[] = [
  version("v-older", "n-2019", older),
  version("v-newer", "n-2023", newer),
  version("v-edited", "n-2023", edited),
  version("v-repost", "n-2023", reposted),
];

type Given = {
  page: string;
  at: number;
  shows?: string;
  status?: number;
  source?: string;
  blob?: string | null;
  absence?: "confirmed" | "unconfirmed";
};

function readingOf(shows: string | undefined, otherwise: "absent" | "quarantined"): StoredCapture["reading"] {
  const known = versions.find((one) => one._id === shows);
  const none = { versionId: null, seriesId: null, noticeId: null };
  const ids = known === undefined ? none : { versionId: known._id, seriesId, noticeId: known.noticeId };
  return { extractor: 1, outcome: known === undefined ? otherwise : "version", ...ids, fault: null };
}

/** A capture on a day of January 2025, seen for half a day. */
function capture({ page, at, shows, status = 200, source = "official", blob = sha, absence }: Given): StoredCapture {
  const day = String(at).padStart(2, "0");
  const isAbsent = status === 404 || status === 410;
  return {
    _id: `${page}#${at}`,
    pageId: page,
    sequence: at,
    blobId: blob,
    status,
    headers: {},
    redirects: [],
    finalUrl: page,
    sourceId: source,
    firstSeenAt: `2025-01-${day}T00:00:00.000Z`,
    lastSeenAt: `2025-01-${day}T12:00:00.000Z`,
    reading: readingOf(shows, isAbsent ? "absent" : "quarantined"),
    ...(isAbsent ? { absence: absence ?? "confirmed" } : {}),
    readingRev: 1,
    pendingSeries: [],
  };
}

const ranks: Record<string, Rank> = { official: "official", mirror: "mirror", repost: "repost" };
const rankOf = (sourceId: string): Rank => ranks[sourceId] ?? "repost";
const compose = (captures: readonly StoredCapture[], known: readonly StoredVersion[] = versions) =>
  composeSeries({ seriesId, captures, versions: known, rankOf });
const kinds = (result: ReturnType<typeof compose>) => result.changes.map((one) => one.change.kind).sort();

describe("composeSeries", () => {
  it("a page seen twice with one version is one notice without changes", () => {
    const result = compose([
      capture({ page: "p", at: 1, shows: "v-newer" }),
      capture({ page: "p", at: 2, shows: "v-newer" }),
    ]);
    expect(result.changes).toEqual([]);
    expect(result.notices).toHaveLength(1);
    expect(result.notices[0]).toMatchObject({
      _id: "n-2023",
      presence: "seen",
      versionIds: ["v-newer"],
      precededBy: null,
    });
    expect(result.notices[0]?.sightings).toHaveLength(2);
  });

  it("a silent edit is a change between the two versions, dated by an interval", () => {
    const result = compose([
      capture({ page: "p", at: 1, shows: "v-newer", blob: "b".repeat(64) }),
      capture({ page: "p", at: 5, shows: "v-edited" }),
    ]);
    expect(kinds(result)).toEqual(["figure-changed"]);
    expect(result.changes[0]).toMatchObject({
      versionIds: { before: "v-newer", after: "v-edited" },
      noticeIds: { before: "n-2023", after: "n-2023" },
      lastSeenBeforeAt: "2025-01-01T12:00:00.000Z",
      firstSeenAfterAt: "2025-01-05T00:00:00.000Z",
      change: { origin: "site" },
    });
    expect(result.notices[0]).toMatchObject({ currentVersionId: "v-edited", versionIds: ["v-newer", "v-edited"] });
  });

  it("an edit that is taken back is two changes, and made again it is a third", () => {
    const shown = ["v-newer", "v-edited", "v-newer", "v-edited"];
    const captures = shown.map((shows, at) => capture({ page: "p", at: at + 1, shows, blob: null }));
    expect(kinds(compose(captures.slice(0, 3)))).toEqual(["figure-changed", "figure-changed"]);
    const all = compose(captures);
    expect(kinds(all)).toHaveLength(3);
    expect(new Set(all.changes.map((one) => one._id)).size).toBe(3);
  });

  it("twins and reposts are sightings of one notice: their differences are no edits, the official page leads", () => {
    const result = compose([
      capture({ page: "a-repost", at: 1, shows: "v-repost", source: "repost" }),
      capture({ page: "p", at: 3, shows: "v-newer" }),
      capture({ page: "p_ext", at: 4, shows: "v-newer" }),
    ]);
    expect(result.changes).toEqual([]);
    expect(result.notices).toHaveLength(1);
    expect(result.notices[0]).toMatchObject({ currentVersionId: "v-newer", versionIds: ["v-newer", "v-repost"] });
    expect(result.notices[0]?.sightings.map((one) => one.rank)).toEqual(["repost", "official", "official"]);
  });

  it("the same edit on a page and its twin is one change, dated by the leading page", () => {
    const result = compose([
      capture({ page: "p", at: 1, shows: "v-newer", blob: null }),
      capture({ page: "p", at: 6, shows: "v-edited", blob: null }),
      capture({ page: "twin", at: 2, shows: "v-newer", blob: null }),
      capture({ page: "twin", at: 4, shows: "v-edited", blob: null }),
    ]);
    expect(kinds(result)).toEqual(["figure-changed"]);
    expect(result.changes[0]?.firstSeenAfterAt).toBe("2025-01-06T00:00:00.000Z");
  });

  it("a 404 on the leading page is page-removed, content again page-restored", () => {
    const captures = [
      capture({ page: "p", at: 1, shows: "v-newer" }),
      capture({ page: "p", at: 2, status: 404 }),
      capture({ page: "p", at: 3, status: 410 }),
      capture({ page: "p", at: 4, shows: "v-newer" }),
    ];
    const gone = compose(captures.slice(0, 3));
    expect(kinds(gone)).toEqual(["page-removed"]);
    expect(gone.notices[0]?.presence).toBe("gone");
    expect(gone.changes[0]).toMatchObject({
      lastSeenBeforeAt: "2025-01-01T12:00:00.000Z",
      firstSeenAfterAt: "2025-01-02T00:00:00.000Z",
      change: { severity: "substantive", after: { value: 404 } },
    });
    const back = compose(captures);
    expect(kinds(back)).toEqual(["page-removed", "page-restored"]);
    expect(back.notices[0]?.presence).toBe("back");
  });

  it("a 404 of a copy, a server error and a page never seen are no removals", () => {
    const result = compose([
      capture({ page: "p", at: 1, shows: "v-newer" }),
      capture({ page: "p", at: 2, status: 503 }),
      capture({ page: "copy", at: 1, shows: "v-newer", source: "repost" }),
      capture({ page: "copy", at: 2, status: 404, source: "repost" }),
      capture({ page: "other", at: 1, status: 404 }),
    ]);
    expect(result.changes).toEqual([]);
    expect(result.notices[0]?.presence).toBe("seen");
  });

  it("successive notices are linked by cycle whatever arrived first, and compared", () => {
    const result = compose([
      capture({ page: "p-2023", at: 1, shows: "v-newer" }),
      capture({ page: "p-2019", at: 9, shows: "v-older" }),
    ]);
    expect(result.notices.map((one) => [one._id, one.precededBy, one.succeededBy])).toEqual([
      ["n-2019", null, "n-2023"],
      ["n-2023", "n-2019", null],
    ]);
    expect(kinds(result)).toEqual([
      "finding-repeated",
      "finding-repeated",
      "finding-repeated",
      "inspection-gap",
      "notice-succeeded",
    ]);
    for (const { noticeIds } of result.changes) expect(noticeIds).toEqual({ before: "n-2019", after: "n-2023" });
  });

  it("a silent edit of the newer notice keeps the ids of what came back", () => {
    const captures = [
      capture({ page: "p-2019", at: 1, shows: "v-older" }),
      capture({ page: "p-2023", at: 2, shows: "v-newer", blob: null }),
    ];
    const ids = (result: ReturnType<typeof compose>) => new Set(result.changes.map((one) => one._id));
    const before = ids(compose(captures));
    const after = ids(compose([...captures, capture({ page: "p-2023", at: 3, shows: "v-edited", blob: null })]));
    expect([...before].filter((id) => !after.has(id))).toEqual([]);
    expect(after.size).toBe(before.size + 1);
  });

  it("an edited inspection date is an edit of the notice, not a successor, though its cycle is another", () => {
    const moved = buildNotice({ started: ["2023-04-10", "2023年4月10日"] });
    const known = [version("v-newer", "n-2023", newer), version("v-moved", "n-2023b", moved)];
    const first = capture({ page: "p", at: 1, shows: "v-newer", blob: null });
    const second = capture({ page: "p", at: 2, shows: "v-newer", blob: null });
    const shown = [first, { ...second, reading: second.reading && { ...second.reading, versionId: "v-moved" } }];
    const result = compose(shown, known);
    expect(kinds(result)).toEqual(["date-changed"]);
    expect(result.notices.map((one) => one.precededBy)).toEqual([null, null]);
  });

  it("readings of different extractors are not compared, and other bytes are needed for a change of the site", () => {
    const captures = [
      capture({ page: "p", at: 1, shows: "v-newer" }),
      capture({ page: "p", at: 2, shows: "v-edited" }),
    ];
    expect(compose(captures).changes.map((one) => one.change.origin)).toEqual(["re-extraction"]);
    const half = [version("v-newer", "n-2023", newer), version("v-edited", "n-2023", edited, 2)];
    expect(compose(captures, half).changes).toEqual([]);
  });

  it("gives documents that the store's schemas accept", () => {
    const result = compose([
      capture({ page: "p-2019", at: 1, shows: "v-older" }),
      capture({ page: "p-2023", at: 2, shows: "v-newer" }),
      capture({ page: "p-2023", at: 3, status: 404 }),
    ]);
    for (const one of result.notices)
      expect(storedNoticeSchema.safeParse({ ...one, seriesRev: 1 }).error).toBeUndefined();
    const rest = { seriesRev: 1, state: "current", deliveries: {} };
    for (const one of result.changes) expect(storedChangeSchema.safeParse({ ...one, ...rest }).error).toBeUndefined();
  });

  it(
    "is a function of the set: any order and repetition of captures and versions gives the same",
    { timeout: 60_000 },
    () => {
      const one = fc.record({
        page: fc.constantFrom("p", "twin", "copy"),
        at: fc.integer({ min: 1, max: 9 }),
        shows: fc.constantFrom("v-older", "v-newer", "v-edited", "v-repost", undefined),
      });
      const captured = fc.uniqueArray(one, { selector: ({ page, at }) => `${page}#${at}`, maxLength: 8 }).map((list) =>
        list.map(({ page, at, shows }) => {
          const source = page === "copy" ? "repost" : "official";
          return capture(
            shows === undefined ? { page, at, status: 404, source } : { page, at, shows, source, blob: null },
          );
        }),
      );
      const twice = <One>(list: readonly One[]) =>
        fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 });
      const orders = captured.chain((captures) => fc.tuple(fc.constant(captures), twice(captures), twice(versions)));
      fc.assert(
        fc.property(orders, ([captures, shuffled, shuffledVersions]) => {
          expect(compose(shuffled, shuffledVersions)).toEqual(compose(captures));
        }),
        { numRuns: 150 },
      );
    },
  );
});
