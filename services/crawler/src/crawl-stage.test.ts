import type { ServerResponse } from "node:http";
import { Fault, type StoredRun } from "@zhenggai/notice";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CrawlDeps } from "./crawl-deps.ts";
import {
  type Site,
  type TestCrawl,
  faultOf,
  never,
  noticeHtml,
  optionsFor,
  sendHtml,
  startCrawl,
  startSite,
  testSource,
} from "./crawl-kit.ts";
import { crawlStage } from "./crawl-stage.ts";
import { download } from "./download.ts";
import { newRun } from "./open-runs.ts";

type Answer = (response: ServerResponse) => void;

let site: Site;
let crawl: TestCrawl;
/** What the column links to. */
let links: string[];
/** What a path answers; articles that are not named here answer with a notice of their own. */
let answers: Map<string, Answer>;

beforeEach(async () => {
  links = ["/art/1.html", "/art/2.html", "/art/3.html"];
  answers = new Map();
  site = await startSite(({ path }, response) => {
    const answer = answers.get(path);
    if (answer !== undefined) answer(response);
    else sendHtml(response, path === "/list.html" ? listHtml() : noticeHtml(`云汀区委整改进展，见${path}。`));
  });
  crawl = await startCrawl(site);
});
afterEach(() => site.close());

function listHtml(): string {
  const rows = links.map(
    (href, at) => `<li><a href="${href}">样州市云汀区委巡视整改进展通报之${at + 1}</a><span>2024-03-2${at}</span></li>`,
  );
  return `<html><head><meta charset="utf-8"><title>巡视巡察</title></head><body><ul>${rows.join("")}</ul></body></html>`;
}

const status = (code: number) => (response: ServerResponse) => void response.writeHead(code).end();
const html = (sentence: string) => (response: ServerResponse) => sendHtml(response, noticeHtml(sentence));

async function openRun(trigger: StoredRun["trigger"] = "manual"): Promise<StoredRun> {
  crawl.clock.advance(60_000);
  const at = crawl.clock.now().toISOString();
  return crawl.store.runs.open(newRun(testSource.id, at, trigger, at));
}

type Attempt = { readonly deps?: CrawlDeps; readonly signal?: AbortSignal };

function handle({ _id: runId }: StoredRun, { deps = crawl.deps, signal = never }: Attempt = {}): Promise<void> {
  return crawlStage(deps, 1).handle({ runId }, { jobId: "j1", attempt: 1, signal });
}

/** Handles the run as the queue does where a fault is never tried again. */
async function handleOrGiveUp(run: StoredRun, deps: CrawlDeps = crawl.deps): Promise<Fault> {
  const fault = await faultOf(handle(run, { deps }));
  await crawlStage(deps, 1).onGivenUp({ runId: run._id }, fault);
  return fault;
}

async function ended(run: StoredRun): Promise<StoredRun> {
  const stored = await crawl.store.runs.get(run._id);
  if (stored === null) throw new Error("the run is missing");
  return stored;
}

const issueCodes = async (): Promise<string[]> =>
  (await crawl.store.issues.list(100)).map(({ about, code }) => `${about.kind} ${about.id} ${code}`).toSorted();

test("a run takes the column, then every article in its order, and says what became of them", async () => {
  const run = await openRun();
  await handle(run);
  expect(site.paths()).toEqual(["/list.html", "/art/1.html", "/art/2.html", "/art/3.html"]);
  expect(await ended(run)).toMatchObject({
    state: "done",
    counts: { listed: 3, new: 3, edited: 0, unchanged: 0, gone: 0, failed: 0 },
    fault: null,
    finishedAt: crawl.clock.now().toISOString(),
  });
  expect(crawl.sent).toHaveLength(3);
  expect(await issueCodes()).toEqual([]);
});

test("the next run counts what is new, edited, unchanged, gone and failed", async () => {
  links.push("/art/4.html");
  await handle(await openRun());
  links.push("/art/5.html");
  answers.set("/art/2.html", html("云汀区委整改进展，已改。"));
  answers.set("/art/3.html", status(404));
  answers.set("/art/4.html", status(500));
  const run = await openRun();
  await handle(run);
  expect(await ended(run)).toMatchObject({
    state: "partial",
    counts: { listed: 5, new: 1, edited: 1, unchanged: 1, gone: 1, failed: 1 },
    fault: null,
  });
  expect(await issueCodes()).toEqual(["page http://jw.yangzhou.example/art/4.html E4002"]);
});

test("what a run lists is what the column lists now, not every page ever seen", async () => {
  await handle(await openRun());
  links = ["/art/1.html"];
  const run = await openRun();
  await handle(run);
  expect((await ended(run)).counts).toMatchObject({ listed: 1, unchanged: 3 });
});

