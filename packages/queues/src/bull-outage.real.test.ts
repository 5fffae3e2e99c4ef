import type { Fault } from "@zhenggai/notice";
import { Redis } from "ioredis";
import { afterEach, describe, expect, test } from "vitest";
import { connectBullQueue } from "./bull-queue.ts";
import { eventually, neverGivenUp, noJobLeft } from "./conformance-kit.ts";
import type { Queue } from "./queue.ts";
import { randomPrefix, redisProxy, testRedisUrl, wipe, type Proxy } from "./real-redis-kit.ts";

const url = testRedisUrl();
const quick = { lockMs: 1_000, stalledIntervalMs: 500 };

describe.skipIf(url === undefined)("while Redis comes and goes", () => {
  const server = url ?? "redis://127.0.0.1:6379";
  const prefix = randomPrefix();
  const open: { queues: Queue[]; proxies: Proxy[] } = { queues: [], proxies: [] };
  const faults: Fault[] = [];
  const behindProxy = async (): Promise<{ queue: Queue; proxy: Proxy }> => {
    const proxy = await redisProxy(server);
    const queue = await connectBullQueue({ url: proxy.url, prefix, ...quick, onFault: (fault) => faults.push(fault) });
    open.queues.push(queue);
    open.proxies.push(proxy);
    return { queue, proxy };
  };
  const durationMs = async (work: Promise<unknown>): Promise<number> => {
    const fromMs = performance.now();
    await work;
    return performance.now() - fromMs;
  };

  afterEach(async () => {
    await Promise.all(open.queues.splice(0).map((queue) => queue.close()));
    await Promise.all(open.proxies.splice(0).map((proxy) => proxy.close()));
    const redis = new Redis(server);
    await wipe(redis, prefix);
    redis.disconnect();
    faults.length = 0;
  });

  test("workers resume by themselves after an outage, and so does send", async () => {
    const { queue, proxy } = await behindProxy();
    const seen: string[] = [];
    await queue.consume("extract", async ({ captureId }) => void seen.push(captureId), {
      concurrency: 2,
      onGivenUp: neverGivenUp,
    });
    await queue.send("extract", [{ captureId: "before" }]);
    await eventually(() => expect(seen).toEqual(["before"]));
    proxy.set("down");
    const sending = queue.send("extract", [{ captureId: "meanwhile" }]).catch((error: unknown) => error);
    expect(await durationMs(sending)).toBeLessThan(6_000);
    expect(await sending).toMatchObject({ code: "E3002" });
    await expect(queue.ping()).rejects.toMatchObject({ code: "E3002" });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    proxy.set("pass");
    await expect.poll(() => queue.ping().then(() => "up", String), { timeout: 10_000 }).toBe("up");
    await queue.send("extract", [{ captureId: "after" }]);
    await expect.poll(() => seen, { timeout: 15_000 }).toContain("after");
    expect(faults.map(({ code }) => code)).toContain("E3002");
  });

  test("a job that runs through an outage ends once, and its lock is kept", async () => {
    const { queue, proxy } = await behindProxy();
    const ended: string[] = [];
    await queue.consume(
      "extract",
      async ({ captureId }) => {
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        ended.push(captureId);
      },
      { concurrency: 1, onGivenUp: neverGivenUp },
    );
    await queue.send("extract", [{ captureId: "long" }]);
    await eventually(async () => expect(await queue.counts("extract")).toMatchObject({ active: 1 }));
    proxy.set("down");
    await new Promise((resolve) => setTimeout(resolve, 300));
    proxy.set("pass");
    await expect.poll(() => ended, { timeout: 10_000 }).toEqual(["long"]);
    await noJobLeft(queue, "extract");
  });

  test("the job of a worker that vanished is taken over; when it comes back, its handler is stopped", async () => {
    const lost = await behindProxy();
    const rescuer = await behindProxy();
    const stopped: string[] = [];
    const taken: string[] = [];
    await lost.queue.consume(
      "extract",
      ({ captureId }, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            stopped.push(captureId);
            reject(signal.reason);
          });
        }),
      { concurrency: 1, onGivenUp: neverGivenUp },
    );
    await lost.queue.send("extract", [{ captureId: "orphan" }]);
    await eventually(async () => expect(await lost.queue.counts("extract")).toMatchObject({ active: 1 }));
    lost.proxy.set("down");
    await rescuer.queue.consume("extract", async ({ captureId }) => void taken.push(captureId), {
      concurrency: 1,
      onGivenUp: neverGivenUp,
    });
    await expect.poll(() => taken, { timeout: 10_000 }).toEqual(["orphan"]);
    lost.proxy.set("pass");
    await expect.poll(() => stopped, { timeout: 10_000 }).toEqual(["orphan"]);
    await noJobLeft(rescuer.queue, "extract");
    expect(taken).toEqual(["orphan"]);
  });

  test.each(["down", "hole"] as const)(
    "everything closes in time while Redis is gone (%s), idle or busy",
    async (mode) => {
      const { queue, proxy } = await behindProxy();
      const idle = await queue.consume("compare", async () => {}, { concurrency: 1, onGivenUp: neverGivenUp });
      const busy = await queue.consume("extract", () => new Promise(() => {}), {
        concurrency: 1,
        onGivenUp: neverGivenUp,
      });
      await queue.send("extract", [{ captureId: "c1" }]);
      await eventually(async () => expect(await queue.counts("extract")).toMatchObject({ active: 1 }));
      proxy.set(mode);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await durationMs(Promise.all([idle.close(200), busy.close(200)]))).toBeLessThan(1_900);
      expect(await durationMs(queue.close())).toBeLessThan(2_000);
    },
  );

  test("consuming while Redis is down rejects in time, and nothing keeps trying", async () => {
    const { queue, proxy } = await behindProxy();
    proxy.set("down");
    const consuming = queue.consume("extract", async () => {}, { concurrency: 1, onGivenUp: neverGivenUp });
    await expect(consuming).rejects.toMatchObject({ code: "E3002" });
  });
});
