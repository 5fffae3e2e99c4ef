import { randomUUID } from "node:crypto";
import { Fault } from "@zhenggai/notice";
import type { HostsStore } from "@zhenggai/store";
import { type PageRequest, type PageResponse, maxRedirects, redirectedTo, tooManyRedirects } from "./download.ts";
import type { FetchEngine } from "./fetch-engine.ts";
import { type RobotsVerdict, judgeRobots } from "./robots.ts";

/** Fetches with `engine`, by default the plain one. */
export type PoliteFetch = (
  request: PageRequest,
  signal: AbortSignal,
  engine?: Pick<FetchEngine, "fetch">,
) => Promise<PageResponse>;

export type PoliteOptions = {
  /** The plain engine; robots.txt is always fetched with it. */
  readonly engine: Pick<FetchEngine, "fetch">;
  readonly hosts: HostsStore;
  /** The name by which robots.txt addresses us. */
  readonly agent: string;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly now: () => Date;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

type Judge = (url: string) => RobotsVerdict;

/** What robots.txt of an origin says; while it is being asked, whoever else needs it waits for the same answer. */
type KnownRobots = Map<string, { readonly judge: Promise<Judge>; readonly untilMs: number }>;

const robotsMaxAgeMs = 24 * 3_600_000;
const robotsRetryMs = 60_000;

/**
 * Fetches under our manners: robots.txt first, one request at a time per host over all processes (a lease in the store), and
 * a pause between two requests; so also where a redirect leads to another host. Throws E4006 where robots.txt disallows the URL, E4003 where it can't be had.
 */
export function createPoliteFetch(options: PoliteOptions): PoliteFetch {
  const known: KnownRobots = new Map();
  return (request, signal, engine = options.engine) =>
    followed(request, async (hop) => {
      const url = new URL(hop.url);
      if (!hop.hosts.includes(url.hostname)) {
        throw new Fault("E4005", { value: hop.url, why: `allowed hosts: ${hop.hosts.join(", ")}` });
      }
      const judge = await robotsOf(known, hop, options, signal);
      const { access, crawlDelayMs } = judge(hop.url);
      if (access === "disallowed") throw new Fault("E4006", { value: hop.url });
      if (access === "unavailable")
        throw new Fault("E4003", { value: `${url.origin}/robots.txt`, why: "robots.txt can't be had" });
      return leased(hop, { ...options, engine, intervalMs: Math.max(options.intervalMs, crawlDelayMs) }, signal);
    });
}

/** Goes on where a redirect leads to another host of the source; those within a host the engine has followed. */
async function followed(request: PageRequest, ask: (hop: PageRequest) => Promise<PageResponse>): Promise<PageResponse> {
  const redirects: string[] = [];
  for (let hop = request; ;) {
    const response = await ask(hop);
    const next = redirectedTo({ ...hop, url: response.finalUrl }, response);
    if (next === null) return { ...response, redirects: [...redirects, ...response.redirects] };
    redirects.push(...response.redirects, response.finalUrl);
    if (redirects.length > maxRedirects) throw tooManyRedirects(request);
    hop = next;
  }
}

async function robotsOf(
  known: KnownRobots,
  request: PageRequest,
  options: PoliteOptions,
  signal: AbortSignal,
): Promise<Judge> {
  const { origin } = new URL(request.url);
  for (;;) {
    const cached = known.get(origin);
    if (cached === undefined || cached.untilMs <= options.now().getTime()) break;
    // Where the one that asked failed or was stopped, we ask ourselves.
    const judge = await cached.judge.catch(() => null);
    if (judge !== null) return judge;
    signal.throwIfAborted();
    if (known.get(origin) === cached) known.delete(origin);
  }
  const asked = askRobots(`${origin}/robots.txt`, request, options, signal);
  known.set(origin, { judge: asked, untilMs: Infinity });
  const judge = await asked;
  const maxAgeMs = judge(request.url).access === "unavailable" ? robotsRetryMs : robotsMaxAgeMs;
  known.set(origin, { judge: asked, untilMs: options.now().getTime() + maxAgeMs });
  return judge;
}

async function askRobots(
  robotsUrl: string,
  request: PageRequest,
  options: PoliteOptions,
  signal: AbortSignal,
): Promise<Judge> {
  const robotsRequest: PageRequest = { ...request, url: robotsUrl, method: "GET", form: null, validators: null };
  const asked = followed(robotsRequest, (hop) => leased(hop, options, signal));
  const fetched = await asked.catch(nullWhenUnreachable);
  return judgeRobots(robotsUrl, fetched, options.agent);
}

function nullWhenUnreachable(error: unknown): null {
  if (error instanceof Fault && error.code === "E4003") return null;
  throw error;
}

/** Sends the request while holding the host's lease; every request is a holder of its own. */
async function leased(request: PageRequest, options: PoliteOptions, signal: AbortSignal): Promise<PageResponse> {
  const { hosts, now, timeoutMs, intervalMs } = options;
  const host = new URL(request.url).hostname;
  const holder = randomUUID();
  for (;;) {
    const at = now();
    // Six hops of a redirect chain at most, each within the time limit.
    const leaseUntilAt = new Date(at.getTime() + timeoutMs * 6 + 5_000).toISOString();
    const retryAt = await hosts.acquire(host, holder, at.toISOString(), leaseUntilAt);
    if (retryAt === null) break;
    await options.sleep(Math.min(Math.max(Date.parse(retryAt) - at.getTime(), 5), 1_000), signal);
  }
  try {
    return await options.engine.fetch(request, signal);
  } finally {
    await hosts.release(host, holder, new Date(now().getTime() + intervalMs).toISOString());
  }
}
