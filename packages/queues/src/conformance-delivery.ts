import { Fault } from "@zhenggai/notice";
import { expect } from "vitest";
import { captures, eventually, neverGivenUp, noJobLeft, type ConformanceCase } from "./conformance-kit.ts";
import type { JobPayload } from "./job-catalog.ts";

/** What is delivered, how often and in what order. */
export const deliveryCases: readonly ConformanceCase[] = [
  {
    title: "hands every job to the handler once, with the payload that was sent",
    run: async (queue) => {
      const seen: string[] = [];
      const handler = async ({ captureId }: JobPayload<"extract">): Promise<void> => void seen.push(captureId);
      await queue.send("extract", captures(30));
      await queue.consume("extract", handler, { concurrency: 4, onGivenUp: neverGivenUp });
      await eventually(() => expect(seen).toHaveLength(30));
      await noJobLeft(queue, "extract");
      expect(seen.toSorted()).toEqual(
        captures(30)
          .map(({ captureId }) => captureId)
          .toSorted(),
      );
    },
  },
  {
    title: "hands out jobs in the order of sending",
    run: async (queue) => {
      const seen: string[] = [];
      const handler = async ({ captureId }: JobPayload<"extract">): Promise<void> => void seen.push(captureId);
      await queue.send("extract", captures(5));
      await queue.consume("extract", handler, { concurrency: 1, onGivenUp: neverGivenUp });
      await eventually(() => expect(seen).toEqual(captures(5).map(({ captureId }) => captureId)));
    },
  },
  {
    title: "delivers once what is sent twice while it is open, also while it runs",
    run: async (queue) => {
      const seen: string[] = [];
      await queue.send("extract", [{ captureId: "c1" }, { captureId: "c1" }]);
      await queue.send("extract", [{ captureId: "c1" }]);
      expect((await queue.counts("extract")).waiting).toBe(1);
      const handler = async ({ captureId }: JobPayload<"extract">): Promise<void> => {
        await queue.send("extract", [{ captureId }]);
        seen.push(captureId);
      };
      await queue.consume("extract", handler, { concurrency: 3, onGivenUp: neverGivenUp });
      await eventually(() => expect(seen).toEqual(["c1"]));
      await noJobLeft(queue, "extract");
      expect(seen).toEqual(["c1"]);
    },
  },
  {
    title: "delivers a job again that is sent again after its end",
    run: async (queue) => {
      const seen: string[] = [];
      const handler = async ({ captureId }: JobPayload<"extract">): Promise<void> => void seen.push(captureId);
      await queue.consume("extract", handler, { concurrency: 1, onGivenUp: neverGivenUp });
      for (const times of [1, 2, 3]) {
        await queue.send("extract", [{ captureId: "c1" }]);
        await eventually(() => expect(seen).toHaveLength(times));
        await noJobLeft(queue, "extract");
      }
    },
  },
  {
    title: "keeps the jobs of different names apart",
    run: async (queue) => {
      const seen: string[] = [];
      await queue.send("compare", [{ seriesId: "s1" }]);
      await queue.send("crawl", [{ runId: "r1" }]);
      const handler = async ({ seriesId }: JobPayload<"compare">): Promise<void> => void seen.push(seriesId);
      await queue.consume("compare", handler, { concurrency: 1, onGivenUp: neverGivenUp });
      await noJobLeft(queue, "compare");
      expect(seen).toEqual(["s1"]);
      expect(await queue.counts("crawl")).toEqual({ waiting: 1, active: 0, delayed: 0 });
    },
  },
  {
    title: "refuses a job that is too large (E1002) or malformed (E1003), and with it the whole batch",
    run: async (queue) => {
      const large = queue.send("extract", [{ captureId: "c1" }, { captureId: "整".repeat(400) }]);
      await expect(large).rejects.toMatchObject({ code: "E1002" });
      await expect(queue.send("extract", [{ captureId: "" }])).rejects.toMatchObject({ code: "E1003" });
      const withBody = { captureId: "c1", text: "望麓区" };
      await expect(queue.send("extract", [withBody])).rejects.toMatchObject({ code: "E1003" });
      expect(await queue.counts("extract")).toEqual({ waiting: 0, active: 0, delayed: 0 });
    },
  },
];

/** How many jobs run, and what is counted. */
export const loadCases: readonly ConformanceCase[] = [
  {
    title: "never runs more jobs at once than asked for, and that many if there are",
    run: async (queue) => {
      let now = 0;
      let most = 0;
      const handler = async (): Promise<void> => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 30));
        now -= 1;
      };
      await queue.consume("extract", handler, { concurrency: 3, onGivenUp: neverGivenUp });
      await queue.send("extract", captures(12));
      await eventually(() => expect(most).toBe(3));
      await noJobLeft(queue, "extract");
      expect(most).toBe(3);
    },
  },
  {
    title: "counts waiting, active and delayed jobs",
    run: async (queue) => {
      await queue.send("compare", [{ seriesId: "s1" }, { seriesId: "s2" }, { seriesId: "s3" }]);
      expect(await queue.counts("compare")).toEqual({ waiting: 3, active: 0, delayed: 0 });
      let finish = (): void => {};
      const finished = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const handler = async ({ seriesId }: JobPayload<"compare">): Promise<void> => {
        if (seriesId === "s1") {
          throw new Fault("E3001");
        }
        await finished;
      };
      const consumer = await queue.consume("compare", handler, { concurrency: 1, onGivenUp: neverGivenUp });
      await eventually(async () =>
        expect(await queue.counts("compare")).toEqual({ waiting: 1, active: 1, delayed: 1 }),
      );
      finish();
      await consumer.close(1_000);
    },
  },
];
