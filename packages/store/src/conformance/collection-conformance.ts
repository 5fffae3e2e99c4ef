import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { StoreCollection } from "../collection.ts";
import { isDuplicateKey } from "../duplicate-key.ts";
import type { IndexSpec } from "../indexes.ts";
import { allAtOnce, ids } from "./conformance-case.ts";

/** A document of the collection under test: a field for each thing that operators do. */
export const probeSchema = z.strictObject({
  _id: z.string(),
  group: z.string(),
  n: z.int().nullable(),
  tags: z.array(z.string()),
  claims: z.array(z.strictObject({ rev: z.int(), at: z.string() })),
  inner: z.strictObject({ day: z.string().nullable(), deep: z.record(z.string(), z.int()) }).nullable(),
});

export type Probe = z.infer<typeof probeSchema>;

export const probeIndexes: readonly IndexSpec[] = [
  { key: { group: 1, n: 1 }, unique: true },
  { key: { tags: 1 } },
  { key: { "inner.day": 1 } },
];

type Collection = StoreCollection<Probe>;
type Case = { readonly title: string; readonly run: (collection: Collection) => Promise<void> };

const probe = (_id: string, fields: Partial<Probe> = {}): Probe => ({
  _id,
  group: _id,
  n: 0,
  tags: [],
  claims: [],
  inner: { day: null, deep: {} },
  ...fields,
});

const rejectsAsDuplicate = async (work: Promise<unknown>): Promise<void> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(isDuplicateKey(error)).toBe(true);
};

const operatorCases: readonly Case[] = [
  {
    title: "$set reaches into a document by path and counts only what it changed",
    run: async (collection) => {
      await collection.insertOne(probe("a"));
      const update = { $set: { "inner.day": "2026-01-02", "inner.deep.x": 1, tags: ["t"] } };
      expect(await collection.updateOne({ _id: "a" }, update)).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
      expect(await collection.updateOne({ _id: "a" }, update)).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
      expect(await collection.findOne({ _id: "a" })).toEqual(
        probe("a", { tags: ["t"], inner: { day: "2026-01-02", deep: { x: 1 } } }),
      );
    },
  },
  {
    title: "$min and $max compare text as text and keep the lesser and the greater",
    run: async (collection) => {
      await collection.insertOne(probe("a", { inner: { day: "2026-01-05", deep: {} } }));
      await collection.updateOne({ _id: "a" }, { $max: { "inner.day": "2026-01-02" } });
      expect((await collection.findOne({ _id: "a" }))?.inner?.day).toBe("2026-01-05");
      await collection.updateOne({ _id: "a" }, { $min: { "inner.day": "2026-01-02" }, $max: { n: 7 } });
      expect(await collection.findOne({ _id: "a" })).toMatchObject({ n: 7, inner: { day: "2026-01-02" } });
      await collection.updateOne({ _id: "a" }, { $set: { "inner.day": null } });
      await collection.updateOne({ _id: "a" }, { $max: { "inner.day": "2026-01-01" } });
      expect((await collection.findOne({ _id: "a" }))?.inner?.day).toBe("2026-01-01");
    },
  },
  {
    title: "$addToSet adds each value once, $pull takes values and matching elements out",
    run: async (collection) => {
      const claims = [1, 2, 3].map((rev) => ({ rev, at: `t${rev}` }));
      await collection.insertOne(probe("a", { tags: ["x"], claims }));
      await collection.updateOne({ _id: "a" }, { $addToSet: { tags: { $each: ["y", "x", "y"] } }, $inc: { n: 2 } });
      expect(await collection.findOne({ _id: "a" })).toMatchObject({ n: 2, tags: ["x", "y"] });
      await collection.updateOne({ _id: "a" }, { $addToSet: { tags: { $each: [] } } });
      await collection.updateOne({ _id: "a" }, { $pull: { tags: "x" } });
      const pulled = await collection.findOneAndUpdate(
        { _id: "a" },
        { $pull: { claims: { rev: { $lte: 2 } } } },
        { returnDocument: "after" },
      );
      expect(pulled).toMatchObject({ tags: ["y"], claims: [{ rev: 3, at: "t3" }] });
    },
  },
  {
    title: "an update by aggregation computes from the document, and literals stay literal",
    run: async (collection) => {
      await collection.insertOne(probe("a", { n: 4 }));
      const stages = [
        { $set: { n: { $add: ["$n", 1] } } },
        { $set: { claims: { $concatArrays: ["$claims", [{ rev: "$n", at: { $literal: "$n" } }]] } } },
      ];
      const updated = await collection.findOneAndUpdate({ _id: "a" }, stages, { returnDocument: "after" });
      expect(updated).toEqual(probe("a", { n: 5, claims: [{ rev: 5, at: "$n" }] }));
      expect(await collection.findOneAndUpdate({ _id: "b" }, stages, { returnDocument: "after" })).toBeNull();
    },
  },
  {
    title: "50 increments at once all count",
    run: async (collection) => {
      await collection.insertOne(probe("a"));
      await allAtOnce(50, () => collection.updateOne({ _id: "a" }, { $inc: { n: 1 } }));
      expect((await collection.findOne({ _id: "a" }))?.n).toBe(50);
    },
  },
];

