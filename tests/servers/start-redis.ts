import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { findProgram } from "./find-program.ts";
import { freePort, startKept, waitUntil } from "./kept-process.ts";
import { pythonAdvice, pythonRedis } from "./python-servers.ts";

export type StartedServer = { readonly url: string; readonly description: string; readonly stop: () => Promise<void> };

/** REDIS_URL, else a server of our own. */
export async function startRedis(): Promise<StartedServer | null> {
  const given = process.env["REDIS_URL"];
  if (given !== undefined && given !== "") return { url: given, description: "REDIS_URL", stop: async () => undefined };
  return startOwnRedis();
}

/** A redis-server or valkey-server on the path, else the one inside a Python wheel; null with one line said. */
export async function startOwnRedis(password?: string): Promise<StartedServer | null> {
  const program = findProgram(["redis-server", "valkey-server"]) ?? pythonRedis();
  if (program !== null) return startRedisProgram(program, password);
  process.stderr.write(`没有 Redis，真实服务测试将跳过 / no Redis: ${pythonAdvice}\n`);
  return null;
}

/** Starts a Redis server on a free port with its data in a temporary folder. */
async function startRedisProgram(program: string, password: string | undefined): Promise<StartedServer> {
  const folder = mkdtempSync(join(tmpdir(), "zhenggai-redis-"));
  const port = await freePort();
  const options = [
    "--port",
    `${port}`,
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--appendonly",
    "yes",
    "--maxmemory-policy",
    "noeviction",
    ...(password === undefined ? [] : ["--requirepass", password]),
  ];
  const server = startKept(program, options);
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, {
    lazyConnect: false,
    retryStrategy: () => 100,
    maxRetriesPerRequest: null,
    ...(password === undefined ? {} : { password }),
  });
  client.on("error", () => undefined);
  const answers = async (): Promise<boolean> => client.status === "ready" && (await client.ping()) === "PONG";
  await waitUntil(`Redis on ${url}\n${server.output()}`, 10_000, answers);
  const version = /redis_version:(\S+)/.exec(await client.info("server"))?.[1] ?? "?";
  client.disconnect();
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, description: `Redis ${version} (${program.includes("site-packages") ? "PyPI wheel" : program})`, stop };
}
