import { Fault } from "@zhenggai/notice";
import { describe, expect, test } from "vitest";
import { queueConformance } from "./conformance.ts";
import { createEmbeddedQueue } from "./embedded-queue.ts";

queueConformance("the embedded queue", async (options) => createEmbeddedQueue(options));

const neverGivenUp = async (_: unknown, fault: Fault): Promise<void> => {
  throw fault;
};

describe("the embedded queue is idle", () => {
  test("at once when nothing was sent", async () => {
    await expect(createEmbeddedQueue().idle()).resolves.toBeUndefined();
  });

  test("only when jobs sent by jobs are done too", async () => {
    const queue = createEmbeddedQueue();
    const done: string[] = [];
    await queue.consume(
      "extract",
      async ({ captureId }) => {
        await queue.send("compare", [{ seriesId: `of ${captureId}` }]);
      },
      { concurrency: 2, onGivenUp: neverGivenUp },
    );
    await queue.consume("compare", async ({ seriesId }) => void done.push(seriesId), {
      concurrency: 1,
      onGivenUp: neverGivenUp,
    });
    await queue.send("extract", [{ captureId: "c1" }, { captureId: "c2" }]);
    await queue.idle();
    expect(done).toEqual(["of c1", "of c2"]);
  });

  test("not while a job waits for a dependency that is down", async () => {
    const delays: number[] = [];
    const queue = createEmbeddedQueue({ sleep: async (delayMs) => void delays.push(delayMs) });
    await queue.consume(
      "compare",
      async () => {
        if (delays.length < 8) {
          throw new Fault("E3001");
        }
      },
      { concurrency: 1, onGivenUp: neverGivenUp },
    );
    await queue.send("compare", [{ seriesId: "s1" }]);
    await queue.idle();
    expect(delays).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });
});

test("what is sent is a copy: changing the payload afterwards changes no job", async () => {
  const queue = createEmbeddedQueue();
  const payload = { captureId: "c1" };
  const seen: string[] = [];
  await queue.send("extract", [payload]);
  payload.captureId = "c2";
  await queue.consume("extract", async ({ captureId }) => void seen.push(captureId), {
    concurrency: 1,
    onGivenUp: neverGivenUp,
  });
  await queue.idle();
  expect(seen).toEqual(["c1"]);
});

test("a background failure is told to onFault", async () => {
  const faults: string[] = [];
  const queue = createEmbeddedQueue({ onFault: ({ code }) => void faults.push(code), sleep: async () => {} });
  let ledgerDown = true;
  await queue.consume("extract", () => Promise.reject(new Fault("E5001")), {
    concurrency: 1,
    onGivenUp: async () => {
      if (ledgerDown) {
        ledgerDown = false;
        throw new Fault("E3001");
      }
    },
  });
  await queue.send("extract", [{ captureId: "c1" }]);
  await queue.idle();
  expect(faults).toEqual(["E3001"]);
});
