import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { StoreCollection, UpdateOperators } from "../collection.ts";
import { type Probe, probeIndexes, probeSchema } from "../conformance/collection-probe.ts";
import { isDuplicateKey } from "../duplicate-key.ts";
import { openAppendLog } from "./append-log.ts";
import { embeddedCollection } from "./embedded-collection.ts";

const folder = mkdtempSync(join(tmpdir(), "zhenggai-collection-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Operation = (collection: StoreCollection<Probe>) => Promise<unknown>;

const id = fc.constantFrom("a", "b", "c", "$d", "__proto__");
const tag = fc.constantFrom("s1", "s2", "𠮷");
const day = fc.option(fc.constantFrom("2026-01-01", "2026-02-01"));
const probe: fc.Arbitrary<Probe> = fc.record({
  _id: id,
  group: fc.constantFrom("g", "h"),
  n: fc.option(fc.integer({ min: -3, max: 3 })),
  tags: fc.array(tag, { maxLength: 3 }),
  claims: fc.array(fc.record({ rev: fc.integer({ min: 0, max: 5 }), at: day.map((value) => value ?? "") }), {
    maxLength: 2,
  }),
  inner: fc.option(
    fc.record({ day, deep: fc.dictionary(fc.constantFrom("$binary", "$$x", "plain", "dotted.name"), fc.nat(9)) }),
  ),
});

const filter: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  id.map((_id) => ({ _id })),
  tag.map((tags) => ({ tags })),
  fc.constantFrom("g", "h").map((group) => ({ group })),
  day.map((value) => ({ "inner.day": value })),
  day.map((value) => ({ "inner.day": { $gte: value ?? "" } })),
  fc.array(fc.constantFrom("g", "h", "i")).map((groups) => ({ group: { $in: groups } })),
  fc.tuple(tag, id).map(([tags, _id]) => ({ $or: [{ tags }, { _id }] })),
  fc.tuple(tag, day).map(([tags, value]) => ({ $or: [{ tags }, { "inner.day": { $lt: value ?? "" } }] })),
);

const update: fc.Arbitrary<UpdateOperators> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((n) => ({ $set: { n } })),
  tag.map((tags) => ({ $addToSet: { tags } })),
  tag.map((tags) => ({ $pull: { tags } })),
  fc.nat(5).map((rev) => ({ $pull: { claims: { rev: { $lte: rev } } } })),
  fc.integer({ min: -3, max: 3 }).map((n) => ({ $max: { n } })),
);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  probe.map(
    (document): Operation =>
      (collection) =>
        collection.insertOne(document),
  ),
  probe.map(
    (document): Operation =>
      (collection) =>
        collection.replaceOne({ _id: document._id }, document, { upsert: true }),
  ),
  // By id: which of several matches updateOne takes is left open, by the server too.
  fc.tuple(id, update).map(
    ([_id, how]): Operation =>
      (collection) =>
        collection.updateOne({ _id }, how),
  ),
  fc.tuple(filter, update).map(
    ([where, how]): Operation =>
      (collection) =>
        collection.updateMany(where, how),
  ),
  filter.map(
    (where): Operation =>
      (collection) =>
        collection.deleteMany(where),
  ),
);

async function applied(operations: readonly Operation[], collection: StoreCollection<Probe>): Promise<void> {
  for (const apply of operations) {
    await apply(collection).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  }
}

const content = (collection: StoreCollection<Probe>): Promise<Probe[]> =>
  collection.find({}, { sort: { _id: 1 } }).toArray();

const open = (indexed: boolean, path: string | null) => {
  const log = path === null ? null : openAppendLog(path, () => undefined);
  const unique = probeIndexes.filter((spec) => spec.unique);
  const indexes = indexed ? probeIndexes : unique;
  return { log, collection: embeddedCollection({ schema: probeSchema, indexes, log, checkOpen: () => undefined }) };
};

describe("the embedded collection", () => {
  it("holds the same documents before and after reopening, whatever was done", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 40 }), async (operations) => {
        run += 1;
        const path = join(folder, `${run}.ejsonl`);
        const first = open(true, path);
        await applied(operations, first.collection);
        const before = await content(first.collection);
        first.log?.close();
        const second = open(true, path);
        expect(await content(second.collection)).toEqual(before);
        second.log?.close();
      }),
      { numRuns: 100 },
    );
  });

  it("finds by its indexes what a scan finds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 30 }), filter, async (operations, where) => {
        const indexed = open(true, null).collection;
        const scanned = open(false, null).collection;
        await applied(operations, indexed);
        await applied(operations, scanned);
        const sort = { _id: 1 } as const;
        expect(await indexed.find(where, { sort }).toArray()).toEqual(await scanned.find(where, { sort }).toArray());
      }),
      { numRuns: 200 },
    );
  });
});
