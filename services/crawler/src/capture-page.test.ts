import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import type { StoredCapture, StoredPage } from "@zhenggai/notice";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CaptureOutcome, capturePage } from "./capture-page.ts";
import {
  type SeenRequest,
  type Site,
  type TestCrawl,
  faultOf,
  never,
  noticeHtml,
  sendHtml,
  startCrawl,
  startSite,
  testHost,
  testSource,
} from "./crawl-kit.ts";
import { discoveredPage } from "./list-source.ts";

const url = `http://${testHost}/art/2024/3/27/art_1.html`;
const a = noticeHtml("云汀区委已完成整改任务12项。");
const b = noticeHtml("云汀区委已完成整改任务13项。");

let site: Site;
let crawl: TestCrawl;
let answer: (request: SeenRequest, response: ServerResponse) => void;

beforeEach(async () => {
  site = await startSite((request, response) => answer(request, response));
  crawl = await startCrawl(site);
  const listed = { url, title: "通报", listedOn: null, kind: "article" } as const;
  await crawl.store.pages.discover([discoveredPage(listed, testSource.id, crawl.clock.now().toISOString())]);
});
afterEach(() => site.close());

async function page(): Promise<StoredPage> {
  const stored = await crawl.store.pages.get(url);
  if (stored === null) throw new Error("the page is missing");
  return stored;
}

/** Looks at the page again an hour later. */
async function capture(deps = crawl.deps): Promise<CaptureOutcome> {
  crawl.clock.advance(3_600_000);
  return capturePage({ page: await page(), source: testSource, signal: never }, deps);
}

async function captures(): Promise<StoredCapture[]> {
  const stored = await crawl.store.captures.listOfPages([url]);
  return stored.toSorted((one, other) => one.sequence - other.sequence);
}

const html =
  (text: string, status = 200) =>
  (_request: SeenRequest, response: ServerResponse) =>
    sendHtml(response, text, status);
const status = (code: number) => (_request: SeenRequest, response: ServerResponse) =>
  void response.writeHead(code).end();
/** Answers one after the other; the last one repeats. */
function inTurn(...answers: (typeof answer)[]): typeof answer {
  return (request, response) => (answers.length > 1 ? answers.shift() : answers[0])?.(request, response);
}
const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

test("a page seen for the first time is stored: its bytes, the answer around them, and a job to read it", async () => {
  answer = (_request, response) =>
    void response.writeHead(200, { "content-type": "text/html", etag: '"a"', "set-cookie": "x=1" }).end(a);
  expect(await capture()).toBe("new");
  const [stored] = await captures();
  expect(stored).toMatchObject({
    pageId: url,
    sequence: 1,
    blobId: digest(a),
    status: 200,
    headers: { "content-type": "text/html", etag: '"a"' },
    redirects: [],
    finalUrl: url,
    sourceId: testSource.id,
    firstSeenAt: "2026-11-21T01:00:00.000Z",
    lastSeenAt: "2026-11-21T01:00:00.000Z",
    reading: null,
  });
  const blob = await crawl.store.blobs.get(digest(a));
  expect(gunzipSync(blob?.bytes ?? "").toString()).toBe(a);
  expect(blob?.size).toBe(Buffer.byteLength(a));
  expect(await page()).toMatchObject({
    presence: "seen",
    lastSeenAt: "2026-11-21T01:00:00.000Z",
    latestCaptureId: stored?._id,
    validators: { etag: '"a"', lastModified: null },
  });
  expect(crawl.sent).toEqual([stored?._id]);
});

test("the same bytes again widen the capture's time and ask nobody to read it again", async () => {
  answer = html(a);
  await capture();
  expect(await capture()).toBe("unchanged");
  expect(await captures()).toMatchObject([
    { firstSeenAt: "2026-11-21T01:00:00.000Z", lastSeenAt: "2026-11-21T02:00:00.000Z" },
  ]);
  expect((await page()).lastSeenAt).toBe("2026-11-21T02:00:00.000Z");
  expect(crawl.sent).toHaveLength(1);
});

