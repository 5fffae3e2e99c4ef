import type { ServerResponse } from "node:http";
import type { StoredCapture, StoredPage } from "@zhenggai/notice";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type Site,
  type TestCrawl,
  never,
  noticeHtml,
  sendHtml,
  startCrawl,
  startSite,
  testHost,
  testSource,
} from "./crawl-kit.ts";
import { crawlStage } from "./crawl-stage.ts";
import { newRun } from "./open-runs.ts";

const day = 86_400_000;
let site: Site;
let crawl: TestCrawl;
let absent: Set<string>;
let count: number;
/** A row of the column that leads to another host. */
let elsewhere: string;

beforeEach(async () => {
  absent = new Set();
  count = 3;
  elsewhere = "";
  site = await startSite(({ path }, response: ServerResponse) => {
    if (absent.has(path)) response.writeHead(404).end();
    else sendHtml(response, path === "/list.html" ? listHtml() : noticeHtml(`云汀区委整改进展，见${path}。`));
  });
  crawl = await startCrawl(site);
});
afterEach(() => site.close());

const pathOf = (n: number): string => `/art/${n}.html`;

function listHtml(): string {
  const rows = Array.from(
    { length: count },
    (_, n) => `<li><a href="${pathOf(n + 1)}">样州市云汀区委巡视整改进展通报之${n + 1}</a><span>2024-03-20</span></li>`,
  );
  return `<html><head><meta charset="utf-8"><title>巡视巡察</title></head><body><ul>${rows.join("")}${elsewhere}</ul></body></html>`;
}

async function run(): Promise<void> {
  crawl.clock.advance(60_000);
  const at = crawl.clock.now().toISOString();
  const { _id } = await crawl.store.runs.open(newRun(testSource.id, at, "manual", at));
  await crawlStage(crawl.deps, 1).handle({ runId: _id }, { jobId: "j", attempt: 1, signal: never });
}

const page = async (n = 1): Promise<StoredPage> => {
  const stored = await crawl.store.pages.get(`http://${testHost}${pathOf(n)}`);
  if (stored === null) throw new Error("the page is missing");
  return stored;
};
const absences = async (n = 1): Promise<StoredCapture["absence"][]> =>
  (await crawl.store.captures.listOfPages([(await page(n))._id])).flatMap(({ absence }) => absence ?? []);

describe("at the end of a run, a page that answered 404 twice", () => {
  test("is gone where the host answered otherwise: the absence is confirmed and read again", async () => {
    await run();
    absent.add(pathOf(1));
    const before = crawl.sent.length;
    await run();
    expect(await absences()).toEqual(["confirmed"]);
    expect((await page()).presence).toBe("gone");
    expect(crawl.sent.slice(before)).toEqual([(await page()).latestCaptureId, (await page()).latestCaptureId]);
    expect(site.paths().filter((path) => path === pathOf(1))).toHaveLength(3);
  });

  test("is only suspected where most of the host went with it, and is looked at again within days", async () => {
    count = 6;
    await run();
    for (let n = 1; n <= 6; n += 1) absent.add(pathOf(n));
    await run();
    expect(await absences()).toEqual(["unconfirmed"]);
    expect((await page()).presence).toBe("suspected-gone");
    expect(Date.parse((await page()).nextCheckAt) - crawl.clock.now().getTime()).toBeLessThanOrEqual(5 * day);
  });

  test("is only suspected where its host answered with nothing else, and is not the column's", async () => {
    const mirror = "mirror.yangzhou.example";
    elsewhere = `<li><a href="http://${mirror}/art/9.html">样州市云汀区委巡视整改进展通报（转载）</a></li>`;
    const source = { ...testSource, hosts: [testHost, mirror] };
    crawl = await startCrawl(site, { sources: new Map([[source.id, source]]) });
    await run();
    absent.add("/art/9.html");
    await run();
    expect((await crawl.store.pages.get(`http://${mirror}/art/9.html`))?.presence).toBe("suspected-gone");
    expect((await page()).presence).toBe("seen");
  });

  test("is gone however many went before it: what is gone already speaks neither for nor against its host", async () => {
    count = 8;
    await run();
    for (const n of [1, 2, 3, 4, 5, 6]) {
      absent.add(pathOf(n));
      await run();
      expect((await page(n)).presence, pathOf(n)).toBe("gone");
    }
  });

  test("is counted as gone by the run that first finds it so, and as unchanged by those after it", async () => {
    await run();
    absent.add(pathOf(1));
    await run();
    await run();
    const counts = (await crawl.store.runs.list(2)).map((ended) => ended.counts);
    expect(counts).toMatchObject([
      { gone: 0, unchanged: 3 },
      { gone: 1, unchanged: 2 },
    ]);
    expect((await page()).presence).toBe("gone");
  });

  test("that stays away for two weeks is gone without that, and one that answers again is not", async () => {
    count = 6;
    await run();
    for (let n = 1; n <= 6; n += 1) absent.add(pathOf(n));
    for (const days of [0, 5, 5]) {
      crawl.clock.advance(days * day);
      await run();
    }
    expect((await page()).presence).toBe("suspected-gone");
    absent.delete(pathOf(2));
    absent.delete(pathOf(3));
    crawl.clock.advance(5 * day);
    await run();
    expect((await page(1)).presence).toBe("gone");
    expect((await page(2)).presence).toBe("seen");
    expect(await absences(1)).toEqual(Array(4).fill("unconfirmed"));
  });
});
