import { Fault } from "@zhenggai/notice";
import type { Stage } from "@zhenggai/queues";
import { createLogger, createMetrics } from "@zhenggai/runtime";
import { describe, expect, it } from "vitest";
import { logFaults, observeStage } from "./observe-stage.ts";

const payload = { captureId: "c-1" };
const context = { jobId: "extract-c-1", attempt: 2, signal: new AbortController().signal };

const stage = (parts: Partial<Stage<"extract">> = {}): Stage<"extract"> => ({
  name: "extract",
  concurrency: 3,
  handle: async () => undefined,
  onGivenUp: async () => undefined,
  outstanding: async function* outstanding() {
    yield [payload];
  },
  ...parts,
});

/** A stage under observation, with what it logs and counts. */
function observed(parts: Partial<Stage<"extract">> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string): void => void lines.push(line) };
  const metrics = createMetrics("extractor");
  const logger = createLogger({ service: "extractor", level: "debug", destination });
  const count = async (result: string): Promise<number | undefined> => {
    const { values } = await metrics.jobsTotal.get();
    return values.find(({ labels }) => labels.job === "extract" && labels.result === result)?.value;
  };
  const logged = (): unknown[] => lines.map((line) => JSON.parse(line));
  return { stage: observeStage(stage(parts), logger, metrics), metrics, count, logged };
}

describe("a stage under observation", () => {
  it("counts and times a job that is done, and logs it by its ids", async () => {
    const { stage: watched, metrics, count, logged } = observed();
    await watched.handle(payload, context);
    expect(await count("done")).toBe(1);
    const timed = (await metrics.jobSeconds.get()).values.find(({ metricName }) => metricName?.endsWith("_count"));
    expect(timed).toMatchObject({ value: 1, labels: { job: "extract" } });
    expect(logged()).toEqual([
      expect.objectContaining({ captureId: "c-1", attempt: 2, msg: "extract done", ms: expect.any(Number) }),
    ]);
  });

  it("counts a failure by its code, times and logs it, and lets it through as it came", async () => {
    const fault = new Fault("E5001", { why: "no heading" });
    const { stage: watched, metrics, count, logged } = observed({ handle: () => Promise.reject(fault) });
    await expect(watched.handle(payload, context)).rejects.toBe(fault);
    expect(await count("E5001")).toBe(1);
    expect(await count("done")).toBeUndefined();
    expect((await metrics.jobSeconds.get()).values.length).toBeGreaterThan(0);
    expect(logged()).toEqual([
      expect.objectContaining({ level: 40, captureId: "c-1", code: "E5001", why: "no heading", msg: "extract failed" }),
    ]);
  });

  it("counts an error that is no fault as E1001, and still lets it through as it came", async () => {
    const error = new TypeError("x is not a function");
    const { stage: watched, count } = observed({ handle: () => Promise.reject(error) });
    await expect(watched.handle(payload, context)).rejects.toBe(error);
    expect(await count("E1001")).toBe(1);
  });

  it("counts and logs a job that is given up, before it is recorded", async () => {
    const given: unknown[] = [];
    const onGivenUp = async (...args: unknown[]): Promise<void> => {
      given.push(...args);
      throw new Fault("E3001");
    };
    const { stage: watched, count, logged } = observed({ onGivenUp });
    const fault = new Fault("E5002");
    await expect(watched.onGivenUp(payload, fault)).rejects.toMatchObject({ code: "E3001" });
    expect(given).toEqual([payload, fault]);
    expect(await count("given-up")).toBe(1);
    expect(logged()).toEqual([
      expect.objectContaining({ level: 50, captureId: "c-1", code: "E5002", msg: "extract given up" }),
    ]);
  });

  it("keeps the stage's name, concurrency and what is outstanding", async () => {
    const { stage: watched } = observed();
    expect(watched).toMatchObject({ name: "extract", concurrency: 3 });
    const batches: unknown[] = [];
    for await (const batch of watched.outstanding()) batches.push(batch);
    expect(batches).toEqual([[payload]]);
  });
});

describe("logging of background faults", () => {
  it("says each code once a second at most, and one code hides no other", () => {
    const lines: string[] = [];
    const destination = { write: (line: string): void => void lines.push(line) };
    const clock = { nowMs: 0 };
    const log = logFaults(createLogger({ service: "crawler", level: "info", destination }), () => clock.nowMs);
    const at = (nowMs: number, code: "E3001" | "E3002"): void => {
      clock.nowMs = nowMs;
      log(new Fault(code, { why: `at ${nowMs}` }));
    };
    at(0, "E3001");
    at(1, "E3002");
    at(999, "E3001");
    at(1_000, "E3001");
    at(1_000, "E3002");
    at(1_500, "E3001");
    at(2_000, "E3001");
    expect(lines.map((line) => /"code":"(\w+)","why":"([^"]+)"/.exec(line)?.slice(1).join(" "))).toEqual([
      "E3001 at 0",
      "E3002 at 1",
      "E3001 at 1000",
      "E3001 at 2000",
    ]);
  });
});