test("'not modified' (304) is the same as the same bytes; we ask with the validators that came with them", async () => {
  const validators = { etag: '"a"', "last-modified": "Wed, 27 Mar 2024 02:00:00 GMT" };
  answer = ({ headers }, response) =>
    void (headers["if-none-match"] === '"a"'
      ? response.writeHead(304).end()
      : response.writeHead(200, validators).end(a));
  await capture();
  expect(await capture()).toBe("unchanged");
  expect(await capture()).toBe("unchanged");
  expect(site.requests[2]?.headers["if-modified-since"]).toBe("Wed, 27 Mar 2024 02:00:00 GMT");
  expect(await captures()).toMatchObject([{ sequence: 1, lastSeenAt: "2026-11-21T03:00:00.000Z" }]);
  expect(await page()).toMatchObject({ presence: "seen", lastSeenAt: "2026-11-21T03:00:00.000Z" });
});

test("an edited page is another capture; a page that returns to its old words is a third one", async () => {
  answer = inTurn(html(a), html(b), html(a));
  expect([await capture(), await capture(), await capture()]).toEqual(["new", "edited", "edited"]);
  const stored = await captures();
  expect(stored.map(({ sequence, blobId }) => [sequence, blobId])).toEqual([
    [1, digest(a)],
    [2, digest(b)],
    [3, digest(a)],
  ]);
  expect(crawl.sent).toEqual(stored.map(({ _id }) => _id));
  expect((await page()).latestCaptureId).toBe(stored[2]?._id);
});

describe("absence", () => {
  test.each([404, 410])("a page is gone when two requests say so (%i): a capture without bytes", async (code) => {
    answer = inTurn(html(a), html("<h1>没有</h1>", code));
    await capture();
    expect(await capture()).toBe("gone");
    expect(site.requests).toHaveLength(3);
    expect((await captures())[1]).toMatchObject({ sequence: 2, status: code, blobId: null });
    expect((await captures())[1]).toMatchObject({ absence: "unconfirmed" });
    expect(await page()).toMatchObject({ presence: "suspected-gone", firstAbsentAt: "2026-11-21T02:00:00.000Z" });
    expect(crawl.sent).toHaveLength(2);
    expect(await capture()).toBe("gone");
    expect(await captures()).toHaveLength(2);
    expect((await page()).firstAbsentAt).toBe("2026-11-21T02:00:00.000Z");
  });

  test("that nobody confirmed is a capture of its own a day later; a confirmed one is widened", async () => {
    answer = inTurn(html(a), status(404));
    await capture();
    await capture();
    crawl.clock.advance(86_400_000);
    await capture();
    expect((await captures()).map(({ absence }) => absence)).toEqual([undefined, "unconfirmed", "unconfirmed"]);
    await crawl.store.captures.confirmAbsence((await page()).latestCaptureId ?? "");
    crawl.clock.advance(86_400_000);
    await capture();
    expect((await captures()).map(({ absence }) => absence)).toEqual([undefined, "unconfirmed", "confirmed"]);
  });

  test("a page that was gone and answers again is back, and is asked for without old validators", async () => {
    const withEtag: typeof answer = (_request, response) => void response.writeHead(200, { etag: '"a"' }).end(a);
    answer = inTurn(withEtag, status(404), status(404), withEtag);
    await capture();
    await capture();
    await crawl.store.pages.update(url, { presence: "gone" });
    expect(await capture()).toBe("edited");
    expect(site.requests[3]?.headers).not.toHaveProperty("if-none-match");
    expect((await captures()).map(({ blobId }) => blobId)).toEqual([digest(a), null, digest(a)]);
    expect(await page()).toMatchObject({ presence: "back", firstAbsentAt: null });
  });

  test.each([
    ["404, then the page again", inTurn(html(a), status(404), html(a))],
    ["404, then 'not modified'", inTurn(html(a), status(404), status(304))],
    ["404, then 500", inTurn(html(a), status(404), status(500))],
    ["404, then a challenge", inTurn(html(a), status(404), status(412))],
    ["a 'not found' page with 200", inTurn(html(a), html("<title>提示</title><p>您访问的页面不存在或已删除！</p>"))],
    ["no content (204)", inTurn(html(a), status(204))],
    ["a part (206)", inTurn(html(a), html(b.slice(0, 500), 206))],
    ["'not modified' to somebody who did not ask", inTurn(html(a), status(304))],
    [
      "the column instead of the article",
      inTurn(
        html(a),
        (_request, response) => void response.writeHead(302, { location: "/list.html" }).end(),
        html(noticeHtml("栏目")),
      ),
    ],
    [
      "the home page instead of the article",
      inTurn(
        html(a),
        (_request, response) => void response.writeHead(302, { location: "/" }).end(),
        html(noticeHtml("首页")),
      ),
    ],
  ])("is not believed: %s (E4002), and nothing changes", async (_case, answers) => {
    answer = answers;
    await capture();
    const before = [await captures(), await page()];
    expect((await faultOf(capture())).code).toBe("E4002");
    expect([await captures(), await page()]).toEqual(before);
    expect(crawl.sent).toHaveLength(1);
  });

  test("'not modified' is no first sight either", async () => {
    answer = status(304);
    expect((await faultOf(capture())).code).toBe("E4002");
    expect(await captures()).toEqual([]);
  });
});

