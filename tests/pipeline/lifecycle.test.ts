import { readFileSync } from "node:fs";
import { sampleScenario } from "@zhenggai/simulator";
import { afterEach, describe, expect, it } from "vitest";
import { type ServiceName, type ServiceProcess, serviceNames } from "../servers/service-processes.ts";
import { startOwnMongo } from "../servers/start-mongo.ts";
import { type StartedServer, startOwnRedis } from "../servers/start-redis.ts";
import { testServers } from "../servers/test-servers.ts";
import { type World, createWorld } from "./world.ts";

const shared = testServers();
const exitWithinMs = 25_000;

/** The main file that the service's container runs, as the Dockerfile says. */
function containerCommand(name: ServiceName): string {
  const dockerfile = readFileSync(new URL("../../infra/Dockerfile", import.meta.url), "utf8");
  const file = new RegExp(`CMD \\["node", "(services/${name}/src/main\\.ts)"\\]`).exec(dockerfile)?.[1];
  if (file === undefined) throw new Error(`no CMD for ${name} in infra/Dockerfile`);
  return file;
}

/** Sends SIGTERM to the service itself and gives its exit code and how long it took. */
async function terminate({ pid, kept }: ServiceProcess): Promise<{ code: number; ms: number }> {
  const startedMs = performance.now();
  process.kill(pid, "SIGTERM");
  const code = await kept.exited;
  return { code, ms: performance.now() - startedMs };
}

/** Servers of the test's own, so that it may take them down. */
async function ownServers(): Promise<{ redis: StartedServer; mongo: StartedServer }> {
  const [redis, mongo] = [await startOwnRedis(), await startOwnMongo()];
  if (redis === null || mongo === null) throw new Error("no servers");
  return { redis, mongo };
}

describe.skipIf(shared === null)("every service", () => {
  const cleanUp: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const clean of cleanUp.splice(0).toReversed()) await clean();
  });

  async function worldOnOwnServers(): Promise<{ world: World; redis: StartedServer; mongo: StartedServer }> {
    const { redis, mongo } = await ownServers();
    const world = await createWorld({
      servers: { redisUrl: redis.url, mongodbUrl: mongo.url },
      scenario: await sampleScenario(),
    });
    return { world, redis, mongo };
  }

  async function startAll(world: World): Promise<Map<ServiceName, ServiceProcess>> {
    const started = await Promise.all(
      serviceNames.map(async (name) => [name, await world.start(name, containerCommand(name))] as const),
    );
    return new Map(started);
  }

  it("says that it lives and is ready, shows metrics, and ends on SIGTERM with code 0", async () => {
    if (shared === null) return;
    const world = await createWorld({ servers: shared, scenario: await sampleScenario() });
    cleanUp.push(world.stop);
    const services = await startAll(world);
    for (const [name, service] of services) {
      expect((await fetch(`${service.healthUrl}/livez`)).status, name).toBe(200);
      expect((await fetch(`${service.healthUrl}/readyz`)).status, name).toBe(200);
      expect(await (await fetch(`${service.healthUrl}/metrics`)).text(), name).toContain("process_cpu_seconds_total");
    }
    for (const [name, service] of services) {
      const { code, ms } = await terminate(service);
      expect(code, `${name}\n${service.kept.output()}`).toBe(0);
      expect(ms, name).toBeLessThan(exitWithinMs);
    }
  });

  it("is unready and still ends in time with Redis down", async () => {
    const { world, redis, mongo } = await worldOnOwnServers();
    cleanUp.push(mongo.stop, world.stop);
    const services = await startAll(world);
    world.redis.disconnect();
    await redis.stop();
    const crawler = services.get("crawler");
    expect((await fetch(`${crawler?.healthUrl}/readyz`)).status).toBe(503);
    expect((await fetch(`${crawler?.healthUrl}/livez`)).status).toBe(200);
    for (const [name, service] of services) {
      const { code, ms } = await terminate(service);
      expect(code, `${name}\n${service.kept.output()}`).toBe(0);
      expect(ms, name).toBeLessThan(exitWithinMs);
    }
  });

  it("is unready and still ends in time with MongoDB down", async () => {
    const { world, redis, mongo } = await worldOnOwnServers();
    cleanUp.push(redis.stop);
    const services = await startAll(world);
    await mongo.stop();
    for (const [name, service] of services) {
      expect((await fetch(`${service.healthUrl}/readyz`)).status, name).toBe(503);
      const { code, ms } = await terminate(service);
      expect(code, `${name}\n${service.kept.output()}`).toBe(0);
      expect(ms, name).toBeLessThan(exitWithinMs);
    }
    world.redis.disconnect();
    await world.simulator.close();
  });
});
