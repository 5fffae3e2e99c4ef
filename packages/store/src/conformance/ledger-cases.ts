import { expect } from "vitest";
import { type ConformanceCase, allAtOnce, ids } from "./conformance-case.ts";
import { at, sampleCapture, sampleChainRow, sampleChangeRow, sampleReading, sampleTrace } from "./samples.ts";

const series = "yunting-committee";

const chainCases: readonly ConformanceCase[] = [
  {
    title: "chains are written with their series, and those that a later result lacks are removed",
    run: async (store) => {
      const write = async (chainIds: readonly string[]): Promise<void> => {
        const chains = chainIds.map((_id, place) => sampleChainRow({ _id, timesNamed: place + 1 }));
        await store.series.write(series, await store.series.claim(series, at(0)), { notices: [], changes: [], chains });
      };
      await write(["c1", "c2", "c3"]);
      expect(ids(await store.chains.list(2))).toEqual(["c3", "c2"]);
      await write(["c2"]);
      expect(ids(await store.chains.listOfSeries(series))).toEqual(["c2"]);
      expect((await store.chains.listOfSeries(series))[0]).toEqual({
        ...sampleChainRow({ _id: "c2", timesNamed: 1 }),
        seriesRev: 2,
      });
      expect(await store.chains.listOfSeries("wanglu-committee")).toEqual([]);
    },
  },
  {
    title: "changes are had by their ids, withdrawn ones too",
    run: async (store) => {
      const write = async (changeIds: readonly string[]): Promise<void> => {
        const changes = changeIds.map((_id) => sampleChangeRow({ _id }));
        await store.series.write(series, await store.series.claim(series, at(0)), { notices: [], changes });
      };
      await write(["a", "b"]);
      await write(["b"]);
      const found = await store.changes.getMany(["b", "a", "nothing"]);
      expect(found.map(({ _id, state }) => [_id, state])).toEqual([
        ["a", "withdrawn"],
        ["b", "current"],
      ]);
    },
  },
];

const traceCases: readonly ConformanceCase[] = [
  {
    title: "a trace of a later claim stays, whoever comes after with an earlier one",
    run: async ({ traces }) => {
      expect(await traces.put(sampleTrace({ rev: 2, digest: "b" }))).toBe(true);
      expect(await traces.put(sampleTrace({ rev: 1, digest: "a" }))).toBe(false);
      expect(await traces.put(sampleTrace({ rev: 2, digest: "c" }))).toBe(true);
      expect(await traces.get(series)).toEqual(sampleTrace({ rev: 2, digest: "c" }));
      expect(await traces.get("nothing")).toBeNull();
    },
  },
  {
    title: "of 8 comparers that put a trace at once, the newest claim's stays",
    run: async ({ traces }) => {
      await allAtOnce(8, (n) => traces.put(sampleTrace({ rev: ((n * 5) % 8) + 1 })));
      expect((await traces.get(series))?.rev).toBe(8);
    },
  },
  {
    title: "peers share a key or know the series; two with subjects don't look for copies in each other",
    run: async ({ traces }) => {
      await traces.put(sampleTrace({ _id: "district", keys: ["text:1", "body:9"] }));
      await traces.put(sampleTrace({ _id: "page:a", isPage: true, keys: ["text:1"] }));
      await traces.put(sampleTrace({ _id: "page:b", isPage: true, keys: ["body:9"] }));
      await traces.put(sampleTrace({ _id: "knows", keys: [], known: [{ seriesId: "county", digest: "x" }] }));
      const peers = async (isPage: boolean, copyKeys: readonly string[], otherKeys: readonly string[]) =>
        ids(await traces.peersOf({ seriesId: "county", isPage, copyKeys, otherKeys }));
      expect(await peers(false, ["text:1"], [])).toEqual(["knows", "page:a"]);
      expect(await peers(true, ["text:1"], [])).toEqual(["district", "knows", "page:a"]);
      expect(await peers(false, [], ["body:9", "body:8"])).toEqual(["district", "knows", "page:b"]);
      expect(await peers(false, [], [])).toEqual(["knows"]);
      const own = { seriesId: "page:a", isPage: true, copyKeys: ["text:1"], otherKeys: [] };
      expect(ids(await traces.peersOf(own))).toEqual(["district"]);
    },
  },
  {
    title: "a series is made pending by a capture of it, and a comparison under way does not acknowledge that",
    run: async ({ captures }) => {
      await captures.insert(sampleCapture());
      await captures.setReading("capture-1", sampleReading({ seriesId: series }), [series]);
      const [before] = await captures.listOfSeries(series);
      expect(await captures.markPending(series)).toBe(true);
      await captures.acknowledgeSeries("capture-1", series, before?.readingRev ?? 0);
      expect(await captures.listPendingSeries(9)).toEqual([series]);
      await captures.acknowledgeSeries("capture-1", series, (before?.readingRev ?? 0) + 1);
      expect(await captures.listPendingSeries(9)).toEqual([]);
      expect(await captures.markPending("nothing")).toBe(false);
    },
  },
];

const absenceCases: readonly ConformanceCase[] = [
  {
    title: "an absence is confirmed once, and is to be read again then",
    run: async ({ captures }) => {
      await captures.insert(sampleCapture({ status: 404, blobId: null, absence: "unconfirmed" }));
      await captures.insert(sampleCapture({ _id: "content", sequence: 2 }));
      await captures.setReading("capture-1", sampleReading({ outcome: "absent", seriesId: null }), [series]);
      const confirmed = await allAtOnce(8, () => captures.confirmAbsence("capture-1"));
      expect(confirmed.filter(Boolean)).toHaveLength(1);
      expect(await captures.confirmAbsence("content")).toBe(false);
      expect(await captures.get("capture-1")).toMatchObject({
        absence: "confirmed",
        reading: null,
        readingRev: 2,
        pendingSeries: [series],
      });
      expect(ids(await captures.listUnread(3, 10))).toContain("capture-1");
    },
  },
];

export const ledgerCases = [...chainCases, ...traceCases, ...absenceCases];
