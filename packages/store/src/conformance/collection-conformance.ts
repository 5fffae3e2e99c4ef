import { describe, expect, it } from "vitest";
import { isDuplicateKey } from "../duplicate-key.ts";
import { type Probe, type ProbeCase, type ProbeCollection, probe, rejectsAsDuplicate } from "./collection-probe.ts";
import { queryCases } from "./collection-query-cases.ts";
import { allAtOnce, ids } from "./conformance-case.ts";

const operatorCases: readonly ProbeCase[] = [
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
      const newest = [{ $set: { claims: { $slice: [{ $concatArrays: ["$claims", [{ rev: 6, at: "t" }]] }, -1] } } }];
      const cut = await collection.findOneAndUpdate({ _id: "a" }, newest, { returnDocument: "after" });
      expect(cut?.claims).toEqual([{ rev: 6, at: "t" }]);
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

const upsertCases: readonly ProbeCase[] = [
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
    title: "a bulk does all that can be done; it fails as a duplicate key only where nothing else failed",
    run: async (collection) => {
      await collection.insertOne(probe("a", { n: 9 }));
      const upsert = (_id: string, n: number, fields: Partial<Probe> = {}) =>
        ({
          replaceOne: { filter: { _id, n: { $lte: n } }, replacement: probe(_id, { n, ...fields }), upsert: true },
        }) as const;
      const { _id: _own, ...fields } = probe("d", { n: 4 });
      const update = { updateOne: { filter: { _id: "d" }, update: { $set: fields }, upsert: true } } as const;
      await collection.bulkWrite([upsert("b", 1), update], { ordered: false });
      await rejectsAsDuplicate(
        collection.bulkWrite([upsert("a", 1), upsert("b", 2), upsert("c", 3)], { ordered: false }),
      );
      const content = await collection.find({}, { sort: { _id: 1 } }).toArray();
      expect(content).toEqual([probe("a", { n: 9 }), probe("b", { n: 2 }), probe("c", { n: 3 }), probe("d", { n: 4 })]);
      const mixed = collection.bulkWrite([upsert("a", 1), upsert("e", 1.5), upsert("f", 6)], { ordered: false });
      const error: unknown = await mixed.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect(isDuplicateKey(error)).toBe(false);
      expect(ids(await collection.find({ n: { $gt: 3 } }, { sort: { _id: 1 } }).toArray())).toEqual(["a", "d", "f"]);
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

/** What the store relies on of a collection; `openCollection` gives an empty one with the probe's indexes each time. */
export function collectionConformance(name: string, openCollection: () => Promise<ProbeCollection>): void {
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
