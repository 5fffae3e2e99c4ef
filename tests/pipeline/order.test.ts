import { compareStage } from "@zhenggai/comparer";
import { extractStage } from "@zhenggai/extractor";
import type { StoredBlob, StoredCapture, StoredPage } from "@zhenggai/notice";
import { type CanonicalDump, type Store, openEmbeddedStore } from "@zhenggai/store";
import { array, assert, asyncProperty, constantFrom, integer, shuffledSubarray, tuple } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { crawlSample, fixedNow as now, jobContext as context, notingQueue } from "./crawl-sample.ts";

const district = "division-990102";

type Evidence = { readonly capture: StoredCapture; readonly blob: StoredBlob | null; readonly page: StoredPage };

function stages(store: Store, series: Set<string>) {
  const queue = notingQueue(series);
  return { extract: extractStage({ store, queue, now }, 1), compare: compareStage({ store, queue, rankOf, now }, 1) };
}

function rankOf(sourceId: string): "official" | "repost" {
  return sourceId.includes("zhuanzai") || sourceId.includes("repost") ? "repost" : "official";
}

/** The captures of the district's pages, as they were before anything was read. */
async function crawlDistrict(): Promise<Evidence[]> {
  const store = await crawlSample();
  const evidence = await evidenceOf(store);
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
    // Comparing one series may ask for others: until nothing is left.
    for (let [seriesId] = series; seriesId !== undefined; [seriesId] = series) {
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
    const orders = tuple(
      shuffledSubarray(positions, { minLength: positions.length }),
      array(constantFrom(...positions), { maxLength: 4 }),
      integer({ min: 1, max: 5 }),
    );
    await assert(
      asyncProperty(orders, async ([order, repeats, compareEvery]) => {
        const fed = [...order, ...repeats].flatMap((index) => evidence[index] ?? []);
        expect(await feed(fed, compareEvery)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});
