import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { findProgram } from "./find-program.ts";
import { freePort, startKept, waitUntil } from "./kept-process.ts";
import { pythonAdvice, pythonMongo } from "./python-servers.ts";
import type { StartedServer } from "./start-redis.ts";

/** MONGODB_URL, else a server of our own. */
export async function startMongo(): Promise<StartedServer | null> {
  const given = process.env["MONGODB_URL"];
  if (given !== undefined && given !== "")
    return { url: given, description: "MONGODB_URL", stop: async () => undefined };
  return startOwnMongo();
}

/**
 * A mongod on the path, else the official binary where its download host answers within a few seconds, else SecantusDB inside a
 * Python wheel; null with one line said.
 */
export async function startOwnMongo(): Promise<StartedServer | null> {
  const mongod = findProgram(["mongod"]) ?? (await downloadedMongod());
  if (mongod !== null) return startMongod(mongod);
  const secantus = pythonMongo();
  if (secantus !== null) return startSecantus(secantus);
  process.stderr.write(`没有 MongoDB，真实服务测试将跳过 / no MongoDB: ${pythonAdvice}\n`);
  return null;
}

async function downloadedMongod(): Promise<string | null> {
  try {
    await fetch("https://fastdl.mongodb.org/", { method: "HEAD", signal: AbortSignal.timeout(3_000) });
    const { MongoBinary } = await import("mongodb-memory-server-core");
    return await MongoBinary.getPath();
  } catch {
    return null;
  }
}

async function startMongod(program: string): Promise<StartedServer> {
  const folder = mkdtempSync(join(tmpdir(), "zhenggai-mongo-"));
  const port = await freePort();
  const server = startKept(program, [
    "--port",
    `${port}`,
    "--bind_ip",
    "127.0.0.1",
    "--dbpath",
    folder,
    "--replSet",
    "rs0",
    "--quiet",
  ]);
  const direct = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  await waitUntil(`mongod on ${port}`, 30_000, () => initiated(direct, port));
  const url = `mongodb://127.0.0.1:${port}/?replicaSet=rs0`;
  return {
    url,
    description: `mongod ${await versionOf(direct)} (${program})`,
    stop: () => stopped(server.stop, folder),
  };
}

async function initiated(url: string, port: number): Promise<boolean> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 500 });
  try {
    const admin = client.db("admin");
    const hello = await admin.command({ hello: 1 });
    if (hello["isWritablePrimary"] === true) return true;
    if (hello["setName"] === undefined) {
      await admin.command({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: `127.0.0.1:${port}` }] } });
    }
    return false;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

async function startSecantus(script: string): Promise<StartedServer> {
  const folder = mkdtempSync(join(tmpdir(), "zhenggai-mongo-"));
  const port = await freePort();
  const server = startKept(script, ["--port", `${port}`, "--storage-path", folder, "--log-level", "WARNING"]);
  const url = `mongodb://127.0.0.1:${port}/`;
  await waitUntil(`SecantusDB on ${port}`, 20_000, async () => (await versionOf(url)) !== null);
  return {
    url,
    description: `SecantusDB 0.7.0b3 (PyPI wheel; MongoDB protocol ${await versionOf(url)})`,
    stop: () => stopped(server.stop, folder),
  };
}

async function versionOf(url: string): Promise<string | null> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 500 });
  try {
    const build = await client.db("admin").command({ buildInfo: 1 });
    return String(build["version"]);
  } catch {
    return null;
  } finally {
    await client.close();
  }
}

async function stopped(stop: () => Promise<void>, folder: string): Promise<void> {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
