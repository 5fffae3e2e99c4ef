import { Fault } from "@zhenggai/notice";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Site, type TestCrawl, faultOf, startCrawl, startSite, testSource } from "./crawl-kit.ts";
import type { CrawlDeps } from "./crawl-deps.ts";
import { dueRuns, newRun } from "./open-runs.ts";
import { registerSources } from "./register-sources.ts";

// The source is due at 06:00 in Shanghai, 22:00 UTC the day before; the clock starts at 2026-11-21T00:00Z.
const longAgo = "2026-11-01T00:00:00.000Z";
const lastSlot = "2026-11-20T22:00:00.000Z";

let site: Site;
let crawl: TestCrawl;

beforeEach(async () => {
  site = await startSite((_request, response) => void response.end());
  crawl = await startCrawl(site);
  await registerSources(crawl.deps.sources, crawl.store.sources, longAgo);
});
afterEach(() => site.close());

async function due(deps: CrawlDeps = crawl.deps): Promise<string[]> {
  const runIds: string[] = [];
  for await (const payloads of dueRuns(deps)) runIds.push(...payloads.map(({ runId }) => runId));
  return runIds;
}

const slots = async (): Promise<string[]> => (await crawl.store.runs.list(100)).map(({ slot }) => slot);

test("a source's slot that is due becomes an open run, named by source and slot", async () => {
  expect(await due()).toEqual([`yangzhou-xscx.${lastSlot}`]);
  expect(await crawl.store.runs.get(`yangzhou-xscx.${lastSlot}`)).toEqual({
    _id: `yangzhou-xscx.${lastSlot}`,
    sourceId: "yangzhou-xscx",
    slot: lastSlot,
    trigger: "schedule",
    state: "open",
    counts: { listed: 0, new: 0, edited: 0, unchanged: 0, gone: 0, failed: 0 },
    fault: null,
    startedAt: "2026-11-21T00:00:00.000Z",
    finishedAt: null,
  });
});

test("a slot is opened once, however often and by however many crawlers the ledger is asked", async () => {
  await Promise.all([due(), due(), due()]);
  crawl.clock.advance(60_000);
  expect(await due()).toEqual([`yangzhou-xscx.${lastSlot}`]);
  expect(await slots()).toEqual([lastSlot]);
});

test("a slot that was crawled is not opened again, the next one is", async () => {
  const [runId = ""] = await due();
  const counts = { listed: 1, new: 1, edited: 0, unchanged: 0, gone: 0, failed: 0 };
  await crawl.store.runs.finish(runId, { state: "done", counts, fault: null, at: "2026-11-21T00:10:00.000Z" });
  expect(await due()).toEqual([]);
  crawl.clock.advance(22 * 3_600_000);
  expect(await due()).toEqual(["yangzhou-xscx.2026-11-21T22:00:00.000Z"]);
});

test("slots that were slept through are skipped: only the latest one is opened", async () => {
  crawl.clock.advance(10 * 86_400_000);
  await due();
  expect(await slots()).toEqual(["2026-11-30T22:00:00.000Z"]);
});

test("a paused source opens no slot; resumed, it begins with the next one", async () => {
  await crawl.store.sources.setPaused("yangzhou-xscx", true, "2026-11-20T12:00:00.000Z");
  expect(await due()).toEqual([]);
  await crawl.store.sources.setPaused("yangzhou-xscx", false, crawl.clock.now().toISOString());
  expect(await due()).toEqual([]);
  crawl.clock.advance(22 * 3_600_000);
  expect(await due()).toEqual(["yangzhou-xscx.2026-11-21T22:00:00.000Z"]);
});

test("a source begins with the first slot after it was registered", async () => {
  await registerSources(
    new Map([["new", { ...testSource, id: "new" }]]),
    crawl.store.sources,
    crawl.clock.now().toISOString(),
  );
  const deps = { ...crawl.deps, sources: new Map([["new", { ...testSource, id: "new" }]]) };
  expect(await due(deps)).toEqual([]);
  crawl.clock.advance(22 * 3_600_000);
  expect(await due(deps)).toEqual(["new.2026-11-21T22:00:00.000Z"]);
});

test("a crawler that starts again after a slot has come due does not lose it", async () => {
  await registerSources(crawl.deps.sources, crawl.store.sources, crawl.clock.now().toISOString());
  expect(await due()).toEqual([`yangzhou-xscx.${lastSlot}`]);
});

test("a changed schedule counts from its change, a changed name is written, a pause is kept", async () => {
  await crawl.store.sources.setPaused("yangzhou-xscx", true, longAgo);
  const schedule = { cron: "30 7 * * *", timeZone: "Asia/Shanghai" };
  const changed = new Map([["yangzhou-xscx", { ...testSource, name: "清风样州网 通报", schedule }]]);
  await registerSources(changed, crawl.store.sources, "2026-11-21T00:00:00.000Z");
  expect(await crawl.store.sources.list()).toEqual([
    { _id: "yangzhou-xscx", name: "清风样州网 通报", schedule, paused: true, updatedAt: "2026-11-21T00:00:00.000Z" },
  ]);
});

test("sources without a schedule, and sources that this crawler does not know, open nothing", async () => {
  const unscheduled = { ...testSource, id: "by-hand", schedule: null };
  await registerSources(new Map([["by-hand", unscheduled]]), crawl.store.sources, longAgo);
  expect(await due({ ...crawl.deps, sources: new Map([["by-hand", unscheduled]]) })).toEqual([]);
  expect(await slots()).toEqual([]);
});

test("one source whose schedule means nothing does not keep the others from their slots", async () => {
  const broken = { ...testSource, id: "a-broken", schedule: { cron: "99 6 * * *", timeZone: "Asia/Shanghai" } };
  await registerSources(new Map([["a-broken", broken]]), crawl.store.sources, longAgo);
  const deps = { ...crawl.deps, sources: new Map([...crawl.deps.sources, ["a-broken", broken]]) };
  expect(await due(deps)).toEqual([`yangzhou-xscx.${lastSlot}`]);
});

test("a store that does not answer is no unreadable schedule: the fault comes through", async () => {
  const open = async () => Promise.reject(new Fault("E3001"));
  const store = { ...crawl.store, runs: { ...crawl.store.runs, open } };
  expect((await faultOf(due({ ...crawl.deps, store }))).code).toBe("E3001");
});

test("a crawl by hand opens no slots but goes on with every run that is open", async () => {
  const begun = newRun("yangzhou-xscx", "2026-11-19T10:00:00.000Z", "manual", "2026-11-19T10:00:00.000Z");
  await crawl.store.runs.open(begun);
  await crawl.store.runs.open(newRun("unknown", lastSlot, "schedule", lastSlot));
  expect(await due({ ...crawl.deps, opensSlots: false })).toEqual([begun._id]);
});
