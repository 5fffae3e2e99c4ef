import { Fault } from "@zhenggai/notice";
import { expect, test } from "vitest";
import { createEmbeddedQueue } from "./embedded-queue.ts";
import type { JobPayload } from "./job-catalog.ts";
import type { Queue } from "./queue.ts";
import { runStage } from "./run-stage.ts";
import type { Stage } from "./stage.ts";

const nobody = (): void => {};

/** A stage over a ledger that is a set of captures without a version. */
const stageOver = (open: Set<string>): Stage<"extract"> => ({
  name: "extract",
  concurrency: 2,
  handle: async ({ captureId }) => void open.delete(captureId),
  onGivenUp: async (_, fault) => {
    throw fault;
  },
  outstanding: async function* () {
    yield [...open].map((captureId) => ({ captureId }));
  },
});

test("what is outstanding when a stage starts is sent and done", async () => {
  const queue = createEmbeddedQueue();
  const open = new Set(["c1", "c2", "c3"]);
  const stage = await runStage(queue, stageOver(open), { reconcileEveryMs: 60_000, onFault: nobody });
  await expect.poll(() => open.size).toBe(0);
  await stage.close(1_000);
});

test("what becomes outstanding later is found at the next reconciliation, or at once when asked", async () => {
  const queue = createEmbeddedQueue();
  const open = new Set<string>();
  const stage = await runStage(queue, stageOver(open), { reconcileEveryMs: 20, onFault: nobody });
  open.add("c1");
  await expect.poll(() => open.size).toBe(0);
  await stage.close(1_000);

  const seldom = await runStage(queue, stageOver(open), { reconcileEveryMs: 60_000, onFault: nobody });
  await seldom.reconcileNow();
  open.add("c2");
  expect(await seldom.reconcileNow()).toBe(1);
  await queue.idle();
  expect(open.size).toBe(0);
  await seldom.close(1_000);
});

test("a failing reconciliation is told and the next one comes", async () => {
  const queue = createEmbeddedQueue();
  const open = new Set(["c1"]);
  const codes: string[] = [];
  let failures = 2;
  const stage: Stage<"extract"> = {
    ...stageOver(open),
    outstanding: async function* () {
      failures -= 1;
      if (failures >= 0) {
        throw failures === 1 ? new Fault("E3001") : new Error("a bug");
      }
      yield [...open].map((captureId) => ({ captureId }));
    },
  };
  const running = await runStage(queue, stage, { reconcileEveryMs: 5, onFault: ({ code }) => void codes.push(code) });
  await expect.poll(() => open.size).toBe(0);
  expect(codes).toEqual(["E3001", "E1001"]);
  await running.close(1_000);
});

test("reconciliations never overlap, and large batches go to the queue in pieces of 500", async () => {
  const sizes: number[] = [];
  let now = 0;
  let most = 0;
  const inner = createEmbeddedQueue();
  const queue: Queue = {
    ...inner,
    send: async (name, payloads) => {
      sizes.push(payloads.length);
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      await inner.send(name, payloads);
    },
  };
  const batch: JobPayload<"extract">[] = Array.from({ length: 1_200 }, (_, at) => ({ captureId: `c${at}` }));
  const stage: Stage<"extract"> = {
    ...stageOver(new Set()),
    outstanding: async function* () {
      yield batch;
    },
  };
  const running = await runStage(queue, stage, { reconcileEveryMs: 60_000, onFault: nobody });
  expect(await Promise.all([running.reconcileNow(), running.reconcileNow()])).toEqual([1_200, 1_200]);
  expect(sizes).toEqual([500, 500, 200]);
  expect(most).toBe(1);
  await running.close(1_000);
});

test("closing stops a reconciliation under way and starts no other", async () => {
  const queue = createEmbeddedQueue();
  let batches = 0;
  const stage: Stage<"extract"> = {
    ...stageOver(new Set()),
    outstanding: async function* () {
      for (;;) {
        batches += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        yield [{ captureId: `c${batches}` }];
      }
    },
  };
  const running = await runStage(queue, stage, { reconcileEveryMs: 1, onFault: nobody });
  await expect.poll(() => batches).toBeGreaterThan(2);
  await running.close(1_000);
  const atClose = batches;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(batches).toBe(atClose);
});
