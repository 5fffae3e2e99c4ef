import { sampleScenario } from "@zhenggai/simulator";
import type { CanonicalDump } from "@zhenggai/store";
import { beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../servers/kept-process.ts";
import type { ServiceProcess } from "../servers/service-processes.ts";
import { testServers } from "../servers/test-servers.ts";
import { type Servers, type World, createWorld } from "../pipeline/world.ts";

const servers = testServers();
const names = ["crawler", "extractor", "comparer", "notifier"] as const;
type Processes = ReadonlyMap<string, ServiceProcess>;

/** What goes wrong while the first crawl runs. */
type Disturbance = (world: World, processes: Processes) => Promise<void>;

async function runScenario(
  given: Servers,
  options: {
    readonly disturb?: Disturbance;
    readonly mainFile?: (name: string) => string;
    readonly settings?: Record<string, string>;
  },
): Promise<CanonicalDump> {
  const world = await createWorld({
    servers: given,
    scenario: await sampleScenario(),
    settings: options.settings ?? {},
  });
  try {
    const processes = new Map<string, ServiceProcess>();
    await Promise.all(
      names.map(async (name) => processes.set(name, await world.start(name, options.mainFile?.(name)))),
    );
    const first = world.crawl();
    await options.disturb?.(world, processes);
    expect((await first).status).toBe(0);
    await world.settled(90_000);
    world.simulator.advance();
    expect((await world.crawl()).status).toBe(0);
    await world.settled(90_000);
    return await world.store.dump();
  } finally {
    await world.stop();
  }
}

/** Waits until some captures are read and more is to come: the middle of the run. */
async function midRun(world: World): Promise<void> {
  await waitUntil("the middle of the run", 60_000, async () => {
    const [notices, open] = await Promise.all([world.store.notices.count(), world.store.runs.listOpen(10)]);
    return notices >= 1 && open.length > 0;
  });
}

/** Slow enough that the fault strikes in the middle. */
const slowly = { CRAWL_INTERVAL_MS: "150" };

describe.skipIf(servers === null)("whatever happens on the way, the final documents are the same", () => {
  let undisturbed: CanonicalDump;

  beforeAll(async () => {
    if (servers !== null) undisturbed = await runScenario(servers, {});
  });

  it("the undisturbed run has notices, silent edits and a withdrawal", () => {
    const kinds = JSON.stringify(undisturbed["changes"]);
    expect(undisturbed["notices"]?.length).toBeGreaterThanOrEqual(12);
    expect(kinds).toContain('"finding-removed"');
    expect(kinds).toContain('"page-removed"');
    expect(kinds).toContain('"notice-succeeded"');
  });

  it("kill -9 of the extractor in mid-run", async () => {
    if (servers === null) return;
    const disturbed = await runScenario(servers, {
      settings: slowly,
      disturb: async (world, processes) => {
        await midRun(world);
        const pid = processes.get("extractor")?.pid;
        if (pid === undefined) throw new Error("no extractor");
        process.kill(pid, "SIGKILL");
        await processes.get("extractor")?.kept.exited;
        // Work piles up while there is no extractor at all.
        await waitUntil(
          "captures pile up",
          30_000,
          async () => (await world.store.captures.listUnread(1, 10)).length > 0,
        );
        await world.start("extractor");
      },
    });
    expect(disturbed).toEqual(undisturbed);
  });

  it("Redis wiped in mid-run", async () => {
    if (servers === null) return;
    const disturbed = await runScenario(servers, {
      settings: slowly,
      disturb: async (world) => {
        await midRun(world);
        await wipe(world);
        await new Promise((resolve) => setTimeout(resolve, 700));
        await wipe(world);
      },
    });
    expect(disturbed).toEqual(undisturbed);
  });

  it("every job delivered twice at once and once more", async () => {
    if (servers === null) return;
    const disturbed = await runScenario(servers, { mainFile: (name) => `tests/faults/doubled/${name}.ts` });
    expect(disturbed).toEqual(undisturbed);
  });
});

/** FLUSHALL on a server of our own; on one that was given to us, only the keys of this test. */
async function wipe(world: World): Promise<void> {
  if (process.env["REDIS_URL"] === undefined || process.env["REDIS_URL"] === "") {
    await world.redis.flushall();
    return;
  }
  const keys = await world.redis.keys(`${world.environment["QUEUE_PREFIX"]}*`);
  if (keys.length > 0) await world.redis.unlink(...keys);
}
