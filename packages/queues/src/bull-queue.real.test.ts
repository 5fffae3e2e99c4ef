import { Fault } from "@zhenggai/notice";
import { Redis } from "ioredis";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { connectBullQueue, type BullQueueOptions } from "./bull-queue.ts";
import { captures, eventually, neverGivenUp, noJobLeft } from "./conformance-kit.ts";
import { queueConformance } from "./conformance.ts";
import type { Queue } from "./queue.ts";
import { keysOf, listener, randomPrefix, testRedisUrl, wipe } from "./real-redis-kit.ts";
import { runStage } from "./run-stage.ts";

const url = testRedisUrl();

describe.skipIf(url === undefined)("on real Redis", () => {
  const server = url ?? "redis://127.0.0.1:6379";
  const redis = new Redis(server, { lazyConnect: true });
  const prefixes: string[] = [];
  const queues: Queue[] = [];
  const faults: Fault[] = [];
  const connectQueue = async (options: Partial<BullQueueOptions> = {}): Promise<{ queue: Queue; prefix: string }> => {
    const prefix = randomPrefix();
    prefixes.push(prefix);
    const queue = await connectBullQueue({ url: server, prefix, onFault: (fault) => faults.push(fault), ...options });
    queues.push(queue);
    return { queue, prefix };
  };

  afterEach(async () => {
    await Promise.all(queues.splice(0).map((queue) => queue.close()));
    faults.length = 0;
  });
  afterAll(async () => {
    for (const prefix of prefixes) {
      await wipe(redis, prefix);
    }
    redis.disconnect();
  });

  queueConformance("the queue by BullMQ", async (options) => (await connectQueue(options)).queue);

  test("a wipe of Redis in mid-run loses nothing: the stage sends again what its ledger says is outstanding", async () => {
    const { queue, prefix } = await connectQueue();
    const done = new Set<string>();
    let wiped = false;
    const stage = await runStage(
      queue,
      {
        name: "extract",
        concurrency: 4,
        handle: async ({ captureId }) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          done.add(captureId);
        },
        onGivenUp: neverGivenUp,
        outstanding: async function* () {
          yield captures(200).filter(({ captureId }) => !done.has(captureId));
        },
      },
      { reconcileEveryMs: 200, onFault: (fault) => faults.push(fault) },
    );
    await eventually(() => expect(done.size).toBeGreaterThan(20));
    await wipe(redis, prefix);
    wiped = done.size < 200;
    await eventually(() => expect(done.size).toBe(200));
    await stage.close(2_000);
    expect(wiped).toBe(true);
    expect(await redis.hget(`${prefix}:extract:meta`, "opts.maxLenEvents")).toBe("1000");
  });

  test("a waiting job takes 2 KB of Redis at most, all its queue's keys counted", async () => {
    const { queue, prefix } = await connectQueue();
    await queue.send("extract", captures(1_000));
    let bytes = 0;
    for (const key of await keysOf(redis, prefix)) {
      bytes += (await redis.memory("USAGE", key)) ?? 0;
    }
    process.stderr.write(`redis bytes per waiting job: ${Math.round(bytes / 1_000)}\n`);
    expect(bytes / 1_000).toBeGreaterThan(200);
    expect(bytes / 1_000).toBeLessThanOrEqual(2_048);
  });

  test("nothing of a job stays in Redis after its end", async () => {
    const { queue, prefix } = await connectQueue({ limits: { extract: { attempts: 1 } } });
    await queue.consume("extract", () => Promise.reject(new Fault("E5001")), {
      concurrency: 2,
      onGivenUp: async () => {},
    });
    await queue.consume("compare", async () => {}, { concurrency: 2, onGivenUp: neverGivenUp });
    await queue.send("extract", captures(20));
    await queue.send("compare", [{ seriesId: "s1" }]);
    await noJobLeft(queue, "extract");
    await noJobLeft(queue, "compare");
    const names = (await keysOf(redis, prefix)).map((key) => key.slice(prefix.length + 1));
    expect(names.filter((name) => !/:(?:meta|events|marker|stalled-check|stalled|id)$/u.test(name))).toEqual([]);
  });

  test("jobs corrupted in Redis are removed and reported as E1003, and the worker goes on", async () => {
    const { queue, prefix } = await connectQueue();
    await queue.send(
      "extract",
      ["strange", "cut", "string", "fine"].map((captureId) => ({ captureId })),
    );
    const key = (captureId: string): string => `${prefix}:extract:extract-${captureId}`;
    await redis.hset(key("strange"), "data", '{"workId":7}');
    await redis.hset(key("cut"), "data", '{"captureId":"cu');
    await redis.del(key("string"));
    await redis.set(key("string"), "no hash");
    await redis.lpush(`${prefix}:extract:wait`, "stray");
    const seen: string[] = [];
    const given: string[] = [];
    await queue.consume("extract", async ({ captureId }) => void seen.push(captureId), {
      concurrency: 1,
      onGivenUp: async (_, { code }) => void given.push(code),
    });
    await eventually(() => expect(seen).toEqual(["fine"]));
    await noJobLeft(queue, "extract");
    expect(faults.filter(({ code }) => code === "E1003")).toHaveLength(4);
    expect(given).toEqual([]);
    await queue.send("extract", [{ captureId: "cut" }, { captureId: "string" }]);
    await eventually(() => expect(seen).toEqual(["fine", "cut", "string"]));
  });

  test("a queue that Redis refuses to serve is tried about once a second, not in a hot loop, and recovers", async () => {
    const { queue, prefix } = await connectQueue();
    await redis.set(`${prefix}:extract:wait`, "no list");
    const seen: string[] = [];
    await queue.consume("extract", async ({ captureId }) => void seen.push(captureId), {
      concurrency: 2,
      onGivenUp: neverGivenUp,
    });
    await eventually(() => expect(faults.length).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(faults.length).toBeLessThan(20);
    await redis.del(`${prefix}:extract:wait`);
    await queue.send("extract", [{ captureId: "c1" }]);
    await eventually(() => expect(seen).toEqual(["c1"]));
  });

  test("a job that took its worker down six times is given up, not run again", async () => {
    const { queue, prefix } = await connectQueue();
    await queue.send("extract", [{ captureId: "poison" }, { captureId: "unlucky" }]);
    await redis.hset(`${prefix}:extract:extract-poison`, "stc", 6);
    await redis.hset(`${prefix}:extract:extract-unlucky`, "stc", 5);
    const seen: string[] = [];
    const given: string[] = [];
    await queue.consume("extract", async ({ captureId }) => void seen.push(captureId), {
      concurrency: 1,
      onGivenUp: async ({ captureId }, { code }) => void given.push(`${captureId} ${code}`),
    });
    await eventually(() => expect({ seen, given }).toEqual({ seen: ["unlucky"], given: ["poison E1001"] }));
    await noJobLeft(queue, "extract");
  });
});

