import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { type HostsStore, openEmbeddedStore } from "@zhenggai/store";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Clock, type Site, faultOf, never, optionsFor, requestFor, startClock, startSite } from "./crawl-kit.ts";
import { type PageRequest, type PageResponse, download } from "./download.ts";
import { type PoliteFetch, type PoliteOptions, createPoliteFetch } from "./polite-fetch.ts";

let site: Site;
let clock: Clock;
let hosts: HostsStore;
/** When which path was asked, by the clock. */
let seen: { path: string; atMs: number }[];
let robots: (response: ServerResponse) => void;
let answerMs: number;
/** Where `/moved` leads. */
let moved: string | ((host: string) => string);

beforeEach(async () => {
  clock = startClock("2026-11-21T00:00:00.000Z");
  ({ hosts } = await openEmbeddedStore({ folder: null }));
  seen = [];
  robots = (response) => response.writeHead(404).end();
  answerMs = 0;
  moved = "/";
  site = await startSite(async ({ path, headers }, response) => {
    seen.push({ path, atMs: clock.now().getTime() });
    await delay(answerMs);
    if (path === "/robots.txt") robots(response);
    else if (path === "/moved") {
      const location = typeof moved === "string" ? moved : moved(headers.host ?? "");
      response.writeHead(302, { location }).end();
    } else response.end("正文");
  });
});
afterEach(() => site.close());

function polite(other: Partial<PoliteOptions> = {}): PoliteFetch {
  return createPoliteFetch({
    engine: { fetch: (request, signal) => download(request, optionsFor(site), signal) },
    hosts,
    agent: "ZhenggaiBot",
    intervalMs: 2_000,
    timeoutMs: 5_000,
    now: clock.now,
    sleep: clock.sleep,
    ...other,
  });
}

const sendRobots = (text: string) => (response: ServerResponse) => void response.end(text);
const paths = (): string[] => seen.map(({ path }) => path);
/** Pauses between one request and the next. */
const gapsMs = (): number[] => seen.slice(1).map(({ atMs }, index) => atMs - (seen[index]?.atMs ?? 0));

test("robots.txt comes first, and is asked once for all pages of the site", async () => {
  const fetch = polite();
  for (const path of ["/1", "/2", "/3"]) expect((await fetch(requestFor(path), never)).status).toBe(200);
  expect(paths()).toEqual(["/robots.txt", "/1", "/2", "/3"]);
});

test("pages that are wanted at the same moment share one question for robots.txt", async () => {
  const fetch = polite();
  await Promise.all(["/1", "/2", "/3"].map((path) => fetch(requestFor(path), never)));
  expect(paths().filter((path) => path === "/robots.txt")).toHaveLength(1);
  expect(paths().toSorted()).toEqual(["/1", "/2", "/3", "/robots.txt"]);
});

test("where the one that asks for robots.txt is stopped, the next one asks itself", async () => {
  answerMs = 100;
  const fetch = polite();
  const stop = new AbortController();
  const stopped = fetch(requestFor("/1"), stop.signal).catch((error: unknown) => String(error));
  const patient = fetch(requestFor("/2"), never);
  await expect.poll(() => seen.length, { interval: 5 }).toBe(1);
  stop.abort(new Error("shutting down"));
  expect(await stopped).toContain("shutting down");
  expect((await patient).status).toBe(200);
  expect(paths()).toEqual(["/robots.txt", "/robots.txt", "/2"]);
});

test("what robots.txt said holds for a day, then it is asked again", async () => {
  const fetch = polite();
  await fetch(requestFor("/1"), never);
  clock.advance(23 * 3_600_000);
  await fetch(requestFor("/2"), never);
  clock.advance(2 * 3_600_000);
  await fetch(requestFor("/3"), never);
  expect(paths()).toEqual(["/robots.txt", "/1", "/2", "/robots.txt", "/3"]);
});

test("a page that robots.txt disallows is not asked (E4006), its neighbour is", async () => {
  robots = sendRobots("User-agent: *\nDisallow: /art/\n");
  const fetch = polite();
  const fault = await faultOf(fetch(requestFor("/art/1.html"), never));
  expect([fault.code, fault.value]).toEqual(["E4006", requestFor("/art/1.html").url]);
  expect((await fetch(requestFor("/col/1.html"), never)).status).toBe(200);
  expect(paths()).toEqual(["/robots.txt", "/col/1.html"]);
});

test.each([
  ["answers 500", (response: ServerResponse) => void response.writeHead(500).end()],
  ["gives no answer", (response: ServerResponse) => void response.destroy()],
])("while robots.txt %s no page is asked (E4003); after a minute it is tried again", async (_case, answer) => {
  robots = answer;
  const fetch = polite();
  const fault = await faultOf(fetch(requestFor("/1"), never));
  expect([fault.code, fault.value]).toEqual(["E4003", requestFor("/robots.txt").url]);
  expect((await faultOf(fetch(requestFor("/2"), never))).code).toBe("E4003");
  expect(paths()).toEqual(["/robots.txt"]);
  robots = (response) => void response.writeHead(404).end();
  clock.advance(61_000);
  expect((await fetch(requestFor("/1"), never)).status).toBe(200);
  expect(paths()).toEqual(["/robots.txt", "/robots.txt", "/1"]);
});

test("a host that its source does not name is not asked, not even for robots.txt (E4005)", async () => {
  const fault = await faultOf(polite()(requestFor("/1", { hosts: ["other.example"] }), never));
  expect(fault.code).toBe("E4005");
  expect(seen).toEqual([]);
});

