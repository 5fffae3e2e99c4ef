import { randomUUID } from "node:crypto";
import { createServer, type Server, type Socket, connect } from "node:net";
import { BSON, MongoClient } from "mongodb";
import { afterEach, describe, expect, it } from "vitest";
import { sampleNoticeRow } from "../conformance/samples.ts";
import type { Store } from "../store.ts";
import { connectMongoStore } from "./connect-mongo.ts";

type Reply = Record<string, unknown>;
/** Answers a command; null leaves it without an answer. */
type Answer = (command: string) => Reply | null;

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

const replicaSet = { setName: "rs0", setVersion: 1, me: "stub", hosts: ["stub"] };
const hello: Reply = { ok: 1, isWritablePrimary: true, helloOk: true, minWireVersion: 0, maxWireVersion: 25 };

/** Speaks as much of MongoDB's wire protocol as a connection needs: OP_QUERY of the first hello, then OP_MSG. */
async function stubServer(greeting: Reply, answer: Answer): Promise<string> {
  const respond = (command: string): Reply | null => {
    if (command === "hello" || command === "ismaster") return { ...hello, ...greeting, localTime: new Date(0) };
    return answer(command);
  };
  const port = await listen(
    createServer((socket) => {
      let pending = Buffer.alloc(0);
      socket.on("data", (chunk) => {
        pending = Buffer.concat([pending, chunk]);
        while (pending.length >= 4 && pending.length >= pending.readInt32LE(0)) {
          const message = pending.subarray(0, pending.readInt32LE(0));
          pending = pending.subarray(message.length);
          const reply = respond(commandOf(message));
          if (reply !== null) socket.write(replyTo(message, reply));
        }
      });
    }),
  );
  return `127.0.0.1:${port}`;
}

const opQuery = 2004;

function commandOf(message: Buffer): string {
  const isQuery = message.readInt32LE(12) === opQuery;
  const start = isQuery ? message.indexOf(0, 20) + 9 : 21;
  const document = message.subarray(start, start + message.readInt32LE(start));
  return Object.keys(BSON.deserialize(document))[0] ?? "";
}

function replyTo(message: Buffer, reply: Reply): Buffer {
  const isQuery = message.readInt32LE(12) === opQuery;
  const body = BSON.serialize(reply);
  // OP_REPLY has flags, cursor id, offset and count before its document; OP_MSG has flags and a section's kind.
  const fixed = isQuery ? Buffer.alloc(20) : Buffer.alloc(5);
  if (isQuery) fixed.writeInt32LE(1, 16);
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + fixed.length + body.length, 0);
  header.writeInt32LE(message.readInt32LE(4), 8);
  header.writeInt32LE(isQuery ? 1 : 2013, 12);
  return Buffer.concat([header, fixed, body]);
}

const accepting: Answer = (command) =>
  command === "listCollections" ? { ok: 1, cursor: { id: 0n, ns: "x.y", firstBatch: [] } } : { ok: 1, n: 1 };

async function stubStore(answer: Answer): Promise<Store> {
  let isReady = false;
  const host = await stubServer(replicaSet, (command) => (isReady ? answer(command) : accepting(command)));
  const store = await connectMongoStore({ url: `mongodb://${host}/x?directConnection=true` });
  closers.push(store.close);
  isReady = true;
  return store;
}

const page = "https://jw.yunting.example/2026/art_1.html";

