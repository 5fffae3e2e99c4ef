import { randomUUID } from "node:crypto";
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectionConformance } from "../conformance/collection-conformance.ts";
import { type Probe, probeIndexes, probeSchema } from "../conformance/collection-probe.ts";
import { allAtOnce } from "../conformance/conformance-case.ts";
import { at, sampleCapture, samplePage, sampleRun, sampleVersion } from "../conformance/samples.ts";
import { storeConformance } from "../conformance/store-conformance.ts";
import { collectionNames } from "../document-schemas.ts";
import { indexes } from "../indexes.ts";
import { connectMongoStore } from "./connect-mongo.ts";
import { jsonSchemaOf } from "./json-schema-of.ts";

const url = process.env["ZHENGGAI_TEST_MONGODB_URL"] ?? "";
if (url === "" && process.env["CI"]) throw new Error("ZHENGGAI_TEST_MONGODB_URL is not set, and CI may not skip");
if (url === "") process.stderr.write("SKIPPED: mongo-store.real.test.ts needs ZHENGGAI_TEST_MONGODB_URL\n");

describe.skipIf(url === "")("the store on a real MongoDB", () => {
  const databases: string[] = [];
  const newDatabase = (): string => {
    const name = `zhenggai_test_${randomUUID().replaceAll("-", "")}`;
    databases.push(name);
    return name;
  };
  let client: MongoClient;
  beforeAll(() => {
    client = new MongoClient(url, { ignoreUndefined: true });
  });
  afterAll(async () => {
    for (const name of databases) await client.db(name).dropDatabase();
    await client.close();
  });

  storeConformance("the MongoDB store", () => connectMongoStore({ url, databaseName: newDatabase() }));

  collectionConformance("the driver's collection", async () => {
    const db = client.db(newDatabase());
    const validator = { $jsonSchema: jsonSchemaOf(probeSchema) };
    const collection = await db.createCollection<Probe>("probes", { validator });
    await collection.createIndexes([...probeIndexes]);
    return collection;
  });

  it("8 processes that start at once make one set of collections, validators and indexes", async () => {
    const databaseName = newDatabase();
    const stores = await allAtOnce(8, () => connectMongoStore({ url, databaseName }));
    await Promise.all(stores.map((store) => store.close()));
    const db = client.db(databaseName);
    const stored = await db.listCollections({}, { nameOnly: false }).toArray();
    expect(stored.map(({ name }) => name).sort()).toEqual([...collectionNames].sort());
    for (const { name, options } of stored) {
      expect(options, name).toMatchObject({ validationLevel: "strict", validationAction: "error" });
      expect(options?.["validator"], name).toHaveProperty("$jsonSchema.additionalProperties", false);
    }
    for (const name of collectionNames) {
      expect(await db.collection(name).indexes(), name).toHaveLength(1 + indexes[name].length);
    }
  });

  it("connecting again puts back a validator and an index that someone changed", async () => {
    const databaseName = newDatabase();
    await (await connectMongoStore({ url, databaseName })).close();
    const db = client.db(databaseName);
    await db.command({ collMod: "runs", validator: {}, validationLevel: "off" });
    await db.collection("runs").dropIndexes();
    await (await connectMongoStore({ url, databaseName })).close();
    await expect(db.collection<{ _id: string }>("runs").insertOne({ _id: "malformed" })).rejects.toMatchObject({
      code: 121,
    });
    expect(await db.collection("runs").indexes()).toHaveLength(1 + indexes.runs.length);
  });

  it("validators accept the samples and refuse documents that other programs malform", async () => {
    const databaseName = newDatabase();
    const store = await connectMongoStore({ url, databaseName });
    await store.pages.discover([samplePage()]);
    await store.captures.insert(sampleCapture());
    await store.versions.put(sampleVersion());
    await store.runs.open(sampleRun());
    await store.close();
    const db = client.db(databaseName);
    const refused: [string, string, object][] = [
      ["pages", samplePage()._id, { $set: { presence: "lost" } }],
      ["pages", samplePage()._id, { $set: { nextCheckAt: "tomorrow" } }],
      ["pages", samplePage()._id, { $unset: { url: "" } }],
      ["captures", "capture-1", { $set: { sequence: 1.5 } }],
      ["captures", "capture-1", { $set: { sequence: 0 } }],
      ["versions", "notice-1@a", { $set: { "reading.findings": [{ n: 1 }] } }],
      ["versions", "notice-1@a", { $set: { "reading.subject.division": { code: "32" } } }],
      ["runs", sampleRun()._id, { $set: { extra: 1 } }],
    ];
    for (const [name, _id, update] of refused) {
      await expect(
        db.collection<{ _id: string }>(name).updateOne({ _id }, update),
        JSON.stringify(update),
      ).rejects.toMatchObject({ code: 121 });
    }
  });

  it("a document that got in malformed is refused on the way out", async () => {
    const databaseName = newDatabase();
    const store = await connectMongoStore({ url, databaseName });
    await client
      .db(databaseName)
      .collection<{ _id: string; startedAt: string }>("runs")
      .insertOne({ _id: "r", startedAt: at(0) }, { bypassDocumentValidation: true });
    await expect(store.runs.get("r")).rejects.toThrow("sourceId");
    await store.close();
  });

  it("the database is the one that the address names", async () => {
    const named = newDatabase();
    const [base = "", query = ""] = url.split("?");
    const origin = /^[^/]+\/\/[^/]+/.exec(base)?.[0] ?? "";
    const store = await connectMongoStore({ url: `${origin}/${named}?${query}` });
    await store.pages.discover([samplePage()]);
    await store.close();
    expect(await client.db(named).collection("pages").countDocuments()).toBe(1);
  });
});
