import { Fault } from "@zhenggai/notice";
import { type Db, MongoClient } from "mongodb";
import { createStore } from "../create-store.ts";
import type { Store } from "../store.ts";
import { mongoCollections } from "./mongo-collections.ts";
import { mongoFault } from "./mongo-fault.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { redactUrl } from "./redact-url.ts";
import { guarded, type ToFault } from "./with-faults.ts";

export type MongoOptions = {
  readonly url: string;
  /** By default the one that the address names, else `zhenggai`. */
  readonly databaseName?: string;
  /** Name under which the server lists our connections. */
  readonly appName?: string;
};

const closeWithinMs = 3000;

/**
 * The store on MongoDB: connects, creates missing collections, indexes and validators. Throws E3001 (unreachable), E3003
 * (login refused), E3005 (not a replica set), E2002 (the address is malformed); its methods throw E3001 and E3003 likewise.
 */
export async function connectMongoStore(options: MongoOptions): Promise<Store> {
  const client = createClient(options);
  const redacted = redactUrl(options.url);
  const toFault: ToFault = (error) => mongoFault(error, redacted);
  const db = client.db(options.databaseName ?? databaseOf(options.url));
  const ping = () => guarded(checkReplicaSet(db, redacted), toFault);
  const close = () => closeBounded(client);
  try {
    await ping();
    await guarded(prepareDatabase(db), toFault);
  } catch (error) {
    await close();
    throw error;
  }
  return createStore(mongoCollections(db, toFault), { ping, close });
}

function createClient({ url, appName }: MongoOptions): MongoClient {
  try {
    return new MongoClient(url, {
      appName: appName ?? "zhenggai",
      serverSelectionTimeoutMS: 5000,
      connectTimeoutMS: 5000,
      // Not `timeoutMS`: driver 7.8 ignores it. Without these a connection that goes dead leaves a call pending for ever.
      socketTimeoutMS: 20_000,
      waitQueueTimeoutMS: 5000,
      maxPoolSize: 10,
      retryReads: true,
      retryWrites: true,
      writeConcern: { w: "majority", journal: true },
      readConcern: { level: "majority" },
      ignoreUndefined: true,
      promoteBuffers: true,
    });
  } catch (error) {
    const why = error instanceof Error ? error.name : "the driver refuses it";
    throw new Fault("E2002", { value: redactUrl(url), why: `MONGODB_URL is malformed (${why})` });
  }
}

const databaseOf = (url: string): string => /^[^/]+\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? "zhenggai";

/** Retryable writes and majority write concern need a replica set; a sharded cluster's router is as good. */
async function checkReplicaSet(db: Db, redactedUrl: string): Promise<void> {
  const hello = await db.command({ hello: 1 });
  if (hello["setName"] === undefined && hello["msg"] !== "isdbgrid") throw new Fault("E3005", { value: redactedUrl });
}

/** The driver waits for running operations; a server that does not answer must not keep the process from ending. */
async function closeBounded(client: MongoClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, closeWithinMs);
  });
  const closed = client.close().catch(() => undefined);
  await Promise.race([closed, bound]);
  clearTimeout(timer);
}
