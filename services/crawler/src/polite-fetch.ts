import { randomUUID } from "node:crypto";
import { Fault } from "@zhenggai/notice";
import type { HostsStore } from "@zhenggai/store";
import type { PageRequest, PageResponse } from "./download.ts";
import type { FetchEngine } from "./fetch-engine.ts";
import { type RobotsVerdict, judgeRobots } from "./robots.ts";

export type PoliteFetch = (request: PageRequest, signal: AbortSignal) => Promise<PageResponse>;

export type PoliteOptions = {
  readonly engine: FetchEngine;
  readonly hosts: HostsStore;
  /** The name by which robots.txt addresses us. */
  readonly agent: string;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly now: () => Date;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

type KnownRobots = Map<string, { readonly judge: (url: string) => RobotsVerdict; readonly untilMs: number }>;

const robotsMaxAgeMs = 24 * 3_600_000;
const robotsRetryMs = 60_000;

/**
 * Fetches under our manners: robots.txt first, one request at a time per host over all processes (a lease in the store), and
 * a pause between two requests. Throws E4006 where robots.txt disallows the URL, E4003 where it can't be had.
 */
export function createPoliteFetch(options: PoliteOptions): PoliteFetch {
  const known: KnownRobots = new Map();
  return async (request, signal) => {
    const url = new URL(request.url);
    if (!request.hosts.includes(url.hostname)) {
      throw new Fault("E4005", { value: request.url, why: `allowed hosts: ${request.hosts.join(", ")}` });
    }
    const judge = await robotsOf(known, request, options, signal);
    const { access, crawlDelayMs } = judge(request.url);
    if (access === "disallowed") throw new Fault("E4006", { value: request.url });
    if (access === "unavailable")
      throw new Fault("E4003", { value: `${url.origin}/robots.txt`, why: "robots.txt can't be had" });
    return leased(request, { ...options, intervalMs: Math.max(options.intervalMs, crawlDelayMs) }, signal);
  };
}

async function robotsOf(
  known: KnownRobots,
  request: PageRequest,
  options: PoliteOptions,
  signal: AbortSignal,
): Promise<(url: string) => RobotsVerdict> {
  const { origin } = new URL(request.url);
  const nowMs = options.now().getTime();
  const cached = known.get(origin);
  if (cached !== undefined && cached.untilMs > nowMs) return cached.judge;
  const robotsUrl = `${origin}/robots.txt`;
  const robotsRequest: PageRequest = { ...request, url: robotsUrl, method: "GET", form: null, validators: null };
  const fetched = await leased(robotsRequest, options, signal).catch(nullWhenUnreachable);
  const judge = judgeRobots(robotsUrl, fetched, options.agent);
  const maxAgeMs = judge(robotsUrl).access === "unavailable" ? robotsRetryMs : robotsMaxAgeMs;
  known.set(origin, { judge, untilMs: nowMs + maxAgeMs });
  return judge;
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
