import type { Fault } from "@zhenggai/notice";
import { expect } from "vitest";
import { eventually, neverGivenUp, noJobLeft, type ConformanceCase } from "./conformance-kit.ts";
import type { JobPayload } from "./job-catalog.ts";
import type { JobContext } from "./queue.ts";

/** Runs until its signal fires, then fails as an aborted fetch does. */
const untilStopped = (_payload: unknown, { signal }: JobContext): Promise<void> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

const deaf = (): Promise<void> => new Promise(() => {});

const durationMs = async (work: Promise<void>): Promise<number> => {
  const fromMs = performance.now();
  await work;
  return performance.now() - fromMs;
};

/** Time limits and shutdown. */
export const closingCases: readonly ConformanceCase[] = [
  {
    title: "aborts a job at its time limit and counts it as E1004",
    run: async (queue) => {
      const given: string[] = [];
      const reasons: unknown[] = [];
      const handler = (payload: JobPayload<"notify">, context: JobContext): Promise<void> => {
        context.signal.addEventListener("abort", () => reasons.push(context.signal.reason));
        return untilStopped(payload, context);
      };
      const onGivenUp = async (_: JobPayload<"notify">, fault: Fault): Promise<void> => void given.push(fault.code);
      await queue.consume("notify", handler, { concurrency: 1, onGivenUp });
      await queue.send("notify", [{ changeId: "d1" }]);
      await eventually(() => expect(given).toEqual(["E1004"]));
      expect(reasons).toMatchObject([{ code: "E1004" }]);
      await noJobLeft(queue, "notify");
    },
  },
  {
    title: "leaves behind a job that ignores its signal, so that the next one runs",
    run: async (queue) => {
      const given: string[] = [];
      const done: string[] = [];
      const handler = async ({ changeId }: JobPayload<"notify">): Promise<void> => {
        if (changeId === "deaf") {
          await deaf();
        }
        done.push(changeId);
      };
      const onGivenUp = async ({ changeId }: JobPayload<"notify">): Promise<void> => void given.push(changeId);
      await queue.consume("notify", handler, { concurrency: 1, onGivenUp });
      await queue.send("notify", [{ changeId: "deaf" }, { changeId: "d2" }]);
      await eventually(() => expect({ given, done }).toEqual({ given: ["deaf"], done: ["d2"] }));
    },
  },
  {
    title: "waits for the running job when a consumer closes, and starts no other",
    run: async (queue) => {
      const seen: string[] = [];
      const handler = async ({ captureId }: JobPayload<"extract">): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        seen.push(captureId);
      };
      const consumer = await queue.consume("extract", handler, { concurrency: 1, onGivenUp: neverGivenUp });
      await queue.send("extract", [{ captureId: "c1" }, { captureId: "c2" }]);
      await eventually(async () => expect(await queue.counts("extract")).toMatchObject({ active: 1 }));
      await consumer.close(2_000);
      expect(seen).toEqual(["c1"]);
      expect(await queue.counts("extract")).toEqual({ waiting: 1, active: 0, delayed: 0 });
    },
  },
  {
    title: "stops a job that outlasts the grace, puts it back, and burns no attempt",
    run: async (queue) => {
      const consumer = await queue.consume("extract", untilStopped, { concurrency: 1, onGivenUp: neverGivenUp });
      await queue.send("extract", [{ captureId: "c1" }]);
      await eventually(async () => expect(await queue.counts("extract")).toMatchObject({ active: 1 }));
      expect(await durationMs(consumer.close(50))).toBeLessThan(1_100);
      expect(await queue.counts("extract")).toEqual({ waiting: 1, active: 0, delayed: 0 });
      const attempts: number[] = [];
      const handler = async (_: unknown, { attempt }: JobContext): Promise<void> => void attempts.push(attempt);
      await queue.consume("extract", handler, { concurrency: 1, onGivenUp: neverGivenUp });
      await eventually(() => expect(attempts).toEqual([1]));
      await noJobLeft(queue, "extract");
    },
  },
  {
    title: "closes in time though a job ignores its signal, and closes twice without harm",
    run: async (queue) => {
      const consumer = await queue.consume("extract", deaf, { concurrency: 1, onGivenUp: neverGivenUp });
      await queue.send("extract", [{ captureId: "c1" }]);
      await eventually(async () => expect(await queue.counts("extract")).toMatchObject({ active: 1 }));
      expect(await durationMs(consumer.close(50))).toBeLessThan(1_600);
      await consumer.close(50);
      expect(await durationMs(queue.close())).toBeLessThan(2_000);
      await queue.close();
      await expect(queue.send("extract", [{ captureId: "c2" }])).rejects.toMatchObject({ code: "E3002" });
    },
  },
];
