import type { Fault } from "@zhenggai/notice";
import { expect, vi } from "vitest";
import type { JobName, JobPayload, LimitOverrides } from "./job-catalog.ts";
import type { Queue } from "./queue.ts";

export type ConformanceCase = { readonly title: string; readonly run: (queue: Queue) => Promise<void> };
export type MakeQueue = (options: { readonly limits: LimitOverrides }) => Promise<Queue>;

/** Short enough for a test; `compare` stays delayed, `notify` has one attempt that times out at once. */
export const conformanceLimits: LimitOverrides = {
  crawl: { attempts: 3, backoffMs: 20 },
  extract: { attempts: 3, backoffMs: 20 },
  compare: { attempts: 3, backoffMs: 10_000 },
  notify: { attempts: 1, timeoutMs: 150, backoffMs: 20 },
};

/** Fails the test after five seconds, with the last failed expectation. */
export const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 5_000, interval: 10 });

export const noJobLeft = (queue: Queue, name: JobName): Promise<void> =>
  eventually(async () => expect(await queue.counts(name)).toEqual({ waiting: 0, active: 0, delayed: 0 }));

export const neverGivenUp = async (_payload: unknown, fault: Fault): Promise<void> => {
  throw fault;
};

/** That many jobs, with ids that no Redis key would allow as they are. */
export const captures = (count: number): JobPayload<"extract">[] =>
  Array.from({ length: count }, (_, at) => ({ captureId: `云汀区:capture-${at}` }));
