import { randomUUID } from "node:crypto";
import { type Store, connectMongoStore, openEmbeddedStore } from "@zhenggai/store";
import { MongoClient } from "mongodb";
import { describe, expect, it } from "vitest";
import { atOnce } from "../series/at-once.ts";
import { documentsOf, history, seriesWorld, subject } from "../series/series-world.ts";
import { testServers } from "../servers/test-servers.ts";

const servers = testServers();

async function onMongo(mongodbUrl: string, work: (store: Store) => Promise<void>): Promise<void> {
  const databaseName = `zhenggai_test_${randomUUID().slice(0, 8)}`;
  const store = await connectMongoStore({ url: mongodbUrl, databaseName });
  const client = new MongoClient(mongodbUrl);
  try {
    await work(store);
  } finally {
    await store.close();
    await client.db(databaseName).dropDatabase();
    await client.close();
  }
}

/** In process, one after the other: what there must be in the end. */
async function expectedDocuments(): Promise<unknown> {
  const store = await openEmbeddedStore({ folder: null });
  const world = seriesWorld(store);
  for (const response of history) await world.see(response, 1);
  await world.settle();
  const documents = await documentsOf(store);
  await store.close();
  return documents;
}

describe.skipIf(servers === null)("8 workers that compare one subject at once on a real MongoDB", () => {
  it.each([0, 1, 2])("leave nothing stale, whoever writes last (turn %i)", async (turn) => {
    if (servers === null) return;
    const expected = await expectedDocuments();
    await onMongo(servers.mongodbUrl, async (store) => {
      await atOnce(store, turn, subject);
      expect(await documentsOf(store)).toEqual(expected);
      expect(await store.series.listStaleClaims("9999", 9)).toEqual([]);
      expect(await store.captures.listPendingSeries(9)).toEqual([]);
    });
  });
});
