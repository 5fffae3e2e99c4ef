import { expect } from "vitest";
import type { SeriesResult, Store } from "../store.ts";
import { type ConformanceCase, ids } from "./conformance-case.ts";
import {
  at,
  sampleCapture,
  sampleChangeRow,
  sampleIssue,
  sampleNoticeRow,
  samplePage,
  sampleReading,
  sampleVersion,
} from "./samples.ts";

const series = "yunting-committee";

async function write(store: Store, result: Partial<SeriesResult>): Promise<void> {
  const rev = await store.series.claim(series, at(0));
  await store.series.write(series, rev, { notices: [], changes: [], ...result });
}

const noticeCases: readonly ConformanceCase[] = [
  {
    title: "notices are listed newest first, exact and vague dates together, then by id; undated ones last",
    run: async (store) => {
      const dated = {
        "mid-b": "2026-02-01",
        newest: { approximate: "2026-03-05", text: "3月上旬" },
        undated: null,
        oldest: { approximate: "2025-12-25", text: "12月下旬" },
        "mid-a": "2026-02-01",
        newer: "2026-03-01",
      };
      const notices = Object.entries(dated).map(([_id, publishedOn]) => sampleNoticeRow({ _id }, { publishedOn }));
      await write(store, { notices });
      expect(ids(await store.notices.list(10))).toEqual(["newest", "newer", "mid-a", "mid-b", "oldest", "undated"]);
      expect(ids(await store.notices.list(3))).toEqual(["newest", "newer", "mid-a"]);
      expect(await store.notices.count()).toBe(6);
      expect(await store.notices.get("nothing")).toBeNull();
    },
  },
];

const changeCases: readonly ConformanceCase[] = [
  {
    title: "current changes are listed newest first, then by id",
    run: async (store) => {
      await write(store, {
        changes: [
          sampleChangeRow({ _id: "old", firstSeenAfterAt: at(1) }),
          sampleChangeRow({ _id: "b", firstSeenAfterAt: at(9) }),
          sampleChangeRow({ _id: "a", firstSeenAfterAt: at(9) }),
        ],
      });
      expect(ids(await store.changes.list(10))).toEqual(["a", "b", "old"]);
      expect(ids(await store.changes.list(2))).toEqual(["a", "b"]);
      expect(await store.changes.count()).toBe(3);
      expect(await store.changes.get("nothing")).toBeNull();
    },
  },
  {
    title: "undelivered are current changes from the site that are not cosmetic, channel by channel, in pages by id",
    run: async (store) => {
      const changes = [
        ...["c1", "c2", "c3", "c4"].map((_id) => sampleChangeRow({ _id })),
        sampleChangeRow({ _id: "cosmetic" }, { kind: "cosmetic", severity: "cosmetic" }),
        sampleChangeRow({ _id: "ours" }, { origin: "re-extraction" }),
      ];
      await write(store, { changes: [...changes, sampleChangeRow({ _id: "c0" })] });
      await write(store, { changes });
      await store.changes.recordDelivery("c2", "feed", { at: at(1), status: 200 });
      expect(ids(await store.changes.listUndelivered("feed", 10))).toEqual(["c1", "c3", "c4"]);
      expect(ids(await store.changes.listUndelivered("feed", 1, "c1"))).toEqual(["c3"]);
      expect(ids(await store.changes.listUndelivered("webhook", 10))).toEqual(["c1", "c2", "c3", "c4"]);
    },
  },
  {
    title: "given up are current changes whose delivery was recorded with status 0",
    run: async (store) => {
      await write(store, { changes: ["c1", "c2", "c3"].map((_id) => sampleChangeRow({ _id })) });
      await store.changes.recordDelivery("c1", "feed", { at: at(1), status: 0 });
      await store.changes.recordDelivery("c2", "feed", { at: at(1), status: 200 });
      await store.changes.recordDelivery("c3", "webhook", { at: at(1), status: 0 });
      expect([await store.changes.countGivenUp("feed"), await store.changes.countGivenUp("webhook")]).toEqual([1, 1]);
      await write(store, { changes: [sampleChangeRow({ _id: "c3" })] });
      expect([await store.changes.countGivenUp("feed"), await store.changes.countGivenUp("webhook")]).toEqual([0, 1]);
    },
  },
  {
    title: "a channel whose name would address another field is refused",
    run: async ({ changes }) => {
      for (const channel of ["a.b", "$set", "", "__proto__"]) {
        await expect(changes.listUndelivered(channel, 1)).rejects.toMatchObject({ code: "E1001" });
        await expect(changes.recordDelivery("c1", channel, { at: at(0), status: 200 })).rejects.toMatchObject({
          code: "E1001",
        });
      }
    },
  },
];

