import { Fault } from "@zhenggai/notice";
import type { JobLimits, JobName, JobPayload } from "./job-catalog.ts";
import type { ConsumerOptions, Handler } from "./queue.ts";
import { faultOf, retryDecision, waitDelayMs, type Attempt } from "./retry.ts";
import { within } from "./within.ts";

/**
 * What a queue has to do with a job that was run: remove it, delay it, put it back as it was (shutdown), or leave it alone
 * (its lock is lost, somebody else has it).
 */
export type JobOutcome =
  | { readonly action: "done" }
  | { readonly action: "again"; readonly delayMs: number; readonly burnsAttempt: boolean }
  | { readonly action: "put-back" }
  | { readonly action: "lost" };

export type StopReason = "timed-out" | "lock-lost" | "shutdown";

export type RunningJob = {
  /** Never rejects. */
  readonly outcome: Promise<JobOutcome>;
  /** Aborts the handler's signal; a handler that doesn't react is left behind after `settleMs`. */
  readonly stop: (reason: StopReason) => void;
};

export type JobToRun<N extends JobName> = {
  readonly payload: JobPayload<N>;
  readonly jobId: string;
  readonly attempt: Attempt;
  /** How often a worker died while it ran this job. */
  readonly crashes: number;
  readonly limits: JobLimits;
  readonly handler: Handler<N>;
  readonly onGivenUp: ConsumerOptions<N>["onGivenUp"];
  readonly onFault: (fault: Fault) => void;
};

/** How long a handler has between its signal and being left behind. */
export const settleMs = 500;

/** A job that took its worker down more often than this is given up instead of being run again. */
export const maxCrashes = 5;

const onGivenUpLimitMs = 30_000;

const abortReason = (reason: StopReason): Error =>
  reason === "timed-out" ? new Fault("E1004") : new DOMException(`the job was stopped: ${reason}`, "AbortError");

const giveUp = async <N extends JobName>(job: JobToRun<N>, fault: Fault): Promise<JobOutcome> => {
  try {
    await within(job.onGivenUp(job.payload, fault), onGivenUpLimitMs, () => {
      throw new Fault("E1004", { value: `onGivenUp of ${job.jobId}` });
    });
    return { action: "done" };
  } catch (error) {
    job.onFault(faultOf(error));
    return { action: "again", delayMs: waitDelayMs(job.attempt, job.limits), burnsAttempt: false };
  }
};

type Ending = { readonly finished: true } | { readonly finished: false; readonly error: unknown };

const endingOf = async <N extends JobName>(job: JobToRun<N>, signal: AbortSignal): Promise<Ending> => {
  // A handler that sends at once must not meet a queue that has not yet counted it as running.
  await Promise.resolve();
  try {
    await job.handler(job.payload, { jobId: job.jobId, attempt: job.attempt.number, signal });
    return { finished: true };
  } catch (error) {
    return { finished: false, error };
  }
};

const judge = <N extends JobName>(job: JobToRun<N>, error: unknown, reason: StopReason | null): Promise<JobOutcome> => {
  if (reason === "shutdown") {
    return Promise.resolve({ action: "put-back" });
  }
  if (reason === "lock-lost") {
    return Promise.resolve({ action: "lost" });
  }
  const value = `${job.jobId}: ${job.limits.timeoutMs} ms`;
  const thrown = reason === "timed-out" ? new Fault("E1004", { value, cause: error }) : error;
  const decision = retryDecision(thrown, job.attempt, job.limits);
  return decision.action === "give-up" ? giveUp(job, decision.fault) : Promise.resolve(decision);
};

/** Runs one job under its time limit and says what becomes of it. Shared by both queues, so that their rules are the same. */
export const runJob = <N extends JobName>(job: JobToRun<N>): RunningJob => {
  const controller = new AbortController();
  const stopped: { reason: StopReason | null } = { reason: null };
  let leaveBehind: (ending: Ending) => void = () => {};
  let leaving: NodeJS.Timeout | undefined;
  const stop = (reason: StopReason): void => {
    if (stopped.reason !== null) {
      return;
    }
    stopped.reason = reason;
    const error = abortReason(reason);
    leaving = setTimeout(() => leaveBehind({ finished: false, error }), settleMs);
    controller.abort(error);
  };
  const run = async (): Promise<JobOutcome> => {
    if (job.crashes > maxCrashes) {
      const why = `the worker died ${job.crashes} times while it ran this job`;
      return giveUp(job, new Fault("E1001", { value: job.jobId, why }));
    }
    const timer = setTimeout(() => stop("timed-out"), job.limits.timeoutMs);
    const left = new Promise<Ending>((resolve) => {
      leaveBehind = resolve;
    });
    const ending = await Promise.race([endingOf(job, controller.signal), left]);
    clearTimeout(timer);
    clearTimeout(leaving);
    return ending.finished ? { action: "done" } : judge(job, ending.error, stopped.reason);
  };
  return { outcome: run(), stop };
};
