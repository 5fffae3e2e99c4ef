import { z } from "zod";

/** Ids may hold a page's address; the crawler takes none longer than `maxUrlLength` of its own, which fits. */
const id = z.string().min(1).max(900);

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

/** How long one run of a job may take, how often it is tried, and the first wait between two tries. */
export type JobLimits = { readonly timeoutMs: number; readonly attempts: number; readonly backoffMs: number };

/** Other limits than the catalog's, for tests and for slow machines. */
export type LimitOverrides = Readonly<Partial<Record<JobName, Partial<JobLimits>>>>;

/** The limits of a job: the catalog's, where nothing else is asked for. */
export const jobLimits = (name: JobName, overrides: LimitOverrides = {}): JobLimits => ({
  timeoutMs: overrides[name]?.timeoutMs ?? jobCatalog[name].timeoutMs,
  attempts: overrides[name]?.attempts ?? jobCatalog[name].attempts,
  backoffMs: overrides[name]?.backoffMs ?? jobCatalog[name].backoffMs,
});

/** Upper bound of a serialized payload, in bytes. */
export const maxJobBytes = 1024;