const upsertCases: readonly Case[] = [
  {
    title: "an upsert inserts its filter's equalities, $setOnInsert and the update; later only the update applies",
    run: async (collection) => {
      const { _id, group, ...rest } = probe("a", { n: 1 });
      const filter = { _id, group, n: { $lte: 5 } };
      const upsert = (n: number) =>
        collection.updateOne(
          filter,
          { $set: { n }, $setOnInsert: { ...rest, n: undefined, tags: ["new"] } },
          { upsert: true },
        );
      expect(await upsert(1)).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
      expect(await upsert(2)).toMatchObject({ matchedCount: 1, upsertedCount: 0 });
      expect(await collection.findOne({ _id })).toEqual(probe("a", { n: 2, tags: ["new"] }));
    },
  },
  {
    title: "an upsert whose guard fails is a duplicate key, of updateOne and of replaceOne",
    run: async (collection) => {
      await collection.insertOne(probe("a", { n: 9 }));
      const guard = { _id: "a", $or: [{ n: { $lt: 9 } }, { group: { $ne: "a" } }] };
      const { _id: _same, ...whole } = probe("a", { tags: ["t"] });
      await rejectsAsDuplicate(collection.updateOne(guard, { $set: whole }, { upsert: true }));
      await rejectsAsDuplicate(collection.replaceOne(guard, probe("a", { n: 1 }), { upsert: true }));
      expect(await collection.findOne({ _id: "a" })).toEqual(probe("a", { n: 9 }));
      await collection.replaceOne({ _id: "a", n: { $lte: 9 } }, probe("a", { n: 10 }), { upsert: true });
      await collection.replaceOne({ _id: "b" }, probe("b"), { upsert: true });
      await collection.replaceOne({ _id: "c" }, probe("c"));
      expect(ids(await collection.find({}, { sort: { _id: 1 } }).toArray())).toEqual(["a", "b"]);
    },
  },
  {
    title: "_id and unique indexes hold for inserts and updates; a free key can be taken again",
    run: async (collection) => {
      await collection.insertOne(probe("a", { group: "g", n: 1 }));
      await rejectsAsDuplicate(collection.insertOne(probe("a", { group: "h", n: 1 })));
      await rejectsAsDuplicate(collection.insertOne(probe("b", { group: "g", n: 1 })));
      await collection.insertOne(probe("b", { group: "g", n: 2 }));
      await rejectsAsDuplicate(collection.updateOne({ _id: "b" }, { $set: { n: 1 } }));
      await collection.updateOne({ _id: "a" }, { $set: { n: 3 } });
      await collection.updateOne({ _id: "b" }, { $set: { n: 1 } });
      expect(await collection.deleteMany({ _id: "a" })).toMatchObject({ deletedCount: 1 });
      await collection.insertOne(probe("c", { group: "g", n: 3 }));
      expect(await collection.countDocuments({ group: "g" })).toBe(2);
    },
  },
];

