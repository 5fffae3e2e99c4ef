import { Fault } from "@zhenggai/notice";
import { checkJob } from "./check-job.ts";
import { jobLimits, jobNames, type JobName, type LimitOverrides } from "./job-catalog.ts";
import { jobId } from "./job-id.ts";
import type { Consumer, Queue } from "./queue.ts";
import { runJob, settleMs, type JobOutcome, type RunningJob } from "./run-job.ts";
import { sleep } from "./sleep.ts";
import { within } from "./within.ts";

export type EmbeddedQueueOptions = {
  /** The wait between two tries. Must end early, without failing, when the signal fires. */
  readonly sleep?: (delayMs: number, signal: AbortSignal) => Promise<void>;
  readonly limits?: LimitOverrides;
  /** Errors in the background that no caller sees. */
  readonly onFault?: (fault: Fault) => void;
};

export type EmbeddedQueue = Queue & {
  /**
   * Resolves when no job is waiting, active or delayed. Jobs delayed by a dependency that is down count too: "idle" means
   * that nothing is left to do, never that we stopped trying.
   */
  readonly idle: () => Promise<void>;
};

type OpenJob = { readonly payload: unknown; readonly burned: number; readonly starts: number };
type Run = { readonly running: RunningJob; readonly settled: Promise<void> };
type Runner = {
  readonly concurrency: number;
  readonly runs: Map<string, Run>;
  readonly start: (id: string, job: OpenJob) => RunningJob;
};
/** Every open job of one name; `waiting` in the order of sending; what is neither waiting nor with a runner is delayed. */
type Line = { readonly open: Map<string, OpenJob>; readonly waiting: Set<string>; readonly runners: Set<Runner> };
type State = {
  readonly lines: ReadonlyMap<JobName, Line>;
  readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<void>;
  readonly closed: AbortController;
  readonly idleWaiters: Set<() => void>;
};

const lineOf = (state: State, name: JobName): Line => {
  const line = state.lines.get(name);
  if (line === undefined) {
    throw new Fault("E1003", { value: name });
  }
  return line;
};

const tellIfIdle = (state: State): void => {
  if ([...state.lines.values()].every((line) => line.open.size === 0)) {
    for (const resolve of state.idleWaiters) {
      resolve();
    }
    state.idleWaiters.clear();
  }
};

const wakeLater = async (state: State, line: Line, id: string, delayMs: number): Promise<void> => {
  await state.sleep(delayMs, state.closed.signal);
  line.waiting.add(id);
  pump(state, line);
};

const settle = (state: State, line: Line, id: string, outcome: JobOutcome): void => {
  const job = line.open.get(id);
  if (job === undefined || outcome.action === "done") {
    line.open.delete(id);
    tellIfIdle(state);
    return;
  }
  if (outcome.action !== "again") {
    line.waiting.add(id);
    return;
  }
  line.open.set(id, { ...job, burned: job.burned + (outcome.burnsAttempt ? 1 : 0) });
  void wakeLater(state, line, id, outcome.delayMs);
};

const startNext = (state: State, line: Line, runner: Runner, id: string): void => {
  line.waiting.delete(id);
  const before = line.open.get(id);
  if (before === undefined) {
    return;
  }
  const job = { ...before, starts: before.starts + 1 };
  line.open.set(id, job);
  const running = runner.start(id, job);
  const finish = async (): Promise<void> => {
    const outcome = await running.outcome;
    runner.runs.delete(id);
    settle(state, line, id, outcome);
    pump(state, line);
  };
  runner.runs.set(id, { running, settled: finish() });
};

/** Hands out waiting jobs while a runner has room. */
const pump = (state: State, line: Line): void => {
  for (const id of line.waiting) {
    const runner = [...line.runners].find((candidate) => candidate.runs.size < candidate.concurrency);
    if (state.closed.signal.aborted || runner === undefined) {
      return;
    }
    startNext(state, line, runner, id);
  }
};

const allSettled = (runner: Runner): Promise<unknown> =>
  Promise.all([...runner.runs.values()].map((run) => run.settled));

const closeRunner = async (line: Line, runner: Runner, graceMs: number): Promise<void> => {
  line.runners.delete(runner);
  await within(allSettled(runner), graceMs, () => undefined);
  for (const { running } of runner.runs.values()) {
    running.stop("shutdown");
  }
  await within(allSettled(runner), settleMs * 2, () => undefined);
};

const sender =
  (state: State): Queue["send"] =>
  async (name, payloads) => {
    if (state.closed.signal.aborted) {
      throw new Fault("E3002", { why: "the queue is closed" });
    }
    const line = lineOf(state, name);
    const jobs = payloads
      .map((payload) => checkJob(name, payload))
      .map((payload) => ({ id: jobId(name, payload), payload }));
    for (const { id, payload } of jobs) {
      if (!line.open.has(id)) {
        line.open.set(id, { payload: structuredClone(payload), burned: 0, starts: 0 });
        line.waiting.add(id);
      }
    }
    pump(state, line);
  };

const consumption =
  (state: State, options: EmbeddedQueueOptions): Queue["consume"] =>
  async (name, handler, { concurrency, onGivenUp }): Promise<Consumer> => {
    const line = lineOf(state, name);
    const runner: Runner = {
      concurrency,
      runs: new Map(),
      start: (id, job) =>
        runJob({
          payload: checkJob(name, job.payload),
          jobId: id,
          attempt: { number: job.burned + 1, starts: job.starts },
          crashes: 0,
          limits: jobLimits(name, options.limits),
          handler,
          onGivenUp,
          onFault: options.onFault ?? (() => {}),
        }),
    };
    line.runners.add(runner);
    pump(state, line);
    return { close: (graceMs) => closeRunner(line, runner, graceMs) };
  };

/**
 * The queue in process: same rules as `connectBullQueue`, nothing to install, nothing kept when the process ends (the ledger
 * sends again what is open). First sent, first taken, per job name.
 */
export const createEmbeddedQueue = (options: EmbeddedQueueOptions = {}): EmbeddedQueue => {
  const newLine = (): Line => ({ open: new Map(), waiting: new Set(), runners: new Set() });
  const state: State = {
    lines: new Map(jobNames.map((name) => [name, newLine()])),
    sleep: options.sleep ?? sleep,
    closed: new AbortController(),
    idleWaiters: new Set(),
  };
  return {
    send: sender(state),
    consume: consumption(state, options),
    counts: async (name) => {
      const { open, waiting, runners } = lineOf(state, name);
      const active = [...runners].reduce((sum, runner) => sum + runner.runs.size, 0);
      return { waiting: waiting.size, active, delayed: open.size - waiting.size - active };
    },
    ping: async () => {},
    close: async () => {
      state.closed.abort();
      const lines = [...state.lines.values()];
      await Promise.all(lines.flatMap((line) => [...line.runners].map((runner) => closeRunner(line, runner, 0))));
    },
    idle: () =>
      new Promise((resolve) => {
        state.idleWaiters.add(resolve);
        tellIfIdle(state);
      }),
  };
};
