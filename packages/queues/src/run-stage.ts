import type { Fault } from "@zhenggai/notice";
import type { JobName } from "./job-catalog.ts";
import type { Queue } from "./queue.ts";
import { faultOf } from "./retry.ts";
import { sleep } from "./sleep.ts";
import type { Stage } from "./stage.ts";
import { within } from "./within.ts";

export type RunStageOptions = {
  /** Pause between the end of one reconciliation and the start of the next. */
  readonly reconcileEveryMs: number;
  /** What failed in the background. Must not throw; limits its own rate. */
  readonly onFault: (fault: Fault) => void;
  /** Used by `close` where it is given none. Default 20 s. */
  readonly graceMs?: number;
};

export type RunningStage = {
  /** Stops reconciling and consuming; returns within `graceMs` and about one second. */
  readonly close: (graceMs?: number) => Promise<void>;
  /** Sends everything outstanding now, or joins the reconciliation under way; says how many were sent. Rejects if it fails. */
  readonly reconcileNow: () => Promise<number>;
};

/** How many payloads go to the queue in one call, whatever the size of the ledger's batches. */
const sendAtOnce = 500;

const sendOutstanding = async <N extends JobName>(
  queue: Queue,
  stage: Stage<N>,
  signal: AbortSignal,
): Promise<number> => {
  let sent = 0;
  for await (const batch of stage.outstanding()) {
    for (let from = 0; from < batch.length && !signal.aborted; from += sendAtOnce) {
      const payloads = batch.slice(from, from + sendAtOnce);
      await queue.send(stage.name, payloads);
      sent += payloads.length;
    }
    if (signal.aborted) {
      break;
    }
  }
  return sent;
};

/** Calls that arrive while one is under way share its result. */
const oneAtATime = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= work().finally(() => {
      underWay = null;
    });
    return underWay;
  };
};

/**
 * Keeps a stage going: consumes its jobs and, at the start and then every `reconcileEveryMs`, sends whatever the ledger says
 * is outstanding, which is how a wiped queue is rebuilt. A failed reconciliation goes to `onFault` and the next one comes.
 * Rejects (E3002, E3004, E3006) where the queue can't be consumed at all.
 */
export const runStage = async <N extends JobName>(
  queue: Queue,
  stage: Stage<N>,
  options: RunStageOptions,
): Promise<RunningStage> => {
  const closing = new AbortController();
  const { concurrency, onGivenUp } = stage;
  const consumer = await queue.consume(stage.name, stage.handle, { concurrency, onGivenUp });
  const reconcileNow = oneAtATime(() => sendOutstanding(queue, stage, closing.signal));
  const reconcileForever = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await reconcileNow().catch((error: unknown) => options.onFault(faultOf(error)));
      await sleep(options.reconcileEveryMs, closing.signal);
    }
  };
  const reconciling = reconcileForever();
  const close = async (graceMs = options.graceMs ?? 20_000): Promise<void> => {
    closing.abort();
    await Promise.all([consumer.close(graceMs), within(reconciling, graceMs, () => undefined)]);
  };
  return { close, reconcileNow };
};
