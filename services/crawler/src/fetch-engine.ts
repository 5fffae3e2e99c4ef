import { BasicCrawler, type BasicCrawlerOptions, Configuration, LogLevel, log } from "@crawlee/basic";
import { Fault } from "@zhenggai/notice";
import { type DownloadOptions, type PageRequest, type PageResponse, download } from "./download.ts";
import { type KeptAlive, endCrawler, keptAlive } from "./kept-alive.ts";
import { createPendingRequests } from "./pending-requests.ts";

export type FetchEngine = {
  readonly fetch: (request: PageRequest, signal: AbortSignal) => Promise<PageResponse>;
  /** Ends the engine; what it has not answered fails with E4003. */
  readonly close: () => Promise<void>;
};

/**
 * Crawlee as the engine and nothing more: one long-lived crawler per process gives bounded concurrency and back-pressure.
 * Its storage, sessions, fingerprints and retries are off: what is to be fetched and tried again stands in our ledger, and the
 * request itself is ours (`download`), because Crawlee's defaults forge a browser's identity and garble undeclared GBK.
 */
export async function createFetchEngine(options: DownloadOptions): Promise<FetchEngine> {
  log.setLevel(LogLevel.OFF);
  const pending = createPendingRequests();
  const life = keptAlive();
  const crawler = new BasicCrawler(
    {
      ...engineOnly(options, life),
      requestHandler: ({ request }) => {
        life.start();
        return pending.answer(request.uniqueKey, (asked, signal) => download(asked, options, signal));
      },
    },
    new Configuration({ persistStorage: false, purgeOnStart: false }),
  );
  const closing = new Fault("E4003", { why: "the crawler is closing" });
  // Crawlee also ends by itself on SIGINT.
  const running = crawler.run().finally(() => pending.end(closing));
  return {
    fetch: (request, signal) =>
      pending.ask(request, signal, (uniqueKey) => crawler.addRequests([{ url: request.url, uniqueKey }])),
    close: async () => {
      pending.end(closing);
      await endCrawler(crawler, running, life);
    },
  };
}

/** Crawlee without storage, sessions and retries; its time limit stands above ours. */
function engineOnly({ timeoutMs }: DownloadOptions, { isFinishedFunction }: KeptAlive): BasicCrawlerOptions {
  return {
    maxRequestRetries: 0,
    useSessionPool: false,
    requestHandlerTimeoutSecs: Math.ceil((timeoutMs * 7) / 1000),
    autoscaledPoolOptions: {
      minConcurrency: 8,
      desiredConcurrency: 8,
      maxConcurrency: 64,
      maybeRunIntervalSecs: 0.02,
      isFinishedFunction,
    },
    statisticsOptions: { persistenceOptions: { enable: false } },
  };
}
