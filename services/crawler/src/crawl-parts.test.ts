import { Fault } from "@zhenggai/notice";
import { createLogger, readSettings } from "@zhenggai/runtime";
import type { SourceDefinition } from "@zhenggai/sources";
import { openEmbeddedStore } from "@zhenggai/store";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Site, faultOf, never, requestFor, startSite, testSource } from "./crawl-kit.ts";
import { createCrawlDeps } from "./crawl-parts.ts";
import { lazyEngine } from "./lazy-engine.ts";

let site: Site;

beforeEach(async () => {
  site = await startSite(({ path }, response) => {
    if (path === "/robots.txt") response.end("User-agent: ZhenggaiBot\nDisallow: /private\n");
    else response.end("正文");
  });
});
afterEach(() => site.close());

async function crawlDeps(environment: Record<string, string> = {}) {
  return createCrawlDeps({
    settings: readSettings({
      CRAWL_CONNECT_TO: site.connectTo,
      CRAWL_INTERVAL_MS: "0",
      CRAWL_CONTACT: "mailto:zhenggai@zhenggai.example",
      ...environment,
    }),
    store: await openEmbeddedStore({ folder: null }),
    queue: { send: async () => undefined },
    sources: new Map([[testSource.id, testSource]]),
    opensSlots: false,
    logger: createLogger({ service: "crawler", level: "silent" }),
    onResponse: () => undefined,
  });
}

const inBrowser: SourceDefinition = { ...testSource, fetch: "browser" };

test("a crawl is wired by its settings: where it connects, how it names itself and its contact, what robots.txt calls it", async () => {
  const { deps, close } = await crawlDeps();
  expect((await deps.fetch(testSource, requestFor("/1"), never)).status).toBe(200);
  expect((await faultOf(deps.fetch(testSource, requestFor("/private"), never))).code).toBe("E4006");
  expect(site.paths()).toEqual(["/robots.txt", "/1"]);
  const agents = new Set(site.requests.map(({ headers }) => headers["user-agent"]));
  expect([...agents]).toEqual(["ZhenggaiBot/0.1 (+mailto:zhenggai@zhenggai.example)"]);
  await close();
});

test("a source that needs a browser asks robots.txt in plain HTTP, and is told where Chromium is missing (E2002)", async () => {
  const { deps, close } = await crawlDeps({ CHROMIUM_PATH: "/nowhere/chromium" });
  const fault = await faultOf(deps.fetch(inBrowser, requestFor("/1"), never));
  expect([fault.code, fault.value]).toEqual(["E2002", "CHROMIUM_PATH=/nowhere/chromium"]);
  expect((await faultOf(deps.fetch(inBrowser, requestFor("/private"), never))).code).toBe("E4006");
  expect((await deps.fetch(testSource, requestFor("/2"), never)).status).toBe(200);
  expect(site.paths()).toEqual(["/robots.txt", "/2"]);
  await close();
});

test("an engine is made when it is first needed, once, and anew after it died", async () => {
  const made: string[] = [];
  const engine = lazyEngine(async () => {
    const name = `engine ${made.length + 1}`;
    made.push(name);
    return {
      fetch: async ({ url }) => {
        if (url.endsWith("/die")) throw new Fault("E2002", { value: name });
        throw new Fault("E4003", { value: name });
      },
      close: async () => void made.push(`closed ${name}`),
    };
  });
  expect(made).toEqual([]);
  const ask = async (path: string) => (await faultOf(engine.fetch(requestFor(path), never))).value;
  expect(await Promise.all([ask("/1"), ask("/2")])).toEqual(["engine 1", "engine 1"]);
  expect(await Promise.all([ask("/die"), ask("/die")])).toEqual(["engine 1", "engine 1"]);
  expect(made).toEqual(["engine 1", "closed engine 1"]);
  expect(await ask("/3")).toBe("engine 3");
  await engine.close();
  expect(made).toEqual(["engine 1", "closed engine 1", "engine 3", "closed engine 3"]);
  expect(await ask("/4")).toBe("http://jw.yangzhou.example/4");
});