describe("Redis that can't be used is told at once", () => {
  const failure = async (options: BullQueueOptions): Promise<{ fault: unknown; tookMs: number }> => {
    const fromMs = performance.now();
    const fault = await connectBullQueue(options).then(
      () => null,
      (error: unknown) => error,
    );
    return { fault, tookMs: performance.now() - fromMs };
  };

  test("unreachable: E3002, with the address but not its password", async () => {
    const { fault, tookMs } = await failure({ url: "redis://ops:geheim@127.0.0.1:1/0" });
    expect(fault).toMatchObject({ code: "E3002", value: "redis://ops:***@127.0.0.1:1/0" });
    expect(JSON.stringify([fault, String(fault)])).not.toContain("geheim");
    expect(tookMs).toBeLessThan(1_000);
  });

  test("a host name that doesn't exist: E3002", async () => {
    expect((await failure({ url: "redis://no-such-host.invalid:6379" })).fault).toMatchObject({ code: "E3002" });
  });

  test("a server that accepts and stays silent: E3002 in time", async () => {
    const silent = await listener(() => null);
    const { fault, tookMs } = await failure({ url: silent.url, connectTimeoutMs: 500 });
    expect(fault).toMatchObject({ code: "E3002" });
    expect(tookMs).toBeLessThan(1_500);
    await silent.close();
  });

  test.skipIf(url === undefined)("a wrong password: E3004, the password nowhere in the fault", async () => {
    const wrong = new URL(url ?? "redis://127.0.0.1");
    wrong.username = "zhenggai-nobody";
    wrong.password = "geheim";
    const { fault } = await failure({ url: wrong.href });
    expect(fault).toMatchObject({ code: "E3004" });
    expect(fault).not.toHaveProperty("cause");
    expect(JSON.stringify([fault, String(fault)])).not.toContain("geheim");
  });

  test.each([
    ["older than 6.2", "5.0.7", "noeviction", false],
    ["that may evict keys, where strict", "7.2.4", "allkeys-lru", true],
  ])("a server %s: E3006", async (_, version, policy, strict) => {
    const info = `redis_version:${version}\r\nmaxmemory_policy:${policy}\r\n`;
    const answer = (chunk: string): string =>
      /\r\ninfo\r\n/iu.test(chunk) ? `$${info.length}\r\n${info}\r\n` : "+OK\r\n".repeat(chunk.split("*").length - 1);
    const old = await listener(answer);
    expect((await failure({ url: old.url, strict })).fault).toMatchObject({ code: "E3006" });
    await old.close();
  });

  test.each(["", "localhost:6379", "http://127.0.0.1:6379", "redis//x"])("no address (%j): E2002", async (address) => {
    expect((await failure({ url: address })).fault).toMatchObject({ code: "E2002" });
  });
});
