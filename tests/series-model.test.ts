import { openEmbeddedStore } from "@zhenggai/store";
import { array, assert, asyncProperty, constantFrom, integer, shuffledSubarray, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { atOnce } from "./series/at-once.ts";
import { documentsOf, history, type SeriesWorld, seriesWorld, subject } from "./series/series-world.ts";

type Step = { readonly see: number; readonly extractor: number } | "compare one" | "settle";

async function inWorld<T>(work: (world: SeriesWorld) => Promise<T>): Promise<T> {
  const store = await openEmbeddedStore({ folder: null });
  try {
    return await work(seriesWorld(store));
  } finally {
    await store.close();
  }
}

async function take(world: SeriesWorld, step: Step): Promise<void> {
  if (step === "settle") return world.settle();
  if (step === "compare one") {
    const [seriesId] = await world.store.captures.listPendingSeries(1);
    return seriesId === undefined ? undefined : world.compare(seriesId);
  }
  const response = history[step.see];
  return response === undefined ? undefined : world.see(response, step.extractor);
}

/** The set of responses as the newest extractor reads them, fed in their order and compared once. */
const fromScratch = (seen: ReadonlyMap<number, number>) =>
  inWorld(async (world) => {
    for (const [see, extractor] of [...seen].sort(([one], [other]) => one - other))
      await take(world, { see, extractor });
    await world.settle();
    return documentsOf(world.store);
  });

const positions = history.map((_, at) => at);
const steps = tuple(
  shuffledSubarray(positions, { minLength: 1 }),
  array(tuple(constantFrom(...positions), integer({ min: 0, max: 30 })), { maxLength: 4 }),
  array(tuple(constantFrom("compare one", "settle"), integer({ min: 0, max: 30 })), { maxLength: 6 }),
).map(([order, repeats, compares]): Step[] => {
  const taken: Step[] = order.map((see) => ({ see, extractor: 1 }));
  for (const [see, at] of repeats) if (order.includes(see)) taken.splice(at, 0, { see, extractor: 1 });
  for (const [step, at] of compares) taken.splice(at, 0, step === "settle" ? "settle" : "compare one");
  return taken;
});

const seenIn = (taken: readonly Step[]): Map<number, number> => {
  const seen = new Map<number, number>();
  for (const step of taken) {
    if (typeof step === "object") seen.set(step.see, Math.max(step.extractor, seen.get(step.see) ?? 0));
  }
  return seen;
};

describe("the series of a subject, however its captures come", () => {
  it("has everything that the history holds, once all of it is there", async () => {
    const all = await fromScratch(new Map(positions.map((at) => [at, 1])));
    const text = JSON.stringify(all);
    for (const kind of [
      "finding-repeated",
      "outcome-changed",
      "page-removed",
      "page-restored",
      "copy-diverged",
      "notice-succeeded",
    ]) {
      expect(text.includes(`"${kind}"`), kind).toBe(true);
    }
    // Two cycles, the predecessor's, and nothing of copies and error pages.
    expect(all.notices).toHaveLength(3);
    expect(text.includes("系统升级维护中")).toBe(false);
  });

  it("ends as recomputed from scratch: any order, repeats, late arrivals", { timeout: 300_000 }, async () => {
    await assert(
      asyncProperty(steps, async (taken) => {
        const ended = await inWorld(async (world) => {
          for (const step of taken) await take(world, step);
          await world.settle();
          return documentsOf(world.store);
        });
        expect(ended).toEqual(await fromScratch(seenIn(taken)));
      }),
      { numRuns: 25 },
    );
  });

  it(
    "read anew by a newer extractor tells nobody of anything, and ends as if it had been read so at first",
    { timeout: 300_000 },
    async () => {
      const upgrades = tuple(
        shuffledSubarray(positions, { minLength: positions.length }),
        array(integer({ min: 0, max: 30 }), { maxLength: 4 }),
      );
      const expected = await fromScratch(new Map(positions.map((at) => [at, 2])));
      await assert(
        asyncProperty(upgrades, async ([order, compares]) => {
          await inWorld(async (world) => {
            for (const see of positions) await take(world, { see, extractor: 1 });
            await world.settle();
            const told = new Set(world.told);
            const taken: Step[] = order.map((see) => ({ see, extractor: 2 }));
            for (const at of compares) taken.splice(at, 0, "compare one");
            for (const step of taken) await take(world, step);
            await world.settle();
            expect([...world.told].filter((id) => !told.has(id))).toEqual([]);
            const news = (await world.store.changes.listUndelivered("feed", 500)).filter(({ _id }) => !told.has(_id));
            expect(news.map(({ change }) => change.summary.zh)).toEqual([]);
            expect(await documentsOf(world.store)).toEqual(expected);
          });
        }),
        { numRuns: 8 },
      );
    },
  );

  it("stays news after an upgrade where the site did change", async () => {
    await inWorld(async (world) => {
      for (const see of positions.slice(0, 4)) await take(world, { see, extractor: 1 });
      await world.settle();
      for (const see of positions.slice(0, 4)) await take(world, { see, extractor: 2 });
      await world.settle();
      const before = new Set(world.told);
      // The edited page, read by the new extractor at once.
      await take(world, { see: 4, extractor: 2 });
      await world.settle();
      const fresh = await world.store.changes.getMany([...world.told].filter((id) => !before.has(id)));
      expect(fresh.map(({ change }) => [change.kind, change.origin])).toContainEqual(["outcome-changed", "site"]);
    });
  });

  it("compared by 8 workers at once while captures arrive, is never left stale", { timeout: 120_000 }, async () => {
    const expected = await fromScratch(new Map(positions.map((at) => [at, 1])));
    for (let turn = 0; turn < 6; turn += 1) {
      const store = await openEmbeddedStore({ folder: null });
      await atOnce(store, turn, subject);
      expect(await documentsOf(store)).toEqual(expected);
      expect(await store.series.listStaleClaims("9999", 9)).toEqual([]);
      await store.close();
    }
  });
});