test("between two requests to a host lies the pause: after robots.txt, after a failure, and over two crawlers", async () => {
  const failing = { fetch: async () => Promise.reject(new Error("broken off")) };
  const [one, other] = [polite(), polite()];
  await one(requestFor("/1"), never);
  const failedAtMs = clock.now().getTime() + 2_000;
  await expect(one(requestFor("/2"), never, failing)).rejects.toThrow("broken off");
  await other(requestFor("/3"), never);
  expect(paths()).toEqual(["/robots.txt", "/1", "/robots.txt", "/3"]);
  expect(Math.min(...gapsMs())).toBeGreaterThanOrEqual(2_000);
  expect(seen[2]?.atMs).toBeGreaterThanOrEqual(failedAtMs + 2_000);
});

test("a longer pause that robots.txt asks for is kept, a shorter one does not shorten ours", async () => {
  robots = sendRobots("User-agent: *\nCrawl-delay: 10\n");
  const slow = polite();
  for (const path of ["/1", "/2", "/3"]) await slow(requestFor(path), never);
  expect(Math.min(...gapsMs().slice(1))).toBeGreaterThanOrEqual(10_000);
  seen = [];
  robots = sendRobots("User-agent: *\nCrawl-delay: 1\n");
  const quick = polite();
  for (const path of ["/1", "/2"]) await quick(requestFor(path), never);
  expect(gapsMs()[1]).toBeGreaterThanOrEqual(2_000);
  expect(gapsMs()[1]).toBeLessThan(10_000);
});

test("a host gets one request at a time from all crawlers together", async () => {
  answerMs = 15;
  // Runs fifty times as fast as the real one, so that waiting for the host takes no time.
  const startMs = performance.now();
  const hasty = {
    now: () => new Date(Date.parse("2026-11-21T00:00:00.000Z") + (performance.now() - startMs) * 50),
    sleep: (ms: number, signal: AbortSignal) => delay(ms / 50, undefined, { signal }),
    timeoutMs: 60_000,
  };
  const crawlers = [polite(hasty), polite(hasty)];
  const wanted = crawlers.flatMap((fetch, at) => [1, 2, 3].map((page) => fetch(requestFor(`/${at}-${page}`), never)));
  const pages = await Promise.all(wanted);
  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(site.requests).toHaveLength(8);
  expect(Math.max(...site.requests.map(({ open }) => open))).toBe(1);
});

test("a request that waits for its host stops waiting when it is told to", async () => {
  await hosts.acquire("jw.yangzhou.example", "another crawler", clock.now().toISOString(), "2026-11-22T00:00:00.000Z");
  const stop = new AbortController();
  const waiting = polite()(requestFor("/1"), stop.signal);
  stop.abort(new Error("shutting down"));
  await expect(waiting).rejects.toThrow("shutting down");
  expect(seen).toEqual([]);
});

test("the lease of a crawler that died runs out, and the others go on", async () => {
  const dead = polite({ engine: { fetch: () => new Promise<PageResponse>(() => undefined) } });
  void dead(requestFor("/1"), never);
  await expect.poll(() => hosts.acquire("jw.yangzhou.example", "probe", clock.now().toISOString(), "")).not.toBeNull();
  expect((await polite()(requestFor("/2"), never)).status).toBe(200);
  expect(clock.now().getTime() - Date.parse("2026-11-21T00:00:00.000Z")).toBeGreaterThanOrEqual(35_000);
});

test("a page may be fetched by another engine, under the same manners; robots.txt never is", async () => {
  robots = sendRobots("User-agent: *\nDisallow: /art/\n");
  const asked: string[] = [];
  const browser = {
    fetch: (request: PageRequest, signal: AbortSignal) => {
      asked.push(request.url);
      return download(request, optionsFor(site), signal);
    },
  };
  const fetch = polite();
  await fetch(requestFor("/1"), never, browser);
  await fetch(requestFor("/2"), never);
  expect((await faultOf(fetch(requestFor("/art/1.html"), never, browser))).code).toBe("E4006");
  expect(asked).toEqual([requestFor("/1").url]);
  expect(paths()).toEqual(["/robots.txt", "/1", "/2"]);
  expect(Math.min(...gapsMs())).toBeGreaterThanOrEqual(2_000);
});

const other = "mirror.yangzhou.example";
const both = { hosts: ["jw.yangzhou.example", other] };
const hostsAsked = (): string[] => site.requests.map(({ headers, path }) => `${headers.host} ${path}`);

test("a redirect to another host of the source is followed under that host's manners: its robots.txt, its lease, its pause", async () => {
  moved = `http://${other}/new`;
  const fetch = polite();
  const at = clock.now().toISOString();
  await hosts.acquire(other, "another crawler", at, new Date(clock.now().getTime() + 30_000).toISOString());
  const { status, finalUrl, redirects } = await fetch(requestFor("/moved", both), never);
  expect([status, finalUrl, redirects]).toEqual([200, moved, [requestFor("/moved").url]]);
  expect(hostsAsked()).toEqual([
    "jw.yangzhou.example /robots.txt",
    "jw.yangzhou.example /moved",
    `${other} /robots.txt`,
    `${other} /new`,
  ]);
  expect(gapsMs()[1]).toBeGreaterThanOrEqual(25_000);
  expect(gapsMs()[2]).toBeGreaterThanOrEqual(2_000);
});

test("a redirect to what another host's robots.txt disallows is not followed (E4006), one round in circles ends (E4002)", async () => {
  moved = `http://${other}/private`;
  robots = sendRobots("User-agent: *\nDisallow: /private\n");
  const fetch = polite();
  expect((await faultOf(fetch(requestFor("/moved", both), never))).code).toBe("E4006");
  moved = (host) => `http://${host === other ? "jw.yangzhou.example" : other}/moved`;
  expect((await faultOf(fetch(requestFor("/moved", both), never))).code).toBe("E4002");
});
