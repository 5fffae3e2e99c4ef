import { type JobName, type Queue, type Stage, connectBullQueue, runStage } from "@zhenggai/queues";
import {
  type Logger,
  type Metrics,
  type Settings,
  createLogger,
  createMetrics,
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
  const logger = createLogger({ service: name, level: process.env["LOG_LEVEL"] ?? "info" });
  return runService({
    logger,
    verbose: process.argv.includes("--verbose"),
    start: async (register) => {
      const settings = readSettings(process.env);
      const { redisUrl, mongodbUrl } = requireServers(settings);
      const metrics = createMetrics(name);
      const onFault = logFaults(logger, () => performance.now());
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
      const { stage, close } = await build({ settings, store, queue, logger, metrics });
      register({ name: "stage parts", stop: async () => close?.() });
      const health = await startHealthServer({
        host: settings.HEALTH_HOST,
        port: settings.HEALTH_PORT,
        metrics,
        ready: async () => {
          await Promise.all([store.ping(), queue.ping()]);
        },
        beforeMetrics: () => gaugeQueue(queue, stage.name, metrics),
      });
      register({ name: "health", stop: () => health.close() });
      const running = await runStage(queue, observeStage(stage, logger, metrics), {
        reconcileEveryMs: settings.RECONCILE_MS,
        onFault,
      });
      register({ name: "stage", stop: (graceMs) => running.close(graceMs) });
      logger.info({ healthPort: health.port, stage: stage.name }, "ready");
    },
  });
}

async function gaugeQueue(queue: Queue, job: JobName, metrics: Metrics): Promise<void> {
  const counts = await queue.counts(job);
  for (const [state, count] of Object.entries(counts)) metrics.queueJobs.set({ job, state }, count);
}