describe("what keeps the store from MongoDB is said as a fault", () => {
  it("an address where nothing listens is E3001, with the login redacted, within 10 s", async () => {
    const connecting = connectMongoStore({ url: "mongodb://ops:s3cret@127.0.0.1:1/zhenggai?authSource=admin" });
    await expect(connecting).rejects.toMatchObject({
      code: "E3001",
      value: "mongodb://***@127.0.0.1:1/zhenggai",
      retry: "later",
    });
  }, 10_000);

  it("a malformed address is E2002 and does not show its password", async () => {
    for (const url of [
      "mongodb://ops:s3cr@et@host/",
      "postgres://ops:s3cret@host/",
      "mongodb://h/?timeout=x&pass=s3cret",
    ]) {
      const fault: unknown = await connectMongoStore({ url }).catch((error: unknown) => error);
      expect(fault).toMatchObject({ code: "E2002" });
      expect(JSON.stringify(fault) + String(fault)).not.toMatch(/s3cr/);
    }
  });

  it("a refused login is E3003", async () => {
    const refused = { ok: 0, code: 18, codeName: "AuthenticationFailed", errmsg: "Authentication failed." };
    const host = await stubServer(replicaSet, () => refused);
    const connecting = connectMongoStore({ url: `mongodb://ops:wrong@${host}/x?directConnection=true` });
    await expect(connecting).rejects.toMatchObject({ code: "E3003", retry: "never" });
  });

  it("a user without rights is E3003", async () => {
    const unauthorized = { ok: 0, code: 13, codeName: "Unauthorized", errmsg: "not authorized" };
    const store = await stubStore(() => unauthorized);
    await expect(store.pages.get(page)).rejects.toMatchObject({ code: "E3003" });
  });

  it("a standalone server is E3005; a sharded cluster's router is accepted", async () => {
    const standalone = await stubServer({}, accepting);
    await expect(connectMongoStore({ url: `mongodb://${standalone}/x` })).rejects.toMatchObject({ code: "E3005" });
    const router = await stubServer({ msg: "isdbgrid" }, accepting);
    const store = await connectMongoStore({ url: `mongodb://${router}/x` });
    await store.close();
  });

  it.each([
    ["InterruptedAtShutdown", 11600],
    ["NotWritablePrimary", 10107],
    ["PrimarySteppedDown", 189],
    ["ReadConcernMajorityNotAvailableYet", 134],
  ])(
    "a server that answers %s is E3001",
    async (codeName, code) => {
      const store = await stubStore(() => ({ ok: 0, code, codeName, errmsg: "x" }));
      await expect(store.pages.get(page)).rejects.toMatchObject({ code: "E3001" });
      await expect(store.pages.update(page, { presence: "seen" })).rejects.toMatchObject({ code: "E3001" });
    },
    30_000,
  );

  it("a majority that does not confirm a write is E3001: the outcome is unknown", async () => {
    const writeConcernError = {
      code: 64,
      codeName: "WriteConcernTimeout",
      errmsg: "waiting for replication timed out",
    };
    const store = await stubStore(() => ({ ok: 1, n: 1, nModified: 1, writeConcernError }));
    await expect(store.pages.update(page, { presence: "seen" })).rejects.toMatchObject({ code: "E3001" });
  });

  it("a majority that does not confirm a bulk is E3001, also where some of its keys were taken", async () => {
    const writeConcernError = { code: 64, codeName: "WriteConcernTimeout", errmsg: "waiting timed out" };
    const taken = { index: 0, code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: "n1" }, errmsg: "E11000" };
    for (const writeErrors of [[], [taken]]) {
      let updates = 0;
      const series = { _id: "s", rev: 1, claims: [] };
      const store = await stubStore((command) => {
        if (command === "find") return { ok: 1, cursor: { id: 0n, ns: "x.series", firstBatch: [series] } };
        if (command === "update") updates += 1;
        // The first update takes over what moved here; the second is the bulk.
        return updates === 2
          ? { ok: 1, n: 1, nModified: 1, writeErrors, writeConcernError }
          : { ok: 1, n: 1, nModified: 1 };
      });
      const written = store.series.write("s", 1, { notices: [sampleNoticeRow({ _id: "n1" })], changes: [] });
      await expect(written).rejects.toMatchObject({ code: "E3001" });
      expect(updates).toBe(2);
    }
  });

  it("an error that is not about reaching the server stays what it is", async () => {
    const store = await stubStore(() => ({ ok: 0, code: 9, codeName: "FailedToParse", errmsg: "bad" }));
    await expect(store.pages.get(page)).rejects.toMatchObject({ name: "MongoServerError", code: 9 });
  });
});

describe("a server that goes away", () => {
  const url = process.env["ZHENGGAI_TEST_MONGODB_URL"] ?? "";

  it.skipIf(url === "")(
    "makes every method say E3001, lets close return within 3 s, and is found again",
    async () => {
      const target = /@?([^/@:?]+):(\d+)/.exec(url.replace(/^mongodb:\/\//, ""));
      let isUp = true;
      const sockets = new Set<Socket>();
      const port = await listen(
        createServer((socket) => {
          if (!isUp) {
            socket.destroy();
            return;
          }
          const upstream = connect(Number(target?.[2]), target?.[1]);
          for (const end of [socket, upstream]) {
            sockets.add(end);
            end.on("error", () => undefined);
          }
          socket.pipe(upstream).pipe(socket);
        }),
      );
      // Directly: a driver that looks for the set's members would find them beside the proxy.
      const login = /^mongodb:\/\/([^/]*@)?/.exec(url)?.[1] ?? "";
      const query = /authSource=[^&]*/.exec(url)?.[0] ?? "";
      const databaseName = `zhenggai_test_${randomUUID().replaceAll("-", "")}`;
      const proxied = `mongodb://${login}127.0.0.1:${port}/?directConnection=true&${query}`;
      const store = await connectMongoStore({ url: proxied.replace(/&$/, ""), databaseName });
      closers.push(async () => {
        const client = new MongoClient(url);
        await client.db(databaseName).dropDatabase();
        await client.close();
      });
      expect(await store.pages.get(page)).toBeNull();
      isUp = false;
      for (const socket of sockets) socket.destroy();
      const calls = [
        store.ping(),
        store.pages.get(page),
        store.pages.list(1),
        store.runs.listOpen(1),
        store.notices.count(),
        store.captures.listPendingSeries(1),
        store.captures.sawAgain("c", "2026-11-21T00:00:00.000Z"),
        store.versions.removeOlder("s", 1),
        store.series.claim("s", "2026-11-21T00:00:00.000Z"),
        store.hosts.acquire("h", "a", "2026-11-21T00:00:00.000Z", "2026-11-21T00:00:01.000Z"),
        store.dump(),
      ];
      const outcomes = await Promise.allSettled(calls);
      for (const outcome of outcomes) expect(outcome).toMatchObject({ status: "rejected", reason: { code: "E3001" } });
      isUp = true;
      await expect
        .poll(
          () =>
            store.ping().then(
              () => "up",
              () => "down",
            ),
          { timeout: 15_000 },
        )
        .toBe("up");
      isUp = false;
      for (const socket of sockets) socket.destroy();
      const startedMs = performance.now();
      await store.close();
      expect(performance.now() - startedMs).toBeLessThan(3500);
    },
    60_000,
  );

  it("and never answers: close returns within 3 s although a call is pending", async () => {
    const store = await stubStore(() => null);
    const pending = store.pages.get(page).catch((error: unknown) => error);
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    const startedMs = performance.now();
    await store.close();
    expect(performance.now() - startedMs).toBeLessThan(3500);
    expect(await pending).toMatchObject({ code: "E3001" });
  }, 30_000);
});