const issueCases: readonly ConformanceCase[] = [
  {
    title: "an issue put again keeps its first instant, raises its last, and says what was said last",
    run: async ({ issues }) => {
      await issues.put([sampleIssue(), sampleIssue({ _id: "newer", firstSeenAt: at(90), lastSeenAt: at(90) })]);
      await issues.put([sampleIssue({ text: "still empty", firstSeenAt: at(30), lastSeenAt: at(30) })]);
      await issues.put([sampleIssue({ text: "still empty", firstSeenAt: at(20), lastSeenAt: at(20) })]);
      const [newer, first] = await issues.list(10);
      expect(newer?._id).toBe("newer");
      expect(first).toEqual(sampleIssue({ text: "still empty", firstSeenAt: at(10), lastSeenAt: at(30) }));
      expect(await issues.list(1)).toHaveLength(1);
      await issues.put([]);
    },
  },
];

const dumpCases: readonly ConformanceCase[] = [
  {
    title: "the dump has what follows from the captures, without instants, counters and deliveries, in one order",
    run: async (store) => {
      const bytes = new Uint8Array([1, 2, 3]);
      await store.blobs.put({ _id: "0".repeat(64), encoding: "gzip", bytes, size: 9, storedAt: at(0) });
      await store.pages.discover([samplePage({ _id: "p2" }), samplePage({ _id: "p1" })]);
      await store.captures.insert(sampleCapture());
      await store.versions.put(sampleVersion());
      await write(store, { notices: [sampleNoticeRow()], changes: [sampleChangeRow({ _id: "gone" })] });
      await write(store, { notices: [sampleNoticeRow()], changes: [sampleChangeRow()] });
      const dump = await store.dump();
      expect(Object.keys(dump)).toEqual([
        "pages",
        "blobs",
        "captures",
        "versions",
        "notices",
        "changes",
        "finding_chains",
        "traces",
      ]);
      expect(dump["blobs"]).toEqual([{ _id: "0".repeat(64), encoding: "gzip", size: 9 }]);
      expect(dump["pages"]).toMatchObject([{ _id: "p1" }, { _id: "p2" }]);
      expect(dump["versions"]).toMatchObject([
        { reading: { publishedOn: "2026-03-02", text: expect.stringContaining("电梯") } },
      ]);
      expect(dump["changes"]).toMatchObject([{ _id: "change-1" }]);
      expect(JSON.stringify(dump)).not.toMatch(/"(?:\w+At|rev|seriesRev|readingRev|lastRunId|deliveries|validators)":/);
    },
  },
  {
    title: "the same captures at other times, in another order and read twice give the same dump",
    run: async (store) => {
      const feed = async (minute: number, sequences: readonly number[]): Promise<void> => {
        await store.pages.discover([samplePage({ firstSeenAt: at(minute) })]);
        for (const sequence of sequences) {
          const _id = `capture-${sequence}`;
          await store.captures.insert(
            sampleCapture({ _id, sequence, firstSeenAt: at(minute), lastSeenAt: at(minute) }),
          );
          await store.captures.sawAgain(_id, at(minute + 1));
          await store.captures.setReading(_id, sampleReading({ versionId: _id }), []);
        }
        await write(store, { notices: [sampleNoticeRow({ _id: "n2" }), sampleNoticeRow({ _id: "n1" })] });
      };
      await feed(1, [2, 1, 3]);
      const first = JSON.stringify(await store.dump());
      await feed(50, [3, 3, 1, 2]);
      await write(store, { notices: [sampleNoticeRow({ _id: "n1" }), sampleNoticeRow({ _id: "n2" })] });
      expect(JSON.stringify(await store.dump())).toBe(first);
    },
  },
];

export const readingCases = [...noticeCases, ...changeCases, ...issueCases, ...dumpCases];
