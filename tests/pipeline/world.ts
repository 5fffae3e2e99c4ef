import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Simulator, startSimulator } from "@zhenggai/simulator";
import { type Store, connectMongoStore } from "@zhenggai/store";
import { Redis } from "ioredis";
import { MongoClient } from "mongodb";
import { waitUntil } from "../servers/kept-process.ts";
import { type CliRun, type ServiceProcess, runCli, startService } from "../servers/service-processes.ts";

type Scenario = Parameters<typeof startSimulator>[0]["scenario"];
export type Servers = { readonly redisUrl: string; readonly mongodbUrl: string };

/** A simulated web, a database and a queue of its own on the real servers, and the service processes that work on them. */
export type World = {
  readonly simulator: Simulator;
  readonly store: Store;
  readonly redis: Redis;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Starts one more process of a service; `mainFile` replaces its own main file. */
  readonly start: (name: string, mainFile?: string) => Promise<ServiceProcess>;
  /** `zhenggai crawl --json` as a process, to its end. */
  readonly crawl: () => Promise<CliRun>;
  readonly settled: (timeoutMs: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type WorldOptions = {
  readonly servers: Servers;
  readonly scenario: Scenario;
  readonly settings?: Readonly<Record<string, string>>;
};

export async function createWorld({ servers, scenario, settings }: WorldOptions): Promise<World> {
  const simulator = await startSimulator({ scenario });
  const folder = mkdtempSync(join(tmpdir(), "zhenggai-world-"));
  for (const [name, yaml] of scenario.sourceFiles) writeFileSync(join(folder, name), yaml);
  const name = `zhenggai_test_${randomUUID().slice(0, 8)}`;
  const environment: Record<string, string> = {
    REDIS_URL: servers.redisUrl,
    MONGODB_URL: servers.mongodbUrl,
    MONGODB_DATABASE: name,
    QUEUE_PREFIX: name,
    SOURCES_DIR: folder,
    CRAWL_CONNECT_TO: `127.0.0.1:${simulator.port}`,
    CRAWL_INTERVAL_MS: "0",
    RECONCILE_MS: "500",
    QUEUE_LOCK_MS: "2000",
    HEALTH_PORT: "0",
    CONSOLE_PORT: "0",
    FEED_PATH: join(folder, "feed.atom"),
    LOG_LEVEL: "info",
    ...settings,
  };
  const store = await connectMongoStore({ url: servers.mongodbUrl, databaseName: name });
  const redis = new Redis(servers.redisUrl);
  const running: ServiceProcess[] = [];
  return {
    simulator,
    store,
    redis,
    folder,
    environment,
    start: async (service, mainFile) => {
      const started = await startService(service, environment, mainFile);
      running.push(started);
      return started;
    },
    crawl: () => runCli(["crawl", "--json", "--timeout", "90"], environment),
    settled: (timeoutMs) => waitUntil("nothing left to do", timeoutMs, () => isQuiet(store)),
    stop: async () => {
      await Promise.all(running.map(({ kept }) => kept.stop()));
      await store.close();
      redis.disconnect();
      await dropDatabase(servers.mongodbUrl, name);
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function isQuiet(store: Store): Promise<boolean> {
  const [runs, unread, series, feed] = await Promise.all([
    store.runs.listOpen(1),
    store.captures.listUnread(1, 1),
    store.captures.listPendingSeries(1),
    store.changes.listUndelivered("feed", 1),
  ]);
  return runs.length + unread.length + series.length + feed.length === 0;
}

async function dropDatabase(url: string, name: string): Promise<void> {
  const client = new MongoClient(url);
  await client.db(name).dropDatabase();
  await client.close();
}
