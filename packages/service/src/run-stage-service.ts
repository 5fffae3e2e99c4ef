import type { Fault } from "@zhenggai/notice";
import { type JobName, type Queue, type Stage, connectBullQueue, runStage } from "@zhenggai/queues";
import {
  type Logger,
  type Metrics,
  type Settings,
  type Stoppable,
  createLogger,
  createMetrics,
  logLevelOf,
  readSettings,
  requireServers,
  runService,
  startHealthServer,
} from "@zhenggai/runtime";
import { type Store, connectMongoStore } from "@zhenggai/store";
import { logFaults, observeStage } from "./observe-stage.ts";

/** What a service's stage is built from. */
export type StageParts = {
  readonly settings: Settings;
  readonly store: Store;
  readonly queue: Queue;
  readonly logger: Logger;
  readonly metrics: Metrics;
};

export type BuiltStage<N extends JobName> = { readonly stage: Stage<N>; readonly close?: () => Promise<void> };

/**
 * The life of a service that runs one stage: settings → MongoDB → Redis → health → stage, stopped in reverse on SIGTERM.
 * Any number of processes may run the same stage.
 */
export function runStageService<N extends JobName>(
  name: string,
  build: (parts: StageParts) => Promise<BuiltStage<N>>,
): Promise<void> {
  const logger = createLogger({ service: name, level: logLevelOf(process.env, "info") });
  return runService({
    logger,
    verbose: process.argv.includes("--verbose"),
    start: async (register) => {
      const settings = readSettings(process.env);
      const onFault = logFaults(logger, () => performance.now());
      const servers = await connectServers(settings, onFault, register);
      const parts = { settings, ...servers, logger, metrics: createMetrics(name) };
      const { stage, close } = await build(parts);
      register({ name: "stage parts", stop: async () => close?.() });
      const healthPort = await serveHealth(parts, stage.name, register);
      const running = await runStage(servers.queue, observeStage(stage, logger, parts.metrics), {
        reconcileEveryMs: settings.RECONCILE_MS,
        onFault,
      });
      register({ name: "stage", stop: (graceMs) => running.close(graceMs) });
      logger.info({ healthPort, stage: stage.name }, "ready");
    },
  });
}

type Register = (part: Stoppable) => void;

/** The real servers that production needs: MongoDB first, since it is the ledger. */
async function connectServers(
  settings: Settings,
  onFault: (fault: Fault) => void,
  register: Register,
): Promise<{ store: Store; queue: Queue }> {
  const { redisUrl, mongodbUrl } = requireServers(settings);
  const store = await connectMongoStore({ url: mongodbUrl, databaseName: settings.MONGODB_DATABASE });
  register({ name: "store", stop: () => store.close() });
  const queue = await connectBullQueue({
    url: redisUrl,
    prefix: settings.QUEUE_PREFIX,
    strict: true,
    lockMs: settings.QUEUE_LOCK_MS,
    stalledIntervalMs: settings.QUEUE_LOCK_MS,
    onFault,
  });
  register({ name: "queue", stop: () => queue.close() });
  return { store, queue };
}

/** Returns the port on which the process tells how it is. */
async function serveHealth(
  { settings, store, queue, metrics }: StageParts,
  job: JobName,
  register: Register,
): Promise<number> {
  const health = await startHealthServer({
    host: settings.HEALTH_HOST,
    port: settings.HEALTH_PORT,
    metrics,
    ready: async () => {
      await Promise.all([store.ping(), queue.ping()]);
    },
    beforeMetrics: () => gaugeQueue(queue, job, metrics),
  });
  register({ name: "health", stop: () => health.close() });
  return health.port;
}

async function gaugeQueue(queue: Queue, job: JobName, metrics: Metrics): Promise<void> {
  const counts = await queue.counts(job);
  for (const [state, count] of Object.entries(counts)) metrics.queueJobs.set({ job, state }, count);
}