const queryCases: readonly Case[] = [
  {
    title: "null finds null and missing paths; a range finds only values of its type",
    run: async (collection) => {
      await collection.insertOne(probe("a", { inner: null }));
      await collection.insertOne(probe("b"));
      await collection.insertOne(probe("c", { inner: { day: "2026-01-01", deep: { x: 1 } } }));
      const found = async (filter: Record<string, unknown>) =>
        ids(await collection.find(filter, { sort: { _id: 1 } }).toArray());
      expect(await found({ "inner.day": null })).toEqual(["a", "b"]);
      expect(await found({ "inner.day": { $gte: "" } })).toEqual(["c"]);
      expect(await found({ "inner.day": { $lt: "2027" } })).toEqual(["c"]);
      expect(await found({ "inner.deep.x": { $exists: false } })).toEqual(["a", "b"]);
      expect(await found({ _id: { $gt: "a" }, group: { $in: ["a", "b"] } })).toEqual(["b"]);
      expect(await found({ _id: { $nin: ["a", "b"] } })).toEqual(["c"]);
      expect(await found({ $or: [{ "inner.day": "2026-01-01" }, { group: "a" }] })).toEqual(["a", "c"]);
    },
  },
  {
    title: "a value finds the arrays that hold it; distinct takes arrays apart",
    run: async (collection) => {
      await collection.insertOne(probe("a", { tags: ["s1", "s2"], claims: [{ rev: 1, at: "t1" }] }));
      await collection.insertOne(probe("b", { tags: ["s2"], claims: [{ rev: 1, at: "t7" }] }));
      await collection.insertOne(probe("c"));
      expect(await collection.countDocuments({ tags: "s2" })).toBe(2);
      expect(await collection.countDocuments({ "claims.at": { $lt: "t5" } })).toBe(1);
      const values = await collection.distinct("tags", {});
      expect(values.filter((value) => typeof value === "string").sort()).toEqual(["s1", "s2"]);
      expect(await collection.distinct("tags", { _id: "b" })).toEqual(["s2"]);
    },
  },
  {
    title: "sorting is by several fields and directions, null before text; limit and projection apply",
    run: async (collection) => {
      const day = (value: string | null) => ({ inner: { day: value, deep: {} } });
      await collection.insertOne(probe("c", day("2026-02-01")));
      await collection.insertOne(probe("b", day("2026-01-01")));
      await collection.insertOne(probe("a", day("2026-02-01")));
      await collection.insertOne(probe("d", day(null)));
      const sort = { "inner.day": -1, _id: 1 } as const;
      expect(ids(await collection.find({}, { sort }).toArray())).toEqual(["a", "c", "b", "d"]);
      expect(ids(await collection.find({}, { sort, limit: 2 }).toArray())).toEqual(["a", "c"]);
      expect(await collection.find({ _id: "a" }, { projection: { _id: 1 } }).toArray()).toEqual([{ _id: "a" }]);
      const [rest] = await collection.find({ _id: "a" }, { projection: { inner: 0 } }).toArray();
      expect(Object.keys(rest ?? {}).sort()).toEqual(["_id", "claims", "group", "n", "tags"]);
      expect((await collection.findOne({}, { sort }))?._id).toBe("a");
    },
  },
  {
    title: "updateMany and deleteMany take everything that matches, and say how many",
    run: async (collection) => {
      for (const id of ["a", "b", "c"]) await collection.insertOne(probe(id, { tags: [id === "c" ? "keep" : "go"] }));
      expect(await collection.updateMany({ tags: "go" }, { $set: { n: 5 } })).toMatchObject({ modifiedCount: 2 });
      expect(await collection.deleteMany({ n: 5 })).toMatchObject({ deletedCount: 2 });
      expect(await collection.deleteMany({ n: 5 })).toMatchObject({ deletedCount: 0 });
      expect(ids(await collection.find({}).toArray())).toEqual(["c"]);
    },
  },
  {
    title: "what is given out is a copy",
    run: async (collection) => {
      const given = probe("a", { tags: ["x"] });
      await collection.insertOne(given);
      given.tags.push("y");
      (await collection.findOne({ _id: "a" }))?.tags.push("z");
      expect((await collection.findOne({ _id: "a" }))?.tags).toEqual(["x"]);
    },
  },
];

/** What the store relies on of a collection; `openCollection` gives an empty one with the probe's indexes each time. */
export function collectionConformance(name: string, openCollection: () => Promise<Collection>): void {
  describe(`${name} does what the store needs of MongoDB's collections`, () => {
    it.each([...operatorCases, ...upsertCases, ...queryCases])("$title", async ({ run }) => {
      expect.hasAssertions();
      await run(await openCollection());
    });
    it("documents that do not match the schema are refused, with code 121, and nothing is changed", async () => {
      const collection = await openCollection();
      await collection.insertOne(probe("a"));
      await expect(collection.updateOne({ _id: "a" }, { $set: { n: "four" } })).rejects.toMatchObject({ code: 121 });
      await expect(collection.updateOne({ _id: "a" }, { $set: { n: 1.5 } })).rejects.toMatchObject({ code: 121 });
      await expect(collection.updateOne({ _id: "a" }, { $set: { extra: 1 } })).rejects.toMatchObject({ code: 121 });
      await expect(collection.updateOne({ _id: "b" }, { $set: { n: 1 } }, { upsert: true })).rejects.toMatchObject({
        code: 121,
      });
      expect(await collection.find({}).toArray()).toEqual([probe("a")]);
    });
  });
}
