import { compareStage } from "@zhenggai/comparer";
import { crawlStage, createCrawlDeps, newRun, registerSources } from "@zhenggai/crawler";
import { extractStage } from "@zhenggai/extractor";
import type { StoredBlob, StoredCapture, StoredPage } from "@zhenggai/notice";
import { type JobContext, type JobName, type JobPayload, type Queue } from "@zhenggai/queues";
import { createLogger, readSettings } from "@zhenggai/runtime";
import { sampleScenario, startSimulator } from "@zhenggai/simulator";
import { type CanonicalDump, type Store, openEmbeddedStore } from "@zhenggai/store";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

const district = "division-990102";
const context: JobContext = { jobId: "test", attempt: 1, signal: new AbortController().signal };
const now = (): Date => new Date("2026-01-01T00:00:00Z");

type Evidence = { readonly capture: StoredCapture; readonly blob: StoredBlob | null; readonly page: StoredPage };

/** A queue that only remembers which series are to be compared. */
function noting(series: Set<string>): Pick<Queue, "send"> {
  return {
    send: async <N extends JobName>(_name: N, payloads: readonly JobPayload<N>[]) => {
      for (const payload of payloads) if ("seriesId" in payload) series.add(payload.seriesId);
    },
  };
}

function stages(store: Store, series: Set<string>) {
  const queue = noting(series);
  return { extract: extractStage({ store, queue, now }, 1), compare: compareStage({ store, queue, rankOf, now }, 1) };
}

function rankOf(sourceId: string): "official" | "repost" {
  return sourceId.includes("zhuanzai") || sourceId.includes("repost") ? "repost" : "official";
}

/** Crawls the sample sites twice, before and after the silent edit, and gives the captures of the district's pages. */
async function crawlDistrict(): Promise<Evidence[]> {
  const scenario = await sampleScenario();
  const simulator = await startSimulator({ scenario });
  const store = await openEmbeddedStore({ folder: null });
  const sources = new Map(scenario.sources.map((source) => [source.id, source]));
  await registerSources(sources, store.sources, now().toISOString());
  const settings = readSettings({ CRAWL_CONNECT_TO: `127.0.0.1:${simulator.port}`, CRAWL_INTERVAL_MS: "0" });
  const logger = createLogger({ service: "test", level: "silent" });
  const series = new Set<string>();
  const { deps, close } = await createCrawlDeps({
    settings,
    store,
    queue: noting(series),
    sources,
    opensSlots: false,
    logger,
    onResponse: () => undefined,
  });
  const crawl = crawlStage(deps, 1);
  for (const slot of ["2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"]) {
    for (const id of sources.keys()) {
      const run = await store.runs.open(newRun(id, slot, "manual", slot));
      await crawl.handle({ runId: run._id }, context);
    }
    simulator.advance();
  }
  const evidence = await evidenceOf(store);
  await close();
  await simulator.close();
  await store.close();
  return evidence;
}

async function evidenceOf(store: Store): Promise<Evidence[]> {
  const { extract } = stages(store, new Set());
  for (const capture of await store.captures.listUnread(1, 1_000))
    await extract.handle({ captureId: capture._id }, context).catch(() => undefined);
  const pageIds = [...new Set((await store.captures.listOfSeries(district)).map((capture) => capture.pageId))];
  const captures = await store.captures.listOfPages(pageIds);
  return Promise.all(
    captures.map(async (capture) => {
      const page = await store.pages.get(capture.pageId);
      if (page === null) throw new Error("a capture without its page");
      const blob = capture.blobId === null ? null : await store.blobs.get(capture.blobId);
      return { capture: { ...capture, reading: null, readingRev: 0, pendingSeries: [] }, blob, page };
    }),
  );
}

/** Feeds captures in this order, comparing after every `compareEvery`-th one, and gives what the store then holds. */
async function feed(order: readonly Evidence[], compareEvery: number): Promise<CanonicalDump> {
  const store = await openEmbeddedStore({ folder: null });
  const series = new Set<string>();
  const { extract, compare } = stages(store, series);
  const compareAll = async (): Promise<void> => {
    for (const seriesId of [...series]) {
      series.delete(seriesId);
      await compare.handle({ seriesId }, context);
    }
  };
  for (const [index, { capture, blob, page }] of order.entries()) {
    await store.pages.discover([page]);
    if (blob !== null) await store.blobs.put(blob);
    await store.captures.insert(capture);
    await extract.handle({ captureId: capture._id }, context);
    if ((index + 1) % compareEvery === 0) await compareAll();
  }
  await compareAll();
  const dump = await store.dump();
  await store.close();
  return dump;
}

describe("the notices of one district, fed in any order and any number of times", () => {
  let evidence: Evidence[] = [];
  let expected: CanonicalDump;

  beforeAll(async () => {
    evidence = await crawlDistrict();
    expected = await feed(evidence, 1);
  });

  it("has at least six captures: three generations, a silent edit and copies", () => {
    expect(evidence.length).toBeGreaterThanOrEqual(6);
    expect(JSON.stringify(expected["changes"])).toContain('"notice-succeeded"');
    expect(JSON.stringify(expected["changes"])).toContain('"finding-removed"');
    expect(expected["notices"]?.length).toBeGreaterThanOrEqual(3);
  });

  it("ends in the same notices, versions and changes, in 100 orders with repeats", { timeout: 300_000 }, async () => {
    const positions = evidence.map((_, index) => index);
    const orders = fc.tuple(
      fc.shuffledSubarray(positions, { minLength: positions.length }),
      fc.array(fc.constantFrom(...positions), { maxLength: 4 }),
      fc.integer({ min: 1, max: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([order, repeats, compareEvery]) => {
        const fed = [...order, ...repeats].flatMap((index) => evidence[index] ?? []);
        expect(await feed(fed, compareEvery)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});
