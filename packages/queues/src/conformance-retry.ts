import { Fault } from "@zhenggai/notice";
import { expect } from "vitest";
import { eventually, neverGivenUp, noJobLeft, type ConformanceCase } from "./conformance-kit.ts";
import type { JobPayload } from "./job-catalog.ts";
import type { JobContext } from "./queue.ts";

type GivenUp = { readonly captureId: string; readonly code: string; readonly retry: string };

const recordGivenUp =
  (given: GivenUp[]) =>
  async ({ captureId }: JobPayload<"extract">, { code, retry }: Fault): Promise<void> =>
    void given.push({ captureId, code, retry });

/** What becomes of a job whose handler fails. */
export const retryCases: readonly ConformanceCase[] = [
  {
    title: "gives a job up at once after a fault that says never",
    run: async (queue) => {
      const given: GivenUp[] = [];
      let tries = 0;
      const handler = async (): Promise<void> => {
        tries += 1;
        throw new Fault("E5001");
      };
      await queue.consume("extract", handler, { concurrency: 1, onGivenUp: recordGivenUp(given) });
      await queue.send("extract", [{ captureId: "c1" }]);
      await eventually(() => expect(given).toEqual([{ captureId: "c1", code: "E5001", retry: "never" }]));
      await noJobLeft(queue, "extract");
      expect(tries).toBe(1);
    },
  },
  {
    title: "tries later after a fault that says so, waiting longer each time, and gives up after the last attempt",
    run: async (queue) => {
      const given: GivenUp[] = [];
      const attempts: number[] = [];
      const startedAtMs: number[] = [];
      const handler = async (_payload: unknown, { attempt }: JobContext): Promise<void> => {
        attempts.push(attempt);
        startedAtMs.push(performance.now());
        throw new Fault("E4002");
      };
      await queue.consume("extract", handler, { concurrency: 1, onGivenUp: recordGivenUp(given) });
      await queue.send("extract", [{ captureId: "c1" }]);
      await eventually(() => expect(given).toEqual([{ captureId: "c1", code: "E4002", retry: "later" }]));
      await noJobLeft(queue, "extract");
      expect(attempts).toEqual([1, 2, 3]);
      const [first = 0, second = 0, third = 0] = startedAtMs;
      expect(second - first).toBeGreaterThanOrEqual(18);
      expect(third - second).toBeGreaterThanOrEqual(38);
    },
  },
  {
    title: "succeeds on a later attempt, and that is the end of it",
    run: async (queue) => {
      const attempts: number[] = [];
      const handler = async (_payload: unknown, { attempt }: JobContext): Promise<void> => {
        attempts.push(attempt);
        if (attempt === 1) {
          throw new Error("a bug that shows once");
        }
      };
      await queue.consume("extract", handler, { concurrency: 1, onGivenUp: neverGivenUp });
      await queue.send("extract", [{ captureId: "c1" }]);
      await eventually(() => expect(attempts).toEqual([1, 2]));
      await noJobLeft(queue, "extract");
    },
  },
  {
    title: "counts anything thrown that is no fault as E1001",
    run: async (queue) => {
      const given: GivenUp[] = [];
      const handler = (): Promise<void> => Promise.reject(new TypeError("undefined is not a notice"));
      await queue.consume("extract", handler, { concurrency: 1, onGivenUp: recordGivenUp(given) });
      await queue.send("extract", [{ captureId: "c1" }]);
      await eventually(() => expect(given).toEqual([{ captureId: "c1", code: "E1001", retry: "later" }]));
    },
  },
  {
    title: "burns no attempt while a dependency is down, a host is busy or an earlier step is not done",
    run: async (queue) => {
      const attempts: number[] = [];
      const faults = ["E3001", "E3003", "E4008", "E5004", "E3002"] as const;
      const handler = async (_payload: unknown, { attempt }: JobContext): Promise<void> => {
        const code = faults[attempts.length];
        attempts.push(attempt);
        if (code !== undefined) {
          throw new Fault(code);
        }
      };
      await queue.consume("extract", handler, { concurrency: 1, onGivenUp: neverGivenUp });
      await queue.send("extract", [{ captureId: "c1" }]);
      await eventually(() => expect(attempts).toEqual([1, 1, 1, 1, 1, 1]));
      await noJobLeft(queue, "extract");
    },
  },
  {
    title: "keeps a job whose giving up fails, and gives it up later",
    run: async (queue) => {
      const given: GivenUp[] = [];
      let ledgerDown = true;
      const onGivenUp = async (payload: JobPayload<"extract">, fault: Fault): Promise<void> => {
        if (ledgerDown) {
          throw new Fault("E3001");
        }
        await recordGivenUp(given)(payload, fault);
      };
      let tries = 0;
      const handler = async (): Promise<void> => {
        tries += 1;
        throw new Fault("E5002");
      };
      await queue.consume("extract", handler, { concurrency: 1, onGivenUp });
      await queue.send("extract", [{ captureId: "c1" }]);
      await eventually(() => expect(tries).toBeGreaterThanOrEqual(3));
      const { waiting, active, delayed } = await queue.counts("extract");
      expect(waiting + active + delayed).toBe(1);
      ledgerDown = false;
      await eventually(() => expect(given).toEqual([{ captureId: "c1", code: "E5002", retry: "never" }]));
      await noJobLeft(queue, "extract");
    },
  },
];
