import { type IncomingHttpHeaders, type ServerResponse, createServer } from "node:http";
import { Fault } from "@zhenggai/notice";
import { createLogger } from "@zhenggai/runtime";
import type { SourceDefinition } from "@zhenggai/sources";
import { type Store, openEmbeddedStore } from "@zhenggai/store";
import type { CrawlDeps } from "./crawl-deps.ts";
import { type DownloadOptions, type PageRequest, download } from "./download.ts";

/** A request as a test's site saw it. */
export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Requests under way at that time, this one included. */
  readonly open: number;
};

export type Site = {
  readonly port: number;
  /** What connections are made to: 127.0.0.1:port. */
  readonly connectTo: string;
  readonly requests: readonly SeenRequest[];
  /** Paths in the order of the requests. */
  readonly paths: () => string[];
  /** Empties `requests`. */
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

/** A small web server on a free loopback port for tests of the crawler; it answers for every host name. */
export async function startSite(
  answer: (request: SeenRequest, response: ServerResponse) => void | Promise<void>,
): Promise<Site> {
  const requests: SeenRequest[] = [];
  let open = 0;
  const server = createServer((incoming, outgoing) => {
    open += 1;
    const openNow = open;
    outgoing.once("close", () => {
      open -= 1;
    });
    const respond = async (): Promise<void> => {
      let body = "";
      for await (const chunk of incoming) body += String(chunk);
      const { method = "GET", url: path = "/", headers } = incoming;
      const request = { method, path, headers, body, open: openNow };
      requests.push(request);
      await answer(request, outgoing);
    };
    respond().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    connectTo: `127.0.0.1:${port}`,
    requests,
    paths: () => requests.map(({ path }) => path),
    forget: () => {
      requests.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Sends an HTML page. */
export function sendHtml(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}

/** A page that reads like a notice: long enough to be told from a shell or a note. */
export function noticeHtml(sentence: string): string {
  const body = `<p>${sentence}</p>`.repeat(12);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>样州市云汀区委整改进展通报</title></head><body><h1>样州市云汀区委整改进展通报</h1><div>发布日期：2024-03-27</div>${body}</body></html>`;
}

export type Clock = {
  readonly now: () => Date;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly advance: (ms: number) => void;
};

/** A clock that stands still but for `sleep` and `advance`. */
export function startClock(at: string): Clock {
  let nowMs = Date.parse(at);
  const advance = (ms: number): void => {
    nowMs += ms;
  };
  return {
    now: () => new Date(nowMs),
    advance,
    sleep: async (ms, signal) => {
      // Lets requests under way go on, so that time does not run away from them.
      await new Promise((resolve) => setTimeout(resolve, 1));
      signal.throwIfAborted();
      advance(ms);
    },
  };
}

/** The host of the invented site that tests crawl. */
export const testHost = "jw.yangzhou.example";

/** A signal that never fires. */
export const never = new AbortController().signal;

/** A request for a path of the test's site. */
export function requestFor(path: string, other: Partial<PageRequest> = {}): PageRequest {
  return { url: `http://${testHost}${path}`, method: "GET", form: null, hosts: [testHost], validators: null, ...other };
}

/** The fault that something fails with; fails itself where there is none. */
export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error: unknown = await work.then(
    () => "success",
    (thrown: unknown) => thrown,
  );
  if (error instanceof Fault) return error;
  throw new Error(`a fault was expected, not ${String(error)}`);
}

/** How the tests' site is reached: as ZhenggaiBot, with little patience and small pages. */
export function optionsFor(site: Site, other: Partial<DownloadOptions> = {}): DownloadOptions {
  const userAgent = "ZhenggaiBot/0.1 (+https://zhenggai.example/contact)";
  return { userAgent, connectTo: site.connectTo, timeoutMs: 5_000, maxBytes: 100_000, ...other };
}

/** A column of the invented site. */
export const testSource: SourceDefinition = {
  id: "yangzhou-xscx",
  name: "清风样州网 巡视巡察",
  site: "清风样州网",
  hosts: [testHost],
  listUrl: `http://${testHost}/list.html`,
  maxListPages: 3,
  schedule: { cron: "0 6 * * *", timeZone: "Asia/Shanghai" },
  rank: "official",
  verified: null,
  fetch: "http",
  expectedYield: 1,
  dialect: "generic",
  parameters: {},
};

export type TestCrawl = {
  readonly deps: CrawlDeps;
  readonly store: Store;
  readonly clock: Clock;
  /** Captures whose reading was asked for. */
  readonly sent: readonly string[];
  /** Verdicts of the answers, as the metrics count them. */
  readonly verdicts: readonly string[];
};

/** Everything that a crawl touches: a store in memory, a clock that stands still, real requests without manners. */
export async function startCrawl(site: Site, other: Partial<CrawlDeps> = {}): Promise<TestCrawl> {
  const store = await openEmbeddedStore({ folder: null });
  const clock = startClock("2026-11-21T00:00:00.000Z");
  const sent: string[] = [];
  const verdicts: string[] = [];
  const deps: CrawlDeps = {
    store,
    queue: {
      send: async (_name, payloads) => {
        for (const payload of payloads) if ("captureId" in payload) sent.push(payload.captureId);
      },
    },
    sources: new Map([[testSource.id, testSource]]),
    fetch: (_source, request, signal) => download(request, optionsFor(site), signal),
    onResponse: (_host, verdict) => void verdicts.push(verdict),
    opensSlots: true,
    logger: createLogger({ service: "crawler", level: "silent" }),
    now: clock.now,
    sleep: clock.sleep,
    ...other,
  };
  return { deps, store, clock, sent, verdicts };
}
