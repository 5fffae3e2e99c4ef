import { Fault, type FaultCode } from "@zhenggai/notice";
import type { JobLimits } from "./job-catalog.ts";

/** `number`: which try this is, counted from 1, without those that burned none. `starts`: how often it was begun at all. */
export type Attempt = { readonly number: number; readonly starts: number };

export type RetryDecision =
  | { readonly action: "again"; readonly delayMs: number; readonly burnsAttempt: boolean }
  | { readonly action: "give-up"; readonly fault: Fault };

/** Not a failure of the job: its turn has not come (host busy, earlier step not done). */
const notYet: ReadonlySet<FaultCode> = new Set<FaultCode>(["E4008", "E5004"]);

const longestBackoffMs = 15 * 60_000;
/** Also how long a job may sleep on after its dependency came back. */
const longestWaitMs = 15_000;

const doubled = (firstMs: number, times: number, longestMs: number): number =>
  Math.min(firstMs * 2 ** Math.max(0, times), longestMs);

/** How long a job waits that waits for something else; it doubles with each start, to 15 s. */
export const waitDelayMs = (attempt: Attempt, limits: JobLimits): number =>
  doubled(limits.backoffMs, attempt.starts - 1, longestWaitMs);

/** What was thrown, as a Fault: anything that is none counts as E1001. */
export const faultOf = (error: unknown): Fault =>
  error instanceof Fault
    ? error
    : new Fault("E1001", { why: error instanceof Error ? error.message : String(error), cause: error });

/**
 * The only place that turns what a handler threw into what becomes of its job.
 *
 * - E3xxx (a dependency of ours is down), E4008, E5004: again without limit, no attempt burned, whatever their `retry`.
 * - `retry: "never"`: given up at once.
 * - `retry: "later"` and anything that is no Fault: again after `backoffMs` doubled per attempt, until attempts run out.
 * - `retry: "now"`: the same without the wait.
 */
export const retryDecision = (error: unknown, attempt: Attempt, limits: JobLimits): RetryDecision => {
  const fault = faultOf(error);
  if (fault.code.startsWith("E3") || notYet.has(fault.code)) {
    return { action: "again", delayMs: waitDelayMs(attempt, limits), burnsAttempt: false };
  }
  if (fault.retry === "never" || attempt.number >= limits.attempts) {
    return { action: "give-up", fault };
  }
  const delayMs = fault.retry === "now" ? 0 : doubled(limits.backoffMs, attempt.number - 1, longestBackoffMs);
  return { action: "again", delayMs, burnsAttempt: true };
};
