import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { Configuration, LogLevel, log } from "@crawlee/basic";
import type { PlaywrightCrawlerOptions, PlaywrightCrawlingContext } from "@crawlee/playwright";
import { Fault } from "@zhenggai/notice";
import type { DownloadOptions, PageRequest, PageResponse } from "./download.ts";
import type { FetchEngine } from "./fetch-engine.ts";
import { type KeptAlive, endCrawler, keptAlive } from "./kept-alive.ts";
import { loadPlaywrightCrawler } from "./load-playwright-crawler.ts";
import { type PendingRequests, createPendingRequests } from "./pending-requests.ts";
import { readInBrowser } from "./read-in-browser.ts";

export type BrowserOptions = DownloadOptions & {
  /** Setting CHROMIUM_PATH. */
  readonly chromiumPath: string | undefined;
  /** All hosts that its requests may name. No other has an address for this browser: Chromium would also call its maker. */
  readonly hosts: readonly string[];
};

const longestPageMs = 90_000;
const closingMs = 5_000;

/**
 * An engine like `createFetchEngine` for sources whose pages are written by scripts: Chromium under Crawlee, which again is engine
 * only. Honest user agent, no fingerprints, a new context for every page, 90 s for a page at most (less where the time
 * limit of a request is short, so that the host's lease outlives it). Throws E2002 naming CHROMIUM_PATH, here or on the
 * first fetch, where Chromium is missing or does not start; such an engine is dead.
 */
export async function createBrowserEngine(options: BrowserOptions): Promise<FetchEngine> {
  const executablePath = await checkedPath(options.chromiumPath);
  const Crawler = await loadPlaywrightCrawler();
  log.setLevel(LogLevel.OFF);
  const pending = createPendingRequests();
  const life = keptAlive();
  const watchdogMs = Math.min(longestPageMs, options.timeoutMs * 6);
  const crawler = new Crawler(
    {
      ...engineOnly(watchdogMs, life),
      launchContext: launchContext(executablePath, options),
      browserPoolOptions: browserPool(options, life),
      requestHandler: (context) => readAndClose(context, pending, options),
      failedRequestHandler: ({ request }, error) =>
        pending.answer(request.uniqueKey, async ({ url }) => {
          throw new Fault("E4003", { value: url, why: error.message, cause: error });
        }),
    },
    new Configuration({ persistStorage: false, purgeOnStart: false }),
  );
  const closing = new Fault("E4003", { why: "the crawler is closing" });
  const running = crawler.run().then(
    () => pending.end(closing),
    // Crawlee ends the whole crawler where Chromium does not start.
    (error: unknown) => pending.end(noChromium(executablePath, "does not start", error)),
  );
  const ask = (request: PageRequest, signal: AbortSignal): Promise<PageResponse> =>
    pending.ask(request, signal, (uniqueKey) =>
      crawler.addRequests([{ url: request.url, uniqueKey, skipNavigation: true }]),
    );
  return {
    fetch: (request, signal) => watched(request, signal, watchdogMs, ask),
    close: async () => {
      pending.end(closing);
      await endCrawler(crawler, running, life);
    },
  };
}

/** Crawlee without storage, sessions and retries; its time limits stand above the watchdog, which decides. */
function engineOnly(watchdogMs: number, { isFinishedFunction }: KeptAlive): PlaywrightCrawlerOptions {
  return {
    maxRequestRetries: 0,
    useSessionPool: false,
    navigationTimeoutSecs: watchdogMs / 1_000,
    requestHandlerTimeoutSecs: watchdogMs / 1_000 + 30,
    autoscaledPoolOptions: {
      minConcurrency: 2,
      desiredConcurrency: 2,
      maxConcurrency: 4,
      maybeRunIntervalSecs: 0.05,
      isFinishedFunction,
    },
    statisticsOptions: { persistenceOptions: { enable: false } },
    headless: true,
  };
}

async function checkedPath(chromiumPath: string | undefined): Promise<string> {
  if (chromiumPath === undefined) throw noChromium("", "is not set, and a source says fetch: browser");
  await access(chromiumPath, constants.X_OK).catch((error: unknown) => {
    throw noChromium(chromiumPath, "names no program", error);
  });
  return chromiumPath;
}

function noChromium(path: string, what: string, cause?: unknown): Fault {
  const detail = cause instanceof Error ? `: ${cause.message.split("\n", 1)[0]}` : "";
  return new Fault("E2002", { value: `CHROMIUM_PATH=${path}`, why: `CHROMIUM_PATH ${what}${detail}`, cause });
}

type LaunchContext = NonNullable<PlaywrightCrawlerOptions["launchContext"]>;

function launchContext(executablePath: string, { connectTo, hosts }: BrowserOptions): LaunchContext {
  return {
    useIncognitoPages: true,
    launchOptions: {
      executablePath,
      // As root Chromium refuses to start with its sandbox; everybody else keeps it.
      chromiumSandbox: process.getuid?.() !== 0,
      // Shutdown is the service's business.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        "--no-proxy-server",
        "--disable-quic",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        `--host-resolver-rules=${resolverRules(hosts, connectTo)}`,
      ],
    },
  };
}

/** First match wins; exclusions go before all. */
function resolverRules(hosts: readonly string[], connectTo: string | null): string {
  const own = hosts.map((host) => (connectTo === null ? `EXCLUDE ${host}` : `MAP ${host} ${connectTo}`));
  return [...own, "MAP * ~NOTFOUND"].join(", ");
}

function browserPool({ userAgent }: BrowserOptions, { start }: KeptAlive): BrowserPool {
  return { useFingerprints: false, preLaunchHooks: [start], prePageCreateHooks: [freshContext(userAgent)] };
}

type BrowserPool = NonNullable<PlaywrightCrawlerOptions["browserPoolOptions"]>;
type PageHook = NonNullable<BrowserPool["prePageCreateHooks"]>[number];

/** What every page's own context is made with. */
function freshContext(userAgent: string): PageHook {
  return (_pageId, _controller, pageOptions) => {
    const own = { userAgent, locale: "zh-CN", acceptDownloads: false, serviceWorkers: "block", proxy: undefined };
    Object.assign(pageOptions ?? {}, own);
  };
}

async function readAndClose(
  { page, request, browserController }: PlaywrightCrawlingContext,
  pending: PendingRequests,
  options: BrowserOptions,
): Promise<void> {
  await pending.answer(request.uniqueKey, (asked, signal) =>
    Promise.race([readInBrowser(page, asked, options), rejectedOn(signal)]),
  );
  const isClosed = await Promise.race([page.close().then(() => true), delay(closingMs, false)]).catch(() => false);
  if (!isClosed) await browserController.kill();
}

function rejectedOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
}

async function watched(
  request: PageRequest,
  signal: AbortSignal,
  watchdogMs: number,
  ask: FetchEngine["fetch"],
): Promise<PageResponse> {
  const watchdog = AbortSignal.timeout(watchdogMs);
  try {
    return await ask(request, AbortSignal.any([signal, watchdog]));
  } catch (error) {
    if (error instanceof Fault) throw error;
    signal.throwIfAborted();
    const why = watchdog.aborted ? `the page was not done within ${watchdogMs} ms` : String(error);
    throw new Fault("E4003", { value: request.url, why, cause: error });
  }
}
