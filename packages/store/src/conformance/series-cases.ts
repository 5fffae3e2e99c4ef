import { expect } from "vitest";
import type { SeriesResult } from "../store.ts";
import { allAtOnce, type ConformanceCase, ids } from "./conformance-case.ts";
import { at, sampleChangeRow, sampleNoticeRow } from "./samples.ts";

const series = "yunting-committee";

const result = (noticeIds: readonly string[], changeIds: readonly string[]): SeriesResult => ({
  notices: noticeIds.map((_id) => sampleNoticeRow({ _id })),
  changes: changeIds.map((_id) => sampleChangeRow({ _id })),
});

const claimCases: readonly ConformanceCase[] = [
  {
    title: "8 claims at once get 8 different revs",
    run: async ({ series: store }) => {
      const revs = await allAtOnce(8, () => store.claim(series, at(0)));
      expect(revs.sort((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(await store.claim("wanglu-committee", at(0))).toBe(1);
    },
  },
  {
    title: "a claim is stale from its time limit until its series is written again",
    run: async ({ series: store }) => {
      await store.claim("b", at(1));
      await store.claim("a", at(2));
      await store.claim("c", at(9));
      expect(await store.listStaleClaims(at(5), 10)).toEqual(["a", "b"]);
      expect(await store.listStaleClaims(at(5), 1)).toEqual(["a"]);
      const rev = await store.claim("a", at(6));
      expect(await store.write("a", rev, { notices: [], changes: [] })).toBe(true);
      expect(await store.listStaleClaims(at(9), 10)).toEqual(["b"]);
    },
  },
  {
    title: "writing without a claim is refused",
    run: async ({ series: store, notices }) => {
      await expect(store.write(series, 1, result(["n1"], []))).rejects.toMatchObject({ code: "E1001" });
      expect(await notices.count()).toBe(0);
    },
  },
];

const writeCases: readonly ConformanceCase[] = [
  {
    title: "a write under the newest claim puts notices and changes, and takes the claim off",
    run: async (store) => {
      const rev = await store.series.claim(series, at(0));
      expect(await store.series.write(series, rev, result(["n1", "n2"], ["c1"]))).toBe(true);
      expect(await store.notices.get("n1")).toEqual({ ...sampleNoticeRow({ _id: "n1" }), seriesRev: rev });
      expect(await store.changes.get("c1")).toEqual({
        ...sampleChangeRow({ _id: "c1" }),
        seriesRev: rev,
        state: "current",
        deliveries: {},
      });
      expect(await store.series.listStaleClaims(at(99), 10)).toEqual([]);
    },
  },
  {
    title: "what a later result lacks is removed (notices) or withdrawn (changes); other series are left alone",
    run: async (store) => {
      const other = await store.series.claim("wanglu-committee", at(0));
      await store.series.write("wanglu-committee", other, {
        notices: [sampleNoticeRow({ _id: "w1", seriesId: "wanglu-committee" })],
        changes: [sampleChangeRow({ _id: "wc1", seriesId: "wanglu-committee" })],
      });
      await store.series.write(series, await store.series.claim(series, at(0)), result(["n1", "n2"], ["c1", "c2"]));
      await store.series.write(series, await store.series.claim(series, at(1)), result(["n2"], ["c2"]));
      expect(ids(await store.notices.list(10))).toEqual(["n2", "w1"]);
      expect(ids(await store.changes.list(10))).toEqual(["c2", "wc1"]);
      expect((await store.changes.get("c1"))?.state).toBe("withdrawn");
    },
  },
  {
    title: "deliveries survive rewriting, withdrawing and coming back",
    run: async (store) => {
      const write = async (changeIds: readonly string[]): Promise<void> => {
        await store.series.write(series, await store.series.claim(series, at(0)), result([], changeIds));
      };
      await write(["c1"]);
      await store.changes.recordDelivery("c1", "feed", { at: at(3), status: 200 });
      for (const changeIds of [["c1"], [], ["c1"]]) await write(changeIds);
      const change = await store.changes.get("c1");
      expect(change?.state).toBe("current");
      expect(change?.deliveries).toEqual({ feed: { at: at(3), status: 200 } });
    },
  },
  {
    title: "a notice that moves to another series is there, whichever of the two series is written first",
    run: async (store) => {
      for (const id of ["before", "after"]) {
        for (let n = 0; n < 3; n += 1)
          await store.series.write("old", await store.series.claim("old", at(n)), result([], []));
        const old = await store.series.claim("old", at(4));
        await store.series.write("old", old, { notices: [sampleNoticeRow({ _id: id, seriesId: "old" })], changes: [] });
        const emptyOld = async () => store.series.write("old", await store.series.claim("old", at(5)), result([], []));
        if (id === "before") await emptyOld();
        const own = await store.series.claim(`new-${id}`, at(5));
        const row = sampleNoticeRow({ _id: id, seriesId: `new-${id}` });
        await store.series.write(`new-${id}`, own, { notices: [row], changes: [] });
        if (id === "after") await emptyOld();
        expect((await store.notices.get(id))?.seriesId).toBe(`new-${id}`);
      }
    },
  },
];

const fencingCases: readonly ConformanceCase[] = [
  {
    title: "a write under an old claim changes nothing, says so, and is forgotten",
    run: async (store) => {
      const old = await store.series.claim(series, at(0));
      const newest = await store.series.claim(series, at(1));
      expect(await store.series.write(series, newest, result(["n1"], ["c1"]))).toBe(true);
      expect(await store.series.write(series, old, result(["n1", "stray"], ["c1", "stray"]))).toBe(false);
      expect((await store.notices.list(10)).map(({ _id, seriesRev }) => [_id, seriesRev])).toEqual([["n1", newest]]);
      expect((await store.changes.list(10)).map(({ _id, seriesRev }) => [_id, seriesRev])).toEqual([["c1", newest]]);
      expect(await store.series.listStaleClaims(at(99), 10)).toEqual([]);
    },
  },
  {
    title: "a claim that is outdated on arrival leaves what is stored, and the newer claim on record",
    run: async (store) => {
      await store.series.write(series, await store.series.claim(series, at(0)), result(["n0"], ["c0"]));
      const old = await store.series.claim(series, at(0));
      await store.series.claim(series, at(1));
      expect(await store.series.write(series, old, result(["n1"], ["c1"]))).toBe(false);
      expect(ids(await store.notices.list(10))).toEqual(["n0"]);
      expect(ids(await store.changes.list(10))).toEqual(["c0"]);
      expect(await store.series.listStaleClaims(at(99), 10)).toEqual([series]);
    },
  },
  {
    title: "8 comparers claim and write at once: the newest claim's result stands, alone",
    run: async (store) => {
      const writers = await allAtOnce(8, async (n) => {
        const rev = await store.series.claim(series, at(n));
        const own = `n-${rev}`;
        return { rev, isNewest: await store.series.write(series, rev, result(["shared", own], ["shared", own])) };
      });
      expect(writers.find(({ rev }) => rev === 8)?.isNewest).toBe(true);
      expect(ids(await store.notices.list(20))).toEqual(["n-8", "shared"]);
      expect(ids(await store.changes.list(20))).toEqual(["n-8", "shared"]);
      expect(await store.series.listStaleClaims(at(99), 10)).toEqual([]);
    },
  },
];

export const seriesCases = [...claimCases, ...writeCases, ...fencingCases];
