import { setTimeout as delay } from "node:timers/promises";
import type { Queue } from "@zhenggai/queues";
import type { Logger, Settings } from "@zhenggai/runtime";
import type { SourceDefinition } from "@zhenggai/sources";
import type { Store } from "@zhenggai/store";
import type { CrawlDeps } from "./crawl-deps.ts";
import type { DownloadOptions } from "./download.ts";
import { type FetchEngine, createFetchEngine } from "./fetch-engine.ts";
import { lazyEngine } from "./lazy-engine.ts";
import { createPoliteFetch } from "./polite-fetch.ts";

export type CrawlerParts = {
  readonly settings: Settings;
  readonly store: Store;
  readonly queue: Pick<Queue, "send">;
  readonly sources: ReadonlyMap<string, SourceDefinition>;
  readonly opensSlots: boolean;
  readonly logger: Logger;
  readonly onResponse: (host: string, verdict: string) => void;
};

/** The name by which robots.txt may address us, and the agent that every request carries. */
const robotsAgent = "ZhenggaiBot";

/** Wires a crawl to the network: engines, manners, clock. `close` ends the engines. */
export async function createCrawlDeps(parts: CrawlerParts): Promise<{ deps: CrawlDeps; close: () => Promise<void> }> {
  const { settings, store } = parts;
  const now = (): Date => new Date();
  const sleep = (ms: number, signal: AbortSignal): Promise<void> => delay(ms, undefined, { signal });
  const download: DownloadOptions = {
    userAgent: `${robotsAgent}/0.1 (+${settings.CRAWL_CONTACT})`,
    connectTo: settings.CRAWL_CONNECT_TO ?? null,
    timeoutMs: settings.CRAWL_TIMEOUT_MS,
    maxBytes: settings.CRAWL_MAX_BYTES,
  };
  const plain = await createFetchEngine(download);
  const browser = browserWhenNeeded(parts, download);
  const polite = createPoliteFetch({
    engine: plain,
    hosts: store.hosts,
    agent: robotsAgent,
    intervalMs: settings.CRAWL_INTERVAL_MS,
    timeoutMs: settings.CRAWL_TIMEOUT_MS,
    now,
    sleep,
  });
  const deps: CrawlDeps = {
    store,
    queue: parts.queue,
    sources: parts.sources,
    fetch: (source, request, signal) => polite(request, signal, source.fetch === "browser" ? browser : plain),
    onResponse: parts.onResponse,
    opensSlots: parts.opensSlots,
    logger: parts.logger,
    now,
    sleep,
  };
  const close = async (): Promise<void> => {
    await Promise.all([plain.close(), browser.close()]);
  };
  return { deps, close };
}

/** Only crawlers that have a source for it load Playwright and start Chromium. */
function browserWhenNeeded({ settings, sources }: CrawlerParts, download: DownloadOptions): FetchEngine {
  const hosts = [...sources.values()].filter((source) => source.fetch === "browser").flatMap((source) => source.hosts);
  return lazyEngine(async () => {
    const { createBrowserEngine } = await import("./browser-engine.ts");
    return createBrowserEngine({ ...download, chromiumPath: settings.CHROMIUM_PATH, hosts });
  });
}
