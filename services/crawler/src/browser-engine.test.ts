import { existsSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { Server } from "node:net";
import { delimiter, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createBrowserEngine } from "./browser-engine.ts";
import { type Site, faultOf, never, requestFor, sendHtml, startSite, testHost } from "./crawl-kit.ts";
import type { PageRequest } from "./download.ts";
import { type FetchEngine, createFetchEngine } from "./fetch-engine.ts";
import { lazyEngine } from "./lazy-engine.ts";

const names = ["chromium", "chromium-browser", "google-chrome"];
const chromiumPath = process.env["CHROMIUM_PATH"] ?? onPath(names);
if (chromiumPath === undefined) {
  process.stderr.write(
    `browser-engine.test.ts: skipped, no Chromium: set CHROMIUM_PATH, or apt-get install chromium (looked for ${names.join(", ")} on PATH)\n`,
  );
}

function onPath(programs: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return programs.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

const options = {
  userAgent: "ZhenggaiBot/0.1 (+https://zhenggai.example/contact)",
  connectTo: null,
  timeoutMs: 10_000,
  maxBytes: 100_000,
  // The others would be found, so that it is the page's own walls that are tested.
  hosts: [testHost, "elsewhere.example", "statistics.example"],
};
const host = testHost;

test("a source that needs a browser where CHROMIUM_PATH is not set, names nothing or names no browser is told so: E2002", async () => {
  const unset = await faultOf(createBrowserEngine({ ...options, chromiumPath: undefined }));
  expect([unset.code, unset.message]).toEqual(["E2002", expect.stringContaining("CHROMIUM_PATH is not set")]);
  const missing = await faultOf(createBrowserEngine({ ...options, chromiumPath: "/nowhere/chromium" }));
  expect([missing.code, missing.value]).toEqual(["E2002", "CHROMIUM_PATH=/nowhere/chromium"]);
  const engine = await createBrowserEngine({ ...options, chromiumPath: process.execPath });
  const wrong = await faultOf(engine.fetch(requestFor("/"), never));
  expect([wrong.code, wrong.message]).toEqual(["E2002", expect.stringContaining("CHROMIUM_PATH does not start")]);
  expect((await faultOf(engine.fetch(requestFor("/"), never))).code).toBe("E2002");
  await engine.close();
}, 60_000);

/** A page whose text is written by script, partly from an answer that the script fetches. */
const scripted = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>云汀区</title><link rel="icon" href="data:,"></head>
<body><div id="text"></div><img src="/seal.png"><script src="http://statistics.example/count.js"></script><script>
document.getElementById("text").textContent = "云汀区委" + "整改进展";
fetch("/words.json").then((answer) => answer.json()).then(({ words }) => document.body.append(words));
</script></body></html>`;

/** How the site answers; a path that is missing here is answered by nobody. */
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/scripted": (to) => sendHtml(to, scripted),
  "/words.json": (to) => to.writeHead(200, { "content-type": "application/json" }).end('{"words":"已完成12项"}'),
  "/moved": (to) => to.writeHead(302, { location: "/scripted" }).end(),
  "/away": (to) => to.writeHead(302, { location: "http://elsewhere.example/secret" }).end(),
  "/around": (to) => to.writeHead(302, { location: "/around" }).end(),
  "/framed": (to) =>
    sendHtml(to, `<p>正文</p><iframe src="/away"></iframe><iframe src="http://elsewhere.example/"></iframe>`),
  "/pop-up": (to) =>
    sendHtml(
      to,
      `<p>正文</p><script>window.open("http://${host}/opened"); new WebSocket("ws://${host}/socket")</script>`,
    ),
  "/challenge": (to) => sendHtml(to, `<script>document.cookie = "passed=1"; location.reload()</script>`, 412),
  "/sent-on": (to) => sendHtml(to, `<p>原文</p><script>location.href = "/scripted"</script>`),
  "/large": (to) => sendHtml(to, `<script>document.write("文".repeat(40000))</script>`),
  "/file": (to) => to.writeHead(200, { "content-type": "application/zip" }).end("PK"),
  "/torn": (to) => {
    to.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": "9000" });
    to.write("<p>前半", () => to.destroy());
  },
  "/endless": (to) => sendHtml(to, `<p>正文</p><script>addEventListener("load", () => { for (;;); })</script>`),
  "/no-content": (to) => to.writeHead(204).end(),
  "/missing": (to) => to.writeHead(404).end(),
};

describe.skipIf(chromiumPath === undefined)(
  "fetching with a browser (skipped where there is no Chromium, also in CI: set CHROMIUM_PATH or apt-get install chromium)",
  { timeout: 60_000 },
  () => {
    let site: Site;
    let engine: FetchEngine;
    const listened = vi.spyOn(Server.prototype, "listen");
    const get = (path: string, other: Partial<PageRequest> = {}) => engine.fetch(requestFor(path, other), never);
    const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

    beforeAll(async () => {
      site = await startSite(({ path }, response) => answers[path]?.(response));
      engine = await createBrowserEngine({ ...options, chromiumPath, connectTo: site.connectTo });
    });
    afterEach(() => site.forget());
    afterAll(async () => {
      await engine.close();
      await site.close();
    });

    test("the page comes as its scripts have written it, with status, final address and the redirects that led there", async () => {
      const page = await get("/moved");
      expect(page).toMatchObject({
        status: 200,
        headers: { "content-type": "text/html; charset=utf-8" },
        finalUrl: `http://${host}/scripted`,
        redirects: [`http://${host}/moved`],
      });
      expect(text(page.bytes)).toContain(`<div id="text">云汀区委整改进展</div>`);
      expect(text(page.bytes)).toContain("已完成12项");
    });

    test("we say who we are, ask our own host only, and fetch no images", async () => {
      await get("/scripted");
      expect(site.paths()).toEqual(["/scripted", "/words.json"]);
      for (const { headers } of site.requests) {
        expect(headers.host).toBe(host);
        expect(headers["user-agent"]).toBe(options.userAgent);
        expect(headers["accept-language"]).toMatch(/^zh-CN/);
      }
    });

    test("no page knows the cookies of another", async () => {
      await get("/challenge");
      await get("/scripted");
      expect(site.requests.map(({ headers }) => headers.cookie)).toEqual(Array.from(site.requests, () => undefined));
    });

    test("a redirect to another host is not followed, neither by the page (E4005) nor by a frame in it", async () => {
      const fault = await faultOf(get("/away"));
      expect([fault.code, fault.value]).toEqual(["E4005", "http://elsewhere.example/secret"]);
      const framed = await get("/framed");
      expect(framed.status).toBe(200);
      expect(site.paths()).toEqual(["/away", "/framed", "/away"]);
      expect((await faultOf(get("/", { hosts: ["other.example"] }))).code).toBe("E4005");
    });

    test("the whole browser has no address for hosts that no source names, be they written in numbers", async () => {
      const numbered = { url: `http://127.0.0.1:${site.port}/scripted`, hosts: ["127.0.0.1"] };
      expect((await faultOf(get("/", numbered))).code).toBe("E4003");
      const named = { url: "http://localhost/scripted", hosts: ["localhost"] };
      expect((await faultOf(get("/", named))).code).toBe("E4003");
      expect(site.paths()).toEqual([]);
    });

    test("redirects without end are the site's error (E4002)", async () => {
      expect((await faultOf(get("/around"))).code).toBe("E4002");
    });

    test("windows that a page opens and its web sockets never reach the site", async () => {
      expect((await get("/pop-up")).status).toBe(200);
      expect(site.paths()).toEqual(["/pop-up"]);
    });

    test("a challenge that sets a cookie and reloads is not answered: its status comes back", async () => {
      expect((await get("/challenge")).status).toBe(412);
      expect(site.paths()).toEqual(["/challenge"]);
    });

    test("a page that sends its reader on by script is read as it stands", async () => {
      const page = await get("/sent-on");
      expect(page.finalUrl).toBe(`http://${host}/sent-on`);
      expect(text(page.bytes)).toBe(`<p>原文</p><script>location.href = "/scripted"</script>`);
      expect(site.paths()).toEqual(["/sent-on"]);
    });

    test("an error without a body, for which Chromium shows a page of its own, is an answer with nothing in it", async () => {
      expect(await get("/missing")).toMatchObject({ status: 404, bytes: new Uint8Array(), redirects: [] });
      expect(await get("/no-content")).toMatchObject({ status: 204, bytes: new Uint8Array() });
    });

    test("a file to download is refused, a form is not sent, a page above the limit is not taken", async () => {
      expect((await faultOf(get("/file"))).code).toBe("E4002");
      expect((await faultOf(get("/scripted", { method: "POST", form: { page: "2" } }))).code).toBe("E2003");
      expect((await faultOf(get("/large"))).code).toBe("E4007");
      expect(site.paths()).toEqual(["/file", "/large"]);
    });

    test("Crawlee's open proxy does not listen: nothing does but this test's own site", () => {
      const addresses = listened.mock.calls.map((given: readonly unknown[]) => given[1]);
      expect(new Set(addresses)).toEqual(new Set(["127.0.0.1"]));
    });

    test("the plain engine works beside it, on the same requests", async () => {
      const plain = await createFetchEngine({ ...options, connectTo: site.connectTo });
      const [written, sent] = await Promise.all([get("/scripted"), plain.fetch(requestFor("/scripted"), never)]);
      expect(text(written.bytes)).toContain("云汀区委整改进展");
      expect(text(sent.bytes)).toBe(scripted);
      await plain.close();
    });

    test("pages that never answer, break off half-way or hang in a script are unreachable (E4003), and the next page is read", async () => {
      const hasty = await createBrowserEngine({
        ...options,
        chromiumPath,
        connectTo: site.connectTo,
        timeoutMs: 1_500,
      });
      expect((await faultOf(hasty.fetch(requestFor("/silent"), never))).code).toBe("E4003");
      expect((await faultOf(hasty.fetch(requestFor("/torn"), never))).code).toBe("E4003");
      const startedMs = performance.now();
      expect((await faultOf(hasty.fetch(requestFor("/endless"), never))).code).toBe("E4003");
      expect(performance.now() - startedMs).toBeLessThan(15_000);
      expect((await hasty.fetch(requestFor("/scripted"), never)).status).toBe(200);
      await hasty.close();
    });

    test("without CRAWL_CONNECT_TO the address itself is asked, and still no other host", async () => {
      const direct = await createBrowserEngine({ ...options, chromiumPath, hosts: ["localhost"] });
      const url = `http://localhost:${site.port}/scripted`;
      expect((await direct.fetch(requestFor("/", { url, hosts: ["localhost"] }), never)).status).toBe(200);
      const other = { url: `http://127.0.0.1:${site.port}/scripted`, hosts: ["127.0.0.1"] };
      expect((await faultOf(direct.fetch(requestFor("/", other), never))).code).toBe("E4003");
      expect(site.paths()).toEqual(["/scripted", "/words.json"]);
      await direct.close();
    });

    test("whoever stops waiting is let go at once, and after the end nobody waits", async () => {
      const stop = new AbortController();
      const waiting = engine.fetch(requestFor("/silent"), stop.signal);
      await expect.poll(() => site.paths(), { timeout: 10_000 }).toEqual(["/silent"]);
      stop.abort(new Error("shutting down"));
      await expect(waiting).rejects.toThrow("shutting down");
      const lazy = lazyEngine(() => createBrowserEngine({ ...options, chromiumPath, connectTo: site.connectTo }));
      expect((await lazy.fetch(requestFor("/scripted"), never)).status).toBe(200);
      const cut = faultOf(lazy.fetch(requestFor("/silent"), never));
      await expect.poll(() => site.paths(), { timeout: 10_000 }).toContain("/silent");
      await lazy.close();
      expect(await cut).toMatchObject({ code: "E4003", message: "the crawler is closing" });
    });
  },
);
