import { expect } from "vitest";
import { type ProbeCase, probe } from "./collection-probe.ts";
import { ids } from "./conformance-case.ts";

/** What the store's queries rely on. */
export const queryCases: readonly ProbeCase[] = [
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
