import { expect } from "vitest";
import { allAtOnce, type ConformanceCase, ids } from "./conformance-case.ts";
import { at, samplePage, sampleRun } from "./samples.ts";

const source = { _id: "yunting", name: "云汀区纪委监委 巡察整改", schedule: null, updatedAt: at(0) };

const sourceCases: readonly ConformanceCase[] = [
  {
    title: "registering a source again updates name and schedule, and keeps it paused",
    run: async ({ sources }) => {
      await sources.register(source);
      expect(await sources.setPaused("yunting", true, at(1))).toBe(true);
      const schedule = { cron: "30 8 * * 1-5", timeZone: "Asia/Shanghai" };
      await sources.register({ ...source, name: "云汀清风", schedule, updatedAt: at(2) });
      expect(await sources.list()).toEqual([
        { _id: "yunting", name: "云汀清风", schedule, paused: true, updatedAt: at(2) },
      ]);
      await sources.register({ ...source, name: "云汀清风", schedule: { ...schedule }, updatedAt: at(3) });
      expect((await sources.list())[0]?.updatedAt, "nothing changed").toBe(at(2));
    },
  },
  {
    title: "a new source is not paused, sources are listed by id, and pausing an unknown one says so",
    run: async ({ sources }) => {
      await sources.register({ ...source, _id: "wanglu" });
      await sources.register({ ...source, _id: "baitang" });
      const listed = await sources.list();
      expect(listed.map(({ _id, paused }) => [_id, paused])).toEqual([
        ["baitang", false],
        ["wanglu", false],
      ]);
      expect(await sources.setPaused("nowhere", true, at(1))).toBe(false);
    },
  },
];

const runCases: readonly ConformanceCase[] = [
  {
    title: "8 schedulers open one slot: there is one run, and all get the same",
    run: async ({ runs }) => {
      const opened = await allAtOnce(8, (n) => runs.open(sampleRun({ startedAt: at(n) })));
      expect(new Set(opened.map(({ startedAt }) => startedAt)).size).toBe(1);
      expect(await runs.list(10)).toEqual([opened[0]]);
      expect(await runs.get(sampleRun()._id)).toEqual(opened[0]);
      expect(await runs.get("yunting.never")).toBeNull();
    },
  },
  {
    title: "a finished run keeps its counts and fault and is no longer open",
    run: async ({ runs }) => {
      await runs.open(sampleRun());
      await runs.open(sampleRun({ _id: "b", slot: at(5) }));
      const counts = { listed: 9, new: 2, edited: 1, unchanged: 5, gone: 0, failed: 1 };
      const fault = { code: "E4009", text: "1 page failed" };
      await runs.finish(sampleRun()._id, { state: "partial", counts, fault, at: at(9) });
      expect(await runs.get(sampleRun()._id)).toEqual(
        sampleRun({ state: "partial", counts, fault, finishedAt: at(9) }),
      );
      expect(ids(await runs.listOpen(10))).toEqual(["b"]);
    },
  },
  {
    title: "a run ends once: what one delivery of its job has ended, another's failure does not undo",
    run: async ({ runs }) => {
      const { _id, counts } = await runs.open(sampleRun());
      await runs.finish(_id, { state: "done", counts, fault: null, at: at(9) });
      await runs.finish(_id, { state: "failed", counts, fault: { code: "E4003", text: "late" }, at: at(10) });
      expect(await runs.get(_id)).toEqual(sampleRun({ state: "done", finishedAt: at(9) }));
    },
  },
  {
    title: "runs are listed newest slot first, then by id, of one source or of all",
    run: async ({ runs }) => {
      await runs.open(sampleRun({ _id: "b", slot: at(1) }));
      await runs.open(sampleRun({ _id: "c", slot: at(2), sourceId: "wanglu" }));
      await runs.open(sampleRun({ _id: "a", slot: at(1) }));
      expect(ids(await runs.list(10))).toEqual(["c", "a", "b"]);
      expect(ids(await runs.list(2))).toEqual(["c", "a"]);
      expect(ids(await runs.list(10, "yunting"))).toEqual(["a", "b"]);
      expect(ids(await runs.listOpen(2))).toEqual(["a", "b"]);
    },
  },
];

const blobCases: readonly ConformanceCase[] = [
  {
    title: "a blob comes back byte for byte, also when it was put by 8 crawlers at once",
    run: async ({ blobs }) => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256);
      const blob = { _id: "f".repeat(64), encoding: "gzip" as const, bytes, size: 99, storedAt: at(0) };
      await allAtOnce(8, () => blobs.put(blob));
      const stored = await blobs.get(blob._id);
      expect(stored).toEqual(blob);
      expect(await blobs.get("e".repeat(64))).toBeNull();
    },
  },
];

const pageCases: readonly ConformanceCase[] = [
  {
    title: "discovering tells which pages are new, and leaves known pages as they are",
    run: async ({ pages }) => {
      const [first, second] = [samplePage({ _id: "a" }), samplePage({ _id: "b" })];
      expect(await pages.discover([first, first])).toEqual(["a"]);
      await pages.update("a", { presence: "seen", lastOutcome: "new" });
      expect(await pages.discover([samplePage({ _id: "a", listedTitle: null }), second])).toEqual(["b"]);
      expect(await pages.get("a")).toEqual({ ...first, presence: "seen", lastOutcome: "new" });
      expect(await pages.discover([])).toEqual([]);
      expect(await pages.get("c")).toBeNull();
    },
  },
  {
    title: "of 8 crawlers that discover the same 20 pages at once, each page is new to one",
    run: async ({ pages }) => {
      const listed = Array.from({ length: 20 }, (_, n) => samplePage({ _id: `page-${n}` }));
      const found = await allAtOnce(8, () => pages.discover(listed));
      expect(found.flat().sort()).toEqual(ids(listed).sort());
    },
  },
  {
    title: "due pages of a source are listed oldest first, within the limit",
    run: async ({ pages }) => {
      await pages.discover([
        samplePage({ _id: "late", nextCheckAt: at(30) }),
        samplePage({ _id: "second", nextCheckAt: at(20) }),
        samplePage({ _id: "first", nextCheckAt: at(10) }),
        samplePage({ _id: "other", nextCheckAt: at(1), sourceId: "wanglu" }),
      ]);
      expect(ids(await pages.listDue("yunting", at(20), 10))).toEqual(["first", "second"]);
      expect(ids(await pages.listDue("yunting", at(40), 1))).toEqual(["first"]);
      expect(ids(await pages.list(10))).toEqual(["first", "late", "other", "second"]);
      expect(ids(await pages.list(2, "yunting"))).toEqual(["first", "late"]);
      expect(ids(await pages.getMany(["second", "nowhere", "late"]))).toEqual(["late", "second"]);
    },
  },
  {
    title: "updating nothing, or a page that is not there, changes nothing",
    run: async ({ pages }) => {
      await pages.discover([samplePage()]);
      await pages.update(samplePage()._id, {});
      await pages.update("nowhere", { presence: "gone" });
      expect(await pages.list(10)).toEqual([samplePage()]);
    },
  },
];

export const crawlCases = [...sourceCases, ...runCases, ...blobCases, ...pageCases];
