import { z } from "zod";

const id = z.string().min(1).max(300);

/**
 * Every kind of job: what it carries (ids only), how long it may run, how often it is tried.
 * A handler map is typed by this catalog, so a job without a handler does not compile.
 */
export const jobCatalog = {
  /** Crawl one source for one slot. */
  crawl: { payload: z.strictObject({ runId: id }), timeoutMs: 30 * 60_000, attempts: 5, backoffMs: 2_000 },
  /** Read one capture. */
  extract: { payload: z.strictObject({ captureId: id }), timeoutMs: 60_000, attempts: 3, backoffMs: 500 },
  /** Recompute one subject's series. */
  compare: { payload: z.strictObject({ seriesId: id }), timeoutMs: 120_000, attempts: 5, backoffMs: 500 },
  /** Deliver one change. */
  notify: { payload: z.strictObject({ changeId: id }), timeoutMs: 30_000, attempts: 8, backoffMs: 5_000 },
} as const;

export type JobCatalog = typeof jobCatalog;
export type JobName = keyof JobCatalog;
export type JobPayload<N extends JobName> = z.infer<JobCatalog[N]["payload"]>;

/** Names of all jobs, in the order of the flow. */
export const jobNames = ["crawl", "extract", "compare", "notify"] as const satisfies readonly JobName[];

/** Upper bound of a serialized payload. */
export const maxJobBytes = 1024;
