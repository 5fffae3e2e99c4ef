import { predecessorsOf } from "@zhenggai/bodies";
import { compareStage, rankOf } from "@zhenggai/comparer";
import { type CrawlerParts, crawlStage, createCrawlDeps } from "@zhenggai/crawler";
import { extractorVersion } from "@zhenggai/extraction";
import { extractStage } from "@zhenggai/extractor";
import { type Channel, feedChannel, notifyStage, webhookChannel } from "@zhenggai/notifier";
import { Fault, type StoredRun } from "@zhenggai/notice";
import {
  type EmbeddedQueue,
  type Queue,
  type RunningStage,
  type Stage,
  type JobName,
  connectBullQueue,
  createEmbeddedQueue,
  runStage,
} from "@zhenggai/queues";
import { type Settings, createLogger, logLevelOf } from "@zhenggai/runtime";
import { loadSources, logFaults } from "@zhenggai/service";
import type { SourceDefinition } from "@zhenggai/sources";
import { type Store, connectMongoStore, openEmbeddedStore } from "@zhenggai/store";

/** The store and queue that the CLI works on. */
export type Workspace = {
  readonly mode: "embedded" | "servers";
  readonly store: Store;
  readonly queue: Queue;
  readonly sources: ReadonlyMap<string, SourceDefinition>;
  /** Runs until nothing is left to do (embedded), or until the services have done it (servers). */
  readonly settle: (options: SettleOptions) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type SettleOptions = {
  /** The runs that are waited for where services do the work; embedded, every open run of a configured source is. */
  readonly runIds: readonly string[];
  readonly onProgress: (open: OpenWork) => void;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
};
export type OpenWork = { readonly runs: number; readonly unread: number; readonly series: number };

/** Embedded without REDIS_URL and MONGODB_URL; real servers with both; E2002 with one only. Opening changes nothing. */
export async function openWorkspace(settings: Settings, narrate: (text: string) => void): Promise<Workspace> {
  const { REDIS_URL: redisUrl, MONGODB_URL: mongodbUrl } = settings;
  const sources = loadSources(settings.SOURCES_DIR);
  if (redisUrl === undefined && mongodbUrl === undefined) return openEmbedded(settings, sources, narrate);
  if (redisUrl === undefined || mongodbUrl === undefined) {
    const missing = redisUrl === undefined ? "REDIS_URL" : "MONGODB_URL";
    throw new Fault("E2002", {
      value: `${missing}=`,
      why: "set both REDIS_URL and MONGODB_URL, or neither (embedded mode)",
    });
  }
  const store = await connectMongoStore({ url: mongodbUrl, databaseName: settings.MONGODB_DATABASE });
  const queue = await connectBullQueue({ url: redisUrl, prefix: settings.QUEUE_PREFIX }).catch(
    async (error: unknown) => {
      await store.close();
      throw error;
    },
  );
  return {
    mode: "servers",
    store,
    queue,
    sources,
    settle: (options) => untilDone(store, ({ _id }) => options.runIds.includes(_id), options),
    close: async () => {
      await queue.close();
      await store.close();
    },
  };
}

async function openEmbedded(
  settings: Settings,
  sources: ReadonlyMap<string, SourceDefinition>,
  narrate: (text: string) => void,
): Promise<Workspace> {
  const store = await openEmbeddedStore({ folder: settings.DATA_DIR, onRecovered: narrate });
  const logger = createLogger({ service: "zhenggai", level: logLevelOf(process.env, "error") });
  const onFault = logFaults(logger, () => performance.now());
  const queue = createEmbeddedQueue({ onFault });
  return {
    mode: "embedded",
    store,
    queue,
    sources,
    // The stages run only while somebody waits for them: `status` must not begin to work.
    settle: async (options) => {
      const deadlineMs = performance.now() + options.timeoutMs;
      const stages = await startStages({ settings, store, queue, sources, logger, onFault });
      try {
        await untilDone(store, ({ sourceId }) => sources.has(sourceId), options);
        await untilIdle(queue, { signal: options.signal, timeoutMs: deadlineMs - performance.now() });
      } finally {
        await stages.close();
      }
    },
    close: async () => {
      await queue.close();
      await store.close();
    },
  };
}

type StageParts = Omit<CrawlerParts, "onResponse" | "opensSlots" | "queue"> & {
  readonly queue: Queue;
  readonly onFault: (fault: Fault) => void;
};

/** All four stages in this process. */
async function startStages(parts: StageParts): Promise<{ close: () => Promise<void> }> {
  const { settings, store, queue, sources, logger, onFault } = parts;
  const { CONCURRENCY: concurrency, WEBHOOK_URL: webhookUrl } = settings;
  const now = (): Date => new Date();
  const webhook = webhookUrl === undefined ? [] : [webhookChannel(webhookUrl)];
  const channels: Channel[] = [feedChannel(settings.FEED_PATH, store), ...webhook];
  const start = <N extends JobName>(stage: Stage<N>): Promise<RunningStage> =>
    runStage(queue, stage, { reconcileEveryMs: 500, onFault });
  const crawl = await createCrawlDeps({ ...parts, opensSlots: false, onResponse: () => undefined });
  const running = [
    await start(crawlStage(crawl.deps, concurrency)),
    await start(extractStage({ store, queue, logger, now }, concurrency)),
    await start(compareStage({ store, queue, logger, rankOf: rankOf(sources), predecessorsOf, now }, concurrency)),
    await start(notifyStage({ store, channels, logger, now }, concurrency)),
  ];
  return {
    close: async () => {
      for (const stage of running) await stage.close(2_000);
      await crawl.close();
    },
  };
}

const many = 100_000;

/** What the ledger says is still open; of runs, those that count. */
export async function openWork(store: Store, counts: (run: StoredRun) => boolean = () => true): Promise<OpenWork> {
  const [runs, unread, series] = await Promise.all([
    store.runs.listOpen(many),
    store.captures.countUnread(extractorVersion),
    store.captures.listPendingSeries(many),
  ]);
  return { runs: runs.filter(counts).length, unread, series: series.length };
}

async function untilDone(
  store: Store,
  isAwaited: (run: StoredRun) => boolean,
  { onProgress, signal, timeoutMs }: SettleOptions,
): Promise<void> {
  const deadlineMs = performance.now() + timeoutMs;
  while (!signal.aborted) {
    const open = await openWork(store, isAwaited);
    onProgress(open);
    if (open.runs + open.unread + open.series === 0) return;
    if (performance.now() > deadlineMs) {
      throw new Fault("E4009", {
        value: JSON.stringify(open),
        why: `not done within ${timeoutMs} ms; it goes on where workers run`,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits for the notifications: one that nobody takes is tried for minutes, and goes on with the next crawl. */
async function untilIdle(
  queue: Pick<EmbeddedQueue, "idle">,
  { signal, timeoutMs }: Pick<SettleOptions, "signal" | "timeoutMs">,
): Promise<void> {
  const ended = AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, Math.ceil(timeoutMs)))]);
  await Promise.race([queue.idle(), aborted(ended)]);
  if (ended.aborted && !signal.aborted) {
    throw new Fault("E4009", { why: "crawled, read and compared, but not all notifications are delivered yet" });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
