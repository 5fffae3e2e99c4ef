import { Fault } from "@zhenggai/notice";
import { expect, test } from "vitest";
import { jobLimits } from "./job-catalog.ts";
import { type JobToRun, maxCrashes, runJob } from "./run-job.ts";

const events: string[] = [];

/** A job whose worker died that many times while it ran. */
const jobAfter = (crashes: number, other: Partial<JobToRun<"extract">> = {}): JobToRun<"extract"> => {
  events.length = 0;
  return {
    payload: { captureId: "c1" },
    jobId: "extract-c1",
    attempt: { number: 1, starts: crashes + 1 },
    crashes,
    limits: jobLimits("extract"),
    handler: async () => void events.push("handled"),
    onGivenUp: async (_, fault) => void events.push(`given up ${fault.code}`),
    onFault: (fault) => void events.push(`told ${fault.code}`),
    ...other,
  };
};

test("a job that took its worker down as often as it may is run once more", async () => {
  expect(await runJob(jobAfter(maxCrashes)).outcome).toEqual({ action: "done" });
  expect(events).toEqual(["handled"]);
});

test("a job that did so once more is given up without being run: it would end the next worker too", async () => {
  expect(await runJob(jobAfter(maxCrashes + 1)).outcome).toEqual({ action: "done" });
  expect(events).toEqual(["given up E1001"]);
});

test("a job that can't be recorded as given up is kept, and that is told", async () => {
  const onGivenUp = (): Promise<void> => Promise.reject(new Fault("E3001"));
  const outcome = await runJob(jobAfter(maxCrashes + 1, { onGivenUp })).outcome;
  expect(outcome).toMatchObject({ action: "again", burnsAttempt: false });
  expect(events).toEqual(["told E3001"]);
});

test.each([
  ["lock-lost", "lost"],
  ["shutdown", "put-back"],
] as const)(
  "a job that is stopped by %s is neither done nor given up nor counted as tried: %s",
  async (reason, action) => {
    const handler: JobToRun<"extract">["handler"] = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Fault("E4003")));
      });
    const running = runJob(jobAfter(0, { handler, attempt: { number: 99, starts: 99 } }));
    setTimeout(() => running.stop(reason), 5);
    expect(await running.outcome).toEqual({ action });
    expect(events).toEqual([]);
  },
);