test("a page that fails is tried three times with growing pauses, and again an hour later, not by this run", async () => {
  answers.set("/art/2.html", status(503));
  const run = await openRun();
  const beginMs = crawl.clock.now().getTime();
  await handle(run);
  expect(site.paths().filter((path) => path === "/art/2.html")).toHaveLength(3);
  expect(crawl.clock.now().getTime() - beginMs).toBe(1_000 + 2_000);
  const page = await crawl.store.pages.get("http://jw.yangzhou.example/art/2.html");
  expect(page).toMatchObject({ lastOutcome: "failed", lastRunId: run._id, presence: "discovered" });
  expect(Date.parse(page?.nextCheckAt ?? "")).toBe(crawl.clock.now().getTime() + 3_600_000);
});

test("a page that answers at the second try is no failure", async () => {
  answers.set("/art/2.html", (response) => {
    answers.delete("/art/2.html");
    response.writeHead(503).end();
  });
  const run = await openRun();
  await handle(run);
  expect(await ended(run)).toMatchObject({ state: "done", counts: { new: 3, failed: 0 } });
});

describe("after a crash", () => {
  /** A crawler that dies when it asks for a path. */
  const dyingAt = (path: string): CrawlDeps => ({
    ...crawl.deps,
    fetch: (_source, request, signal) =>
      new URL(request.url).pathname === path
        ? Promise.reject(new Error("the process died"))
        : download(request, optionsFor(site), signal),
  });

  test("a run goes on where it was: no page is fetched twice, and the counts are those of an undisturbed run", async () => {
    const run = await openRun();
    await expect(handle(run, { deps: dyingAt("/art/3.html") })).rejects.toThrow("the process died");
    expect((await ended(run)).state).toBe("open");
    crawl.clock.advance(60_000);
    await handle(run);
    expect(site.paths()).toEqual(["/list.html", "/art/1.html", "/art/2.html", "/list.html", "/art/3.html"]);
    expect(await ended(run)).toMatchObject({
      state: "done",
      counts: { listed: 3, new: 3, edited: 0, unchanged: 0, gone: 0, failed: 0 },
    });
  });

  test("the ledger still names the run, until it has ended", async () => {
    const run = await openRun();
    const due = async (): Promise<string[]> => {
      const found: string[] = [];
      for await (const batch of crawlStage({ ...crawl.deps, opensSlots: false }, 1).outstanding())
        found.push(...batch.map(({ runId }) => runId));
      return found;
    };
    await expect(handle(run, { deps: dyingAt("/art/1.html") })).rejects.toThrow("the process died");
    expect(await due()).toEqual([run._id]);
    await handle(run);
    expect(await due()).toEqual([]);
  });
});

describe("a site that refuses us", () => {
  test("at the column: the run ends as blocked, and nothing else is asked", async () => {
    answers.set("/list.html", status(412));
    const run = await openRun();
    expect(await handleOrGiveUp(run)).toMatchObject({ code: "E4001", retry: "never" });
    expect(await ended(run)).toMatchObject({ state: "blocked", fault: { code: "E4001" }, counts: { listed: 0 } });
    expect(site.paths()).toEqual(["/list.html"]);
    expect(await issueCodes()).toEqual(["source yangzhou-xscx E4001"]);
  });

  test("at an article: the run ends there, what it has stays, the refused page is no failure of its own", async () => {
    answers.set("/art/2.html", status(403));
    const run = await openRun();
    expect((await handleOrGiveUp(run)).code).toBe("E4001");
    expect(await ended(run)).toMatchObject({ state: "blocked", counts: { listed: 1, new: 1, failed: 0 } });
    expect(site.paths()).toEqual(["/list.html", "/art/1.html", "/art/2.html"]);
    expect(crawl.sent).toHaveLength(1);
    answers.clear();
    const next = await openRun();
    await handle(next);
    expect((await ended(next)).counts).toMatchObject({ new: 2, unchanged: 1 });
  });

  test("by robots.txt: blocked as well", async () => {
    const deps = { ...crawl.deps, fetch: async () => Promise.reject(new Fault("E4006", { value: "x" })) };
    const run = await openRun();
    await handleOrGiveUp(run, deps);
    expect(await ended(run)).toMatchObject({ state: "blocked", fault: { code: "E4006" } });
  });
});

test.each([
  ["E4002", "an error", status(500)],
  ["E4002", "'not found'", status(404)],
  ["E4004", "no entry", (response: ServerResponse) => sendHtml(response, noticeHtml("本栏目暂无内容。"))],
  ["E4004", "nothing at all", (response: ServerResponse) => sendHtml(response, "")],
  ["E4003", "no answer", (response: ServerResponse) => void response.destroy()],
])(
  "%s: a column that answers with %s is never taken for 'nothing new': the run fails when it is given up",
  async (code, _case, answer) => {
    answers.set("/list.html", answer);
    const run = await openRun();
    const fault = await handleOrGiveUp(run);
    expect([fault.code, fault.retry]).toEqual([code, "later"]);
    expect(await ended(run)).toMatchObject({ state: "failed", fault: { code } });
  },
);

