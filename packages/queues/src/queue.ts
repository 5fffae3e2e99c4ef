import type { Fault } from "@zhenggai/notice";
import type { JobName, JobPayload } from "./job-catalog.ts";

/** What a handler gets besides its payload. `signal` fires on time-out, lost lock and shutdown. */
export type JobContext = { readonly jobId: string; readonly attempt: number; readonly signal: AbortSignal };

export type Handler<N extends JobName> = (payload: JobPayload<N>, context: JobContext) => Promise<void>;

export type ConsumerOptions<N extends JobName> = {
  readonly concurrency: number;
  /**
   * Called once when a job is given up: after its last attempt, or at once for a fault with `retry: "never"`.
   * Must record the failure in the ledger; the job is then removed from the queue.
   */
  readonly onGivenUp: (payload: JobPayload<N>, fault: Fault) => Promise<void>;
};

export type Consumer = {
  /**
   * Stops taking jobs and waits for the running ones, at most `graceMs`; then aborts their signal, puts the jobs of handlers
   * that give up back without burning an attempt, and returns within about a second.
   */
  readonly close: (graceMs: number) => Promise<void>;
};

export type QueueCounts = { readonly waiting: number; readonly active: number; readonly delayed: number };

/**
 * A dispatcher, never a ledger: it may be wiped at any moment and delivers at least once.
 * Job ids are deterministic (`jobId`), so sending twice while a job is open is a no-op.
 * Implementations: `connectBullQueue` (Redis) and `createEmbeddedQueue` (in process).
 */
export type Queue = {
  /**
   * Throws E1002 or E1003, and sends nothing, where one of the payloads is too large or malformed. Throws E3002 where the
   * dispatcher does not answer: then some may have been sent, and sending again is safe.
   */
  readonly send: <N extends JobName>(name: N, payloads: readonly JobPayload<N>[]) => Promise<void>;
  readonly consume: <N extends JobName>(name: N, handler: Handler<N>, options: ConsumerOptions<N>) => Promise<Consumer>;
  readonly counts: (name: JobName) => Promise<QueueCounts>;
  /** Throws a Fault (E3002, E3004, E3006) where the dispatcher can't be used. */
  readonly ping: () => Promise<void>;
  /** Closes its consumers without grace, then itself; takes two seconds at most. */
  readonly close: () => Promise<void>;
};
