import { expect } from "vitest";
import { allAtOnce, type ConformanceCase, ids } from "./conformance-case.ts";
import { at, sampleCapture, sampleNotice, sampleReading, sampleVersion } from "./samples.ts";

const captureCases: readonly ConformanceCase[] = [
  {
    title: "of 50 crawlers that insert the same capture at once, one wins",
    run: async ({ captures }) => {
      const won = await allAtOnce(50, (n) => captures.insert(sampleCapture({ _id: `capture-${n}` })));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await captures.listOfPages([sampleCapture().pageId])).toEqual([
        sampleCapture({ _id: `capture-${won.indexOf(true)}` }),
      ]);
    },
  },
  {
    title: "a capture's id is taken once, and headers of any name come back as they were",
    run: async ({ captures }) => {
      expect(await captures.insert(sampleCapture())).toBe(true);
      expect(await captures.insert(sampleCapture({ sequence: 2 }))).toBe(false);
      expect(await captures.get("capture-1")).toEqual(sampleCapture());
      expect(await captures.get("capture-2")).toBeNull();
    },
  },
  {
    title: "the latest capture of a page has the highest sequence",
    run: async ({ captures }) => {
      for (const sequence of [2, 10, 1]) await captures.insert(sampleCapture({ _id: `capture-${sequence}`, sequence }));
      await captures.insert(sampleCapture({ _id: "elsewhere", pageId: "p", sequence: 99 }));
      expect((await captures.latestOfPage(sampleCapture().pageId))?._id).toBe("capture-10");
      expect(await captures.latestOfPage("unknown")).toBeNull();
      expect(ids(await captures.listOfPages(["p", sampleCapture().pageId]))).toEqual([
        "capture-1",
        "capture-10",
        "capture-2",
        "elsewhere",
      ]);
    },
  },
  {
    title: "seeing a capture again widens its interval in both directions, never narrows it",
    run: async ({ captures }) => {
      await captures.insert(sampleCapture());
      for (const minute of [20, 15, 5, 8]) await captures.sawAgain("capture-1", at(minute));
      expect(await captures.get("capture-1")).toEqual(sampleCapture({ firstSeenAt: at(5), lastSeenAt: at(20) }));
    },
  },
];

const readingCases: readonly ConformanceCase[] = [
  {
    title: "a reading is replaced by the same or a newer extractor's, never by an older one's",
    run: async ({ captures }) => {
      await captures.insert(sampleCapture());
      expect(await captures.setReading("capture-1", sampleReading({ extractor: 3 }), ["s1"])).toBe(true);
      expect(await captures.setReading("capture-1", sampleReading({ extractor: 3 }), ["s1"])).toBe(true);
      expect(
        await captures.setReading("capture-1", sampleReading({ extractor: 4, seriesId: "s2" }), ["s1", "s2"]),
      ).toBe(true);
      expect(await captures.setReading("capture-1", sampleReading({ extractor: 3 }), ["s9"])).toBe(false);
      expect(await captures.get("capture-1")).toEqual(
        sampleCapture({
          reading: sampleReading({ extractor: 4, seriesId: "s2" }),
          readingRev: 3,
          pendingSeries: ["s1", "s2"],
        }),
      );
    },
  },
  {
    title: "8 extractors of different versions at once end with the newest reading and all their series pending",
    run: async ({ captures }) => {
      await captures.insert(sampleCapture());
      await allAtOnce(8, (n) => captures.setReading("capture-1", sampleReading({ extractor: n + 1 }), ["s"]));
      const stored = await captures.get("capture-1");
      expect(stored?.reading?.extractor).toBe(8);
      expect(stored?.pendingSeries).toEqual(["s"]);
    },
  },
  {
    title: "a series is acknowledged only for the reading that was compared",
    run: async ({ captures }) => {
      await captures.insert(sampleCapture());
      await captures.setReading("capture-1", sampleReading(), ["s1", "s2"]);
      await captures.setReading("capture-1", sampleReading(), []);
      await captures.acknowledgeSeries("capture-1", "s1", 1);
      expect((await captures.get("capture-1"))?.pendingSeries).toEqual(["s1", "s2"]);
      await captures.acknowledgeSeries("capture-1", "s1", 2);
      expect((await captures.get("capture-1"))?.pendingSeries).toEqual(["s2"]);
    },
  },
  {
    title: "unread captures are those without a reading or with an older extractor's, in pages by id",
    run: async ({ captures }) => {
      for (const n of [1, 2, 3, 4, 5]) await captures.insert(sampleCapture({ _id: `c${n}`, sequence: n }));
      await captures.setReading("c2", sampleReading({ extractor: 2 }), []);
      await captures.setReading("c4", sampleReading({ extractor: 3 }), []);
      expect(ids(await captures.listUnread(3, 10))).toEqual(["c1", "c2", "c3", "c5"]);
      expect(ids(await captures.listUnread(3, 2))).toEqual(["c1", "c2"]);
      expect(ids(await captures.listUnread(3, 2, "c2"))).toEqual(["c3", "c5"]);
      expect(ids(await captures.listUnread(2, 10))).toEqual(["c1", "c3", "c5"]);
      expect([await captures.countUnread(3), await captures.countUnread(2)]).toEqual([4, 3]);
    },
  },
  {
    title: "quarantined captures are those whose newest reading says so",
    run: async ({ captures }) => {
      for (const n of [1, 2, 3]) await captures.insert(sampleCapture({ _id: `c${n}`, sequence: n }));
      const quarantined = sampleReading({ extractor: 1, outcome: "quarantined", versionId: null });
      for (const id of ["c1", "c2"]) await captures.setReading(id, quarantined, []);
      await captures.setReading("c2", sampleReading({ extractor: 2 }), []);
      expect(await captures.countQuarantined()).toBe(1);
    },
  },
  {
    title: "captures of a series are those read into it and those pending for it",
    run: async ({ captures }) => {
      for (const n of [1, 2, 3]) await captures.insert(sampleCapture({ _id: `c${n}`, sequence: n }));
      await captures.setReading("c1", sampleReading({ seriesId: "s1" }), []);
      await captures.setReading("c2", sampleReading({ seriesId: "s2" }), ["s1", "s2"]);
      expect(ids(await captures.listOfSeries("s1"))).toEqual(["c1", "c2"]);
      expect(ids(await captures.listOfSeries("s2"))).toEqual(["c2"]);
      expect(await captures.listPendingSeries(10)).toEqual(["s1", "s2"]);
      expect(await captures.listPendingSeries(1)).toEqual(["s1"]);
    },
  },
];