test("a column that lists fewer entries than its source must is taken, but the run is not whole (E4011)", async () => {
  const sources = new Map([[testSource.id, { ...testSource, expectedYield: 10 }]]);
  const run = await openRun();
  await handle(run, { deps: { ...crawl.deps, sources } });
  expect(await ended(run)).toMatchObject({ state: "partial", counts: { listed: 3, new: 3 }, fault: { code: "E4011" } });
  expect(await issueCodes()).toEqual(["source yangzhou-xscx E4011"]);
});

test("links to other hosts and attachments are reported, never fetched", async () => {
  links.push("http://elsewhere.example/art/9.html", "/files/2024.pdf");
  const run = await openRun();
  await handle(run);
  expect(site.paths()).toEqual(["/list.html", "/art/1.html", "/art/2.html", "/art/3.html"]);
  expect(await issueCodes()).toEqual([
    "page http://elsewhere.example/art/9.html E4005",
    "page http://jw.yangzhou.example/files/2024.pdf attachment-only",
  ]);
  expect(await ended(run)).toMatchObject({ state: "done", counts: { listed: 5, new: 3, failed: 0 } });
  expect((await crawl.store.pages.list(10)).map(({ url }) => new URL(url).pathname)).toEqual(links.slice(0, 3));
});

test("an article that redirects to another host fails alone (E4005), at once", async () => {
  answers.set("/art/2.html", (response) => void response.writeHead(302, { location: "http://10.0.0.1/" }).end());
  const run = await openRun();
  await handle(run);
  expect(site.paths()).toEqual(["/list.html", "/art/1.html", "/art/2.html", "/art/3.html"]);
  expect(await ended(run)).toMatchObject({ state: "partial", counts: { new: 2, failed: 1 } });
});

test("a scheduled run looks at pages when they are due, a manual one at all", async () => {
  await handle(await openRun("schedule"));
  links.push("/art/4.html");
  site.forget();
  await handle(await openRun("schedule"));
  expect(site.paths()).toEqual(["/list.html", "/art/4.html"]);
  site.forget();
  await handle(await openRun("manual"));
  expect(site.paths()).toHaveLength(5);
  crawl.clock.advance(25 * 3_600_000);
  site.forget();
  await handle(await openRun("schedule"));
  expect(site.paths()).toHaveLength(5);
});

test("pages that left the column are still looked at: that is how a withdrawal is seen", async () => {
  await handle(await openRun());
  links = links.slice(0, 2);
  answers.set("/art/3.html", status(404));
  const run = await openRun();
  await handle(run);
  expect((await ended(run)).counts).toMatchObject({ listed: 2, unchanged: 2, gone: 1 });
});

test("a crawl that is told to stop stops between two pages and leaves the run open", async () => {
  const stop = new AbortController();
  answers.set("/art/1.html", (response) => {
    sendHtml(response, noticeHtml("云汀区委整改进展。"));
    stop.abort(new Error("shutting down"));
  });
  const run = await openRun();
  await expect(handle(run, { signal: stop.signal })).rejects.toThrow("shutting down");
  expect(site.paths()).toEqual(["/list.html", "/art/1.html"]);
  expect((await ended(run)).state).toBe("open");
});

test("a run that takes longer than a job may goes on in the next one, where it stopped (E5004)", async () => {
  const slowly: CrawlDeps["fetch"] = (source, request, signal) => {
    crawl.clock.advance(9 * 60_000);
    return crawl.deps.fetch(source, request, signal);
  };
  const run = await openRun();
  const deps = { ...crawl.deps, fetch: slowly };
  await expect(handle(run, { deps })).rejects.toMatchObject({ code: "E5004" });
  expect(site.paths()).toEqual(["/list.html", "/art/1.html", "/art/2.html"]);
  expect((await ended(run)).state).toBe("open");
  site.forget();
  await handle(run, { deps });
  expect(site.paths()).toEqual(["/list.html", "/art/3.html"]);
  expect(await ended(run)).toMatchObject({ state: "done", counts: { listed: 3, new: 3 } });
});

test("a run that has ended is not crawled again, and a late failure of a second delivery does not undo it", async () => {
  const run = await openRun();
  await handle(run);
  const before = await ended(run);
  site.forget();
  await handle(run);
  await crawlStage(crawl.deps, 1).onGivenUp({ runId: run._id }, new Fault("E1004"));
  expect(site.paths()).toEqual([]);
  expect(await ended(run)).toEqual(before);
  expect(await issueCodes()).toEqual([]);
});

test("a run of a source that is no longer there fails with E2004; a run that is not there is nobody's", async () => {
  const at = crawl.clock.now().toISOString();
  const run = await crawl.store.runs.open(newRun("closed-column", at, "manual", at));
  expect((await handleOrGiveUp(run)).code).toBe("E2004");
  expect((await ended(run)).state).toBe("failed");
  await handle(newRun("never-opened", at, "manual", at));
  await crawlStage(crawl.deps, 1).onGivenUp({ runId: "never-opened" }, new Fault("E2004"));
});
