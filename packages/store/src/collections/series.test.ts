import { describe, expect, it } from "vitest";
import type { StoredChain, StoredChange, StoredNotice, StoredSeries } from "@zhenggai/notice";
import type { StoreCollection, StoredDocument } from "../collection.ts";
import { at, sampleChainRow, sampleChangeRow, sampleNoticeRow } from "../conformance/samples.ts";
import { documentSchemas as schemas } from "../document-schemas.ts";
import { embeddedCollection } from "../embedded/embedded-collection.ts";
import { indexes } from "../indexes.ts";
import type { SeriesResult } from "../store.ts";
import { seriesStore, type SeriesCollections } from "./series.ts";

const common = { log: null, checkOpen: () => undefined };
const newCollections = (): SeriesCollections => ({
  series: embeddedCollection<StoredSeries>({ schema: schemas.series, indexes: indexes.series, ...common }),
  notices: embeddedCollection<StoredNotice>({ schema: schemas.notices, indexes: indexes.notices, ...common }),
  changes: embeddedCollection<StoredChange>({ schema: schemas.changes, indexes: indexes.changes, ...common }),
  finding_chains: embeddedCollection<StoredChain>({
    schema: schemas.finding_chains,
    indexes: indexes.finding_chains,
    ...common,
  }),
});

const result = (id: string): SeriesResult => ({
  notices: [sampleNoticeRow({ _id: "shared" }), sampleNoticeRow({ _id: id })],
  changes: [sampleChangeRow({ _id: "shared" }), sampleChangeRow({ _id: id })],
  chains: [sampleChainRow({ _id: "shared" }), sampleChainRow({ _id: id })],
});

/** The collection with `intrude` run before each of the named calls. */
function interrupted<D extends StoredDocument>(
  collection: StoreCollection<D>,
  intrude: (method: string) => Promise<void>,
): StoreCollection<D> {
  const before = async <T>(method: string, work: () => Promise<T>): Promise<T> => {
    await intrude(method);
    return work();
  };
  return {
    ...collection,
    findOne: (...given) => before("findOne", () => collection.findOne(...given)),
    updateOne: (...given) => before("updateOne", () => collection.updateOne(...given)),
    updateMany: (...given) => before("updateMany", () => collection.updateMany(...given)),
    replaceOne: (...given) => before("replaceOne", () => collection.replaceOne(...given)),
    findOneAndUpdate: (...given) => before("findOneAndUpdate", () => collection.findOneAndUpdate(...given)),
    deleteMany: (...given) => before("deleteMany", () => collection.deleteMany(...given)),
  };
}

function interruptedCollections(collections: SeriesCollections, intrude: () => Promise<void>): SeriesCollections {
  return {
    series: interrupted(collections.series, intrude),
    notices: interrupted(collections.notices, intrude),
    changes: interrupted(collections.changes, intrude),
    finding_chains: interrupted(collections.finding_chains, intrude),
  };
}

async function content({ notices, changes, finding_chains: chains }: SeriesCollections) {
  const sort = { _id: 1 } as const;
  return {
    notices: (await notices.find({}, { sort }).toArray()).map(({ _id }) => _id),
    changes: (await changes.find({ state: "current" }, { sort }).toArray()).map(({ _id }) => _id),
    chains: (await chains.find({}, { sort }).toArray()).map(({ _id }) => _id),
  };
}

/** More than the calls that one write makes. */
const everyStep = Array.from({ length: 20 }, (_, step) => step);

describe("a series that is written while another comparer", () => {
  it.each(everyStep)("claims and writes it, before step %i: the later result stands, alone", async (step) => {
    const collections = newCollections();
    const plain = seriesStore(collections);
    let steps = 0;
    const slow = interruptedCollections(collections, async () => {
      steps += 1;
      if (steps !== step + 1) return;
      expect(await plain.write("s", await plain.claim("s", at(1)), result("later"))).toBe(true);
    });
    const rev = await plain.claim("s", at(0));
    const isNewest = await seriesStore(slow).write("s", rev, result("earlier"));
    // Steps after the last one never come: then nobody intruded.
    const winner = steps > step ? "later" : "earlier";
    expect(isNewest).toBe(winner === "earlier");
    expect(await content(collections)).toEqual({
      notices: [winner, "shared"],
      changes: [winner, "shared"],
      chains: [winner, "shared"],
    });
    expect(steps).toBeLessThan(everyStep.length);
    expect(await plain.listStaleClaims(at(9), 9)).toEqual([]);
  });

  it.each(everyStep)(
    "claims it before step %i and then dies: the claim stays on record and redoing it mends all",
    async (step) => {
      const collections = newCollections();
      const plain = seriesStore(collections);
      let steps = 0;
      const slow = interruptedCollections(collections, async () => {
        steps += 1;
        if (steps === step + 1) await plain.claim("s", at(1));
      });
      const isNewest = await seriesStore(slow).write("s", await plain.claim("s", at(0)), result("earlier"));
      expect(isNewest).toBe(steps <= step);
      expect(await plain.listStaleClaims(at(9), 9)).toEqual(steps > step ? ["s"] : []);
      expect(await plain.write("s", await plain.claim("s", at(2)), result("redone"))).toBe(true);
      expect(await content(collections)).toEqual({
        notices: ["redone", "shared"],
        changes: ["redone", "shared"],
        chains: ["redone", "shared"],
      });
      expect(await plain.listStaleClaims(at(9), 9)).toEqual([]);
    },
  );

  it.each(everyStep)("looks on, and its writer dies before step %i: redoing it mends all", async (step) => {
    const collections = newCollections();
    const plain = seriesStore(collections);
    let steps = 0;
    const dying = interruptedCollections(collections, async () => {
      steps += 1;
      if (steps > step) throw new Error("killed");
    });
    const rev = await plain.claim("s", at(0));
    const isDone = await seriesStore(dying)
      .write("s", rev, result("earlier"))
      .catch(() => false);
    expect(await plain.listStaleClaims(at(9), 9)).toEqual(isDone ? [] : ["s"]);
    expect(await plain.write("s", await plain.claim("s", at(1)), result("redone"))).toBe(true);
    expect(await content(collections)).toEqual({
      notices: ["redone", "shared"],
      changes: ["redone", "shared"],
      chains: ["redone", "shared"],
    });
  });
});

describe("a series that nobody gets written", () => {
  it("keeps its newest claims only, and is stale all the same", async () => {
    const collections = newCollections();
    const store = seriesStore(collections);
    for (let minute = 1; minute <= 250; minute += 1) await store.claim("s", at(minute));
    const stored = await collections.series.findOne({ _id: "s" });
    expect(stored?.claims).toHaveLength(100);
    expect(stored?.claims.at(-1)).toEqual({ rev: 250, at: at(250) });
    expect(await store.listStaleClaims(at(250), 1)).toEqual(["s"]);
    expect(await store.write("s", 250, { notices: [], changes: [] })).toBe(true);
    expect((await collections.series.findOne({ _id: "s" }))?.claims).toEqual([]);
  });
});