test.each([
  ["E4001", "HTTP 412", status(412)],
  ["E4001", "HTTP 403", html(a, 403)],
  ["E4001", "a login", status(401)],
  [
    "E4001",
    "a challenge with 200",
    html(`<script>$_ts=window['$_ts']||{};</script><script>document.cookie="a=1";location.reload();</script>`),
  ],
  ["E4002", "HTTP 500 with a page around it", html(a, 500)],
  ["E4002", "HTTP 503", status(503)],
  ["E4003", "a connection that breaks", (_request: SeenRequest, response: ServerResponse) => void response.destroy()],
])("%s: %s is never stored, as page or as absence", async (code, _case, answers) => {
  answer = answers;
  expect((await faultOf(capture())).code).toBe(code);
  expect(await captures()).toEqual([]);
  expect(await page()).toMatchObject({ presence: "discovered", latestCaptureId: null });
  expect(crawl.sent).toEqual([]);
});

test("the metrics hear of every answer", async () => {
  answer = inTurn(html(a), status(404), status(404), status(500));
  await capture();
  await capture();
  await faultOf(capture());
  expect(crawl.verdicts).toEqual(["content", "absent", "absent", "server-error"]);
});

describe("two crawlers at one page", () => {
  /** Lets another crawler capture the page just before this one inserts. */
  function overtaken() {
    let isFirst = true;
    const insert = async (drafted: StoredCapture): Promise<boolean> => {
      const mine = isFirst;
      isFirst = false;
      if (mine) await capturePage({ page: await page(), source: testSource, signal: never }, crawl.deps);
      return crawl.store.captures.insert(drafted);
    };
    return { ...crawl.deps, store: { ...crawl.store, captures: { ...crawl.store.captures, insert } } };
  }

  test("with the same answer share one capture, one job", async () => {
    answer = html(a);
    expect(await capture(overtaken())).toBe("unchanged");
    expect(await captures()).toMatchObject([{ sequence: 1, blobId: digest(a) }]);
    expect(crawl.sent).toHaveLength(1);
  });

  test("with different answers take two numbers, none is lost", async () => {
    answer = inTurn(html(a), html(b));
    expect(await capture(overtaken())).toBe("edited");
    expect((await captures()).map(({ sequence, blobId }) => [sequence, blobId])).toEqual([
      [1, digest(b)],
      [2, digest(a)],
    ]);
    expect(crawl.sent).toHaveLength(2);
  });
});

test("where the job can't be sent the capture stands, unread, for the reconciler to find", async () => {
  answer = html(a);
  const deps = { ...crawl.deps, queue: { send: async () => Promise.reject(new Error("no Redis")) } };
  await expect(capture(deps)).rejects.toThrow("no Redis");
  expect(await crawl.store.captures.listUnread(1, 10)).toMatchObject([{ pageId: url, blobId: digest(a) }]);
  expect(await capture()).toBe("unchanged");
});

test("bytes are stored before the capture that points to them", async () => {
  answer = html(a);
  const insert = async (): Promise<boolean> => Promise.reject(new Error("no MongoDB"));
  const deps = { ...crawl.deps, store: { ...crawl.store, captures: { ...crawl.store.captures, insert } } };
  await expect(capture(deps)).rejects.toThrow("no MongoDB");
  expect(await crawl.store.blobs.get(digest(a))).not.toBeNull();
  expect(crawl.sent).toEqual([]);
});