const versionCases: readonly ConformanceCase[] = [
  {
    title: "a version is rewritten by the same or a newer extractor, never by an older one",
    run: async ({ versions }) => {
      const newer = sampleVersion({ extractor: 4, reading: sampleNotice({ publisher: "云汀发布" }) });
      await versions.put(sampleVersion());
      await versions.put(newer);
      await versions.put(sampleVersion({ extractor: 3 }));
      expect(await versions.get("notice-1@a")).toEqual(newer);
      expect(await versions.get("notice-1@z")).toBeNull();
    },
  },
  {
    title: "8 extractors of different versions put a version at once: the newest one's stays",
    run: async ({ versions }) => {
      await allAtOnce(8, (n) => versions.put(sampleVersion({ extractor: ((n * 3) % 8) + 1 })));
      expect((await versions.get("notice-1@a"))?.extractor).toBe(8);
    },
  },
  {
    title: "versions are listed by series and by id; removing takes those of older extractors, in this series only",
    run: async ({ versions }) => {
      for (const [digest, extractor] of [
        ["c", 3],
        ["a", 1],
        ["b", 2],
      ] as const) {
        await versions.put(sampleVersion({ _id: digest, digest, extractor }));
      }
      await versions.put(sampleVersion({ _id: "other", seriesId: "wanglu-committee", extractor: 1 }));
      expect(ids(await versions.listOfSeries("yunting-committee"))).toEqual(["a", "b", "c"]);
      expect(ids(await versions.getMany(["other", "b", "nothing"]))).toEqual(["b", "other"]);
      await versions.removeOlder("yunting-committee", 2);
      expect(ids(await versions.getMany(["a", "b", "c", "other"]))).toEqual(["b", "c", "other"]);
    },
  },
  {
    title: "a long version with rare characters comes back as it was",
    run: async ({ versions }) => {
      const text = `云汀区𠮷镇\u0000\u{1F3D8}“双随机”——${"望麓区柏塘县".repeat(5000)}`;
      const version = sampleVersion({ reading: sampleNotice({ text }) });
      await versions.put(version);
      expect(await versions.get(version._id)).toEqual(version);
    },
  },
];

export const captureAndVersionCases = [...captureCases, ...readingCases, ...versionCases];
