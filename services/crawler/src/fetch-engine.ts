import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { BasicCrawler, Configuration, LogLevel, log } from "@crawlee/basic";
import { type DownloadOptions, type PageRequest, type PageResponse, download } from "./download.ts";

export type FetchEngine = {
  readonly fetch: (request: PageRequest, signal: AbortSignal) => Promise<PageResponse>;
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly request: PageRequest;
  readonly signal: AbortSignal;
  readonly resolve: (response: PageResponse) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Crawlee as the engine and nothing more: one long-lived crawler per process gives bounded concurrency and back-pressure.
 * Its storage, sessions, fingerprints and retries are off: what is to be fetched and tried again stands in our ledger, and the
 * request itself is ours (`download`), because Crawlee's defaults forge a browser's identity and garble undeclared GBK.
 */
export async function createFetchEngine(options: DownloadOptions): Promise<FetchEngine> {
  log.setLevel(LogLevel.OFF);
  const waiting = new Map<string, Waiting>();
  const crawler = new BasicCrawler(
    {
      keepAlive: true,
      maxRequestRetries: 0,
      useSessionPool: false,
      requestHandlerTimeoutSecs: Math.ceil((options.timeoutMs * 7) / 1000),
      autoscaledPoolOptions: {
        minConcurrency: 8,
        desiredConcurrency: 8,
        maxConcurrency: 64,
        maybeRunIntervalSecs: 0.02,
      },
      statisticsOptions: { persistenceOptions: { enable: false } },
      requestHandler: ({ request }) => answer(waiting, request.uniqueKey, options),
    },
    new Configuration({ persistStorage: false, purgeOnStart: false }),
  );
  // Started with the first request: Crawlee can't be torn down while it is still starting.
  let running: Promise<unknown> | null = null;
  const started = (): Promise<void> => {
    running ??= crawler.run();
    return poolOf(crawler);
  };
  return {
    fetch: (request, signal) => {
      const uniqueKey = randomUUID();
      return new Promise<PageResponse>((resolve, reject) => {
        waiting.set(uniqueKey, { request, signal, resolve, reject });
        started()
          .then(() => crawler.addRequests([{ url: request.url, uniqueKey }]))
          .catch(reject);
      }).finally(() => waiting.delete(uniqueKey));
    },
    close: async () => {
      if (running === null) return;
      await started();
      await crawler.teardown();
      await running;
    },
  };
}

/** Resolves when the crawler has its pool of workers and can be torn down. */
async function poolOf(crawler: BasicCrawler): Promise<void> {
  while (crawler.autoscaledPool === undefined) await delay(5);
}

async function answer(waiting: Map<string, Waiting>, uniqueKey: string, options: DownloadOptions): Promise<void> {
  const entry = waiting.get(uniqueKey);
  if (entry === undefined) return;
  try {
    entry.resolve(await download(entry.request, options, entry.signal));
  } catch (error) {
    entry.reject(error);
  }
}
