import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Site, faultOf, never, optionsFor, requestFor, startSite } from "./crawl-kit.ts";
import { type FetchEngine, createFetchEngine } from "./fetch-engine.ts";

let site: Site;
let engine: FetchEngine;

beforeEach(async () => {
  site = await startSite(({ path }, response) => {
    if (path !== "/silent") response.end(path);
  });
  engine = await createFetchEngine(optionsFor(site));
});
afterEach(async () => {
  await engine.close();
  await site.close();
});

test("the same address asked again is fetched again: what is due is the ledger's decision", async () => {
  const answers = await Promise.all([1, 2, 3].map(() => engine.fetch(requestFor("/1"), never)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(site.paths()).toEqual(["/1", "/1", "/1"]);
});

test("a failure goes to whoever asked, and is not tried again by the engine", async () => {
  expect((await faultOf(engine.fetch(requestFor("/1", { hosts: ["other.example"] }), never))).code).toBe("E4005");
  expect(site.requests).toHaveLength(0);
});

test("whoever stops waiting is let go at once, also where the request has not had its turn", async () => {
  const all = new AbortController();
  const busy = Array.from({ length: 8 }, () => engine.fetch(requestFor("/silent"), all.signal).catch(() => null));
  await expect.poll(() => site.requests.length).toBe(8);
  const stop = new AbortController();
  const waiting = engine.fetch(requestFor("/late"), stop.signal);
  const stoppedMs = performance.now();
  stop.abort(new Error("shutting down"));
  await expect(waiting).rejects.toThrow("shutting down");
  expect(performance.now() - stoppedMs).toBeLessThan(1_000);
  await expect(engine.fetch(requestFor("/1"), stop.signal)).rejects.toThrow("shutting down");
  expect(site.requests).toHaveLength(8);
  all.abort(new Error("shutting down"));
  await Promise.all(busy);
});

test("an engine that is closed while it still starts ends all the same", async () => {
  const brief = await createFetchEngine(optionsFor(site));
  await brief.close();
  expect((await faultOf(brief.fetch(requestFor("/1"), never))).code).toBe("E4003");
});

test("closing ends the requests under way and all later ones (E4003): nobody waits for ever", async () => {
  const waiting = faultOf(engine.fetch(requestFor("/silent"), never));
  await expect.poll(() => site.requests.length).toBe(1);
  await engine.close();
  expect(await waiting).toMatchObject({ code: "E4003", message: "the crawler is closing" });
  expect((await faultOf(engine.fetch(requestFor("/1"), never))).code).toBe("E4003");
});

test("an engine closed while it starts leaves nothing behind that keeps its process alive", async () => {
  const script = new URL("close-while-starting.fixture.ts", import.meta.url).pathname;
  const run = promisify(execFile)(process.execPath, ["--import", "tsx", script], { timeout: 30_000 });
  await expect(run).resolves.toMatchObject({ stdout: "closed\n" });
}, 40_000);
