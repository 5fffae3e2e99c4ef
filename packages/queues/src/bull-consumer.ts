import type { Fault } from "@zhenggai/notice";
import { DelayedError, WaitingError, Worker, type Job } from "bullmq";
import { checkJob } from "./check-job.ts";
import { jobLimits, type JobName, type JobPayload, type LimitOverrides } from "./job-catalog.ts";
import type { Consumer, ConsumerOptions, Handler } from "./queue.ts";
import { answered, type WorkerConnection } from "./redis-client.ts";
import { faultOf } from "./retry.ts";
import { runJob, settleMs, type JobOutcome, type RunningJob } from "./run-job.ts";
import { within } from "./within.ts";

export type BullConsumerSettings<N extends JobName> = {
  readonly name: N;
  readonly handler: Handler<N>;
  readonly options: ConsumerOptions<N>;
  readonly connection: WorkerConnection;
  readonly prefix: string;
  readonly limits: LimitOverrides;
  /** A worker that dies frees its jobs after `lockMs` and at most two rounds of `stalledIntervalMs`. */
  readonly lockMs: number;
  readonly stalledIntervalMs: number;
  readonly onFault: (fault: Fault) => void;
  /** Any error of the worker itself. */
  readonly onError: (error: Error) => void;
};

type Running = { readonly jobs: Map<string, RunningJob>; readonly processing: Set<Promise<void>>; stopping: boolean };

/** The payload, or null (and an E1003) where what lies in Redis is none. */
const readPayload = <N extends JobName>({ name, onFault }: BullConsumerSettings<N>, job: Job): JobPayload<N> | null => {
  try {
    return checkJob(name, job.data);
  } catch (error) {
    onFault(faultOf(error));
    return null;
  }
};

/** Tells Redis what becomes of a job. BullMQ is told by an error where it must not finish the job itself. */
const record = async (worker: Worker, job: Job, token: string, outcome: JobOutcome): Promise<void> => {
  switch (outcome.action) {
    case "done":
      return;
    case "again": {
      const skipAttempt = !outcome.burnsAttempt;
      await worker.getBackend().moveToDelayed(job.id ?? "", Date.now(), outcome.delayMs, token, { skipAttempt });
      throw new DelayedError();
    }
    case "put-back":
      await job.moveToWait(token);
      throw new WaitingError();
    case "lost":
      throw new Error(`lost the lock of job ${job.id}`);
  }
};

const processJob = async <N extends JobName>(
  settings: BullConsumerSettings<N>,
  running: Running,
  job: Job,
): Promise<JobOutcome> => {
  if (running.stopping) {
    return { action: "put-back" };
  }
  const payload = readPayload(settings, job);
  if (payload === null) {
    return { action: "done" };
  }
  const jobId = job.id ?? "";
  const run = runJob({
    payload,
    jobId,
    attempt: { number: job.attemptsMade + 1, starts: job.attemptsStarted },
    crashes: job.stalledCounter,
    limits: jobLimits(settings.name, settings.limits),
    handler: settings.handler,
    onGivenUp: settings.options.onGivenUp,
    onFault: settings.onFault,
  });
  running.jobs.set(jobId, run);
  const outcome = await run.outcome;
  running.jobs.delete(jobId);
  return outcome;
};

const brakeMs = 1_000;

/**
 * Takes no job for a second after an error that is not the connection's. While Redis is full, BullMQ would otherwise try tens
 * of thousands of times a second.
 */
const brakeOf = (running: Running): ((worker: Worker, error: Error) => void) => {
  let braked = false;
  return (worker, error) => {
    if (braked || running.stopping || "syscall" in error) {
      return;
    }
    braked = true;
    worker.pause(true).catch(() => {});
    setTimeout(() => {
      braked = false;
      if (!running.stopping) {
        worker.resume().catch(() => {});
      }
    }, brakeMs).unref();
  };
};

const workerOf = <N extends JobName>(settings: BullConsumerSettings<N>, running: Running): Worker => {
  const processor = (job: Job, token = ""): Promise<void> => {
    const processing = processJob(settings, running, job).then((outcome) => record(worker, job, token, outcome));
    running.processing.add(processing);
    return processing.finally(() => running.processing.delete(processing));
  };
  const worker = new Worker(settings.name, processor, {
    connection: settings.connection,
    prefix: settings.prefix,
    concurrency: settings.options.concurrency,
    lockDuration: settings.lockMs,
    stalledInterval: settings.stalledIntervalMs,
    // BullMQ fails and removes such a job by itself, past `onGivenUp`; we count instead (`maxCrashes`) and record it.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
    // How long a closing worker may still sleep after a lost connection (15 s by default).
    runRetryDelay: 1_000,
    // An id that is kept can't be sent again; the ledger has the history. Said here rather than in each job, which would grow.
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  });
  const brake = brakeOf(running);
  worker.on("error", (error) => {
    brake(worker, error);
    settings.onError(error);
  });
  worker.on("lockRenewalFailed", (jobIds) => {
    for (const id of jobIds) {
      running.jobs.get(id)?.stop("lock-lost");
    }
  });
  return worker;
};

const isConnected = async (worker: Worker): Promise<boolean> => {
  const { client, blockingClient } = worker.getBackend();
  const clients = await within(Promise.all([client, blockingClient]), 100, () => []);
  return clients.length > 0 && clients.every((each) => each?.status === "ready");
};

/**
 * ioredis 5.11 leaves its socket timer running when it disconnects while a read is open, and a process that has nothing else
 * left to do would live on for those 15 s.
 */
const forgetSocketTimer = async (worker: Worker): Promise<void> => {
  const client = await within(Promise.resolve(worker.getBackend().blockingClient), 100, () => undefined);
  const timer: unknown = client === undefined ? undefined : Reflect.get(client, "socketTimeoutTimer");
  if (typeof timer === "object" && timer !== null && Symbol.toPrimitive in timer) {
    clearTimeout(Number(timer));
  }
};

/** BullMQ's own `close()` waits for ever while Redis is down, and once called can't be forced any more: so we look first. */
const closeWorker = async (worker: Worker): Promise<void> => {
  if (await isConnected(worker)) {
    await within(worker.close(), 400, () => void worker.disconnect().catch(() => {}));
  } else {
    await within(worker.close(true), 300, () => undefined);
  }
  await forgetSocketTimer(worker);
};

const closeConsumer = async (worker: Worker, running: Running, graceMs: number): Promise<void> => {
  const allProcessed = (): Promise<unknown> => Promise.allSettled(running.processing);
  running.stopping = true;
  worker.pause(true).catch(() => {});
  await within(allProcessed(), graceMs, () => undefined);
  for (const run of running.jobs.values()) {
    run.stop("shutdown");
  }
  await within(allProcessed(), settleMs + 100, () => undefined);
  await closeWorker(worker);
};

/** Consumes the jobs of one name. Rejects with a Fault where Redis can't be reached now; later outages are waited out. */
export const startBullConsumer = async <N extends JobName>(settings: BullConsumerSettings<N>): Promise<Consumer> => {
  const running: Running = { jobs: new Map(), processing: new Set(), stopping: false };
  const worker = workerOf(settings, running);
  try {
    const { url, connectTimeout } = settings.connection;
    await answered(worker.waitUntilReady(), url, connectTimeout + 500);
  } catch (error) {
    await within(worker.close(true), 300, () => undefined);
    throw error;
  }
  let closing: Promise<void> | null = null;
  return { close: (graceMs) => (closing ??= closeConsumer(worker, running, graceMs)) };
};
