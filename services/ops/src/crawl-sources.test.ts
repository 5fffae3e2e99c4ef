import { type Server as HttpServer, createServer as createHttpServer } from "node:http";
import { type AddressInfo, type Server, createServer } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoredRun } from "@zhenggai/notice";
import { at, changeOf, seriesId } from "@zhenggai/notice/sample-documents";
import { readSettings } from "@zhenggai/runtime";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chosenSources, crawlSources, exitCodeOfRuns, runLine } from "./crawl-sources.ts";
import { asWritten } from "./sample-ledger.fixture.ts";
import { type Workspace, openWorkspace } from "./workspace.ts";

const run = (fields: Partial<StoredRun> = {}): StoredRun => ({
  _id: "yangzhou.2026-11-21T00:00:00.000Z",
  sourceId: "yangzhou",
  slot: "2026-11-21T00:00:00.000Z",
  trigger: "manual",
  state: "done",
  counts: { listed: 6, new: 1, edited: 2, unchanged: 3, gone: 4, failed: 5 },
  fault: null,
  startedAt: "2026-11-21T00:00:00.000Z",
  finishedAt: null,
  ...fields,
});

describe("runs", () => {
  it("end with 0 when all are done, with 4 when one is anything else", () => {
    expect(exitCodeOfRuns([])).toBe(0);
    expect(exitCodeOfRuns([run(), run()])).toBe(0);
    for (const state of ["open", "partial", "failed", "blocked"] as const) {
      expect(exitCodeOfRuns([run(), run({ state })]), state).toBe(4);
    }
  });

  it("are shown on a line with all their counts, and with the fault below", () => {
    expect(runLine(run())).toBe(
      "  yangzhou [done] 列出 listed 6 · 新增 new 1 · 有改动 edited 2 · 未变 unchanged 3 · 撤下 gone 4 · 失败 failed 5",
    );
    expect(runLine(run({ state: "blocked", fault: { code: "E4001", text: "HTTP 403" } }))).toMatch(
      /\n {4}E4001 HTTP 403$/,
    );
  });
});

describe("a crawl", () => {
  let folder: string;
  let server: Server;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "zhenggai-crawl-"));
    // Takes connections and never says a word.
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (port = portOf(server).port, webhook = "") => {
    writeFileSync(
      join(folder, "yangzhou.yaml"),
      `id: yangzhou
name: 样州市纪委监委网站 巡察整改
site: 样州市纪委监委网站
hosts: [jw.yangzhou.example]
listUrl: http://jw.yangzhou.example/list.html
dialect: generic
maxListPages: 5
schedule: null
rank: official
verified: null
expectedYield: 1
`,
    );
    const settings = readSettings({
      SOURCES_DIR: folder,
      DATA_DIR: join(folder, "data"),
      FEED_PATH: join(folder, "feed.atom"),
      CRAWL_CONNECT_TO: `127.0.0.1:${port}`,
      CRAWL_INTERVAL_MS: "0",
      WEBHOOK_URL: webhook,
    });
    return openWorkspace(settings, () => undefined);
  };

  it("of an unknown source is E2004 and names those that are known, before anything is opened", async () => {
    const workspace = await open();
    const task = { narrate: () => undefined, signal: new AbortController().signal, timeoutMs: 1_000 };
    await expect(crawlSources(workspace, { ...task, sourceIds: ["yangzhou", "nowhere"] })).rejects.toMatchObject({
      code: "E2004",
      value: "nowhere",
      message: "known: yangzhou",
    });
    expect(await workspace.store.runs.list(10)).toEqual([]);
    expect(chosenSources(workspace, [])).toEqual(["yangzhou"]);
    await workspace.close();
  });

  it("of a site that hangs ends soon after it is interrupted, its run left open for the next", async () => {
    const workspace = await open();
    const interrupted = new AbortController();
    const narrated: string[] = [];
    const startedMs = performance.now();
    setTimeout(() => interrupted.abort(), 300);
    const runs = await crawlSources(workspace, {
      sourceIds: [],
      narrate: (text) => narrated.push(text),
      signal: interrupted.signal,
      timeoutMs: 60_000,
    });
    await workspace.close();
    expect(performance.now() - startedMs).toBeLessThan(8_000);
    expect(runs.map(({ state }) => state)).toEqual(["open"]);
    expect(exitCodeOfRuns(runs)).toBe(4);
    expect(narrated).toEqual(["  抓取中 crawling 1 · 待读 unread 0 · 待比对 to compare 0"]);
  }, 20_000);

  it("that is not done in its time is E4009 and says what is open", async () => {
    const workspace = await open();
    const crawl = crawlSources(workspace, {
      sourceIds: ["yangzhou"],
      narrate: () => undefined,
      signal: new AbortController().signal,
      timeoutMs: 300,
    });
    await expect(crawl).rejects.toMatchObject({ code: "E4009", value: '{"runs":1,"unread":0,"series":0}' });
    await workspace.close();
  }, 20_000);

  describe("of a site that refuses it", () => {
    let refusing: HttpServer;
    beforeEach(async () => {
      refusing = createHttpServer((_request, response) => response.writeHead(403).end());
      await new Promise<void>((resolve) => refusing.listen(0, "127.0.0.1", resolve));
    });
    afterEach(() => {
      refusing.closeAllConnections();
      refusing.close();
    });
    const task = { sourceIds: [], narrate: () => undefined, signal: new AbortController().signal };

    it("waits for no run of a source that is not configured any more", async () => {
      const workspace = await open(portOf(refusing).port);
      await workspace.store.runs.open(run({ _id: "removed.slot", sourceId: "removed", state: "open" }));
      const runs = await crawlSources(workspace, { ...task, timeoutMs: 5_000 });
      await workspace.close();
      expect(runs.map(({ state }) => state)).toEqual(["blocked"]);
    }, 20_000);

    /** A change whose webhook nobody answers, so that its delivery is tried for ten minutes. */
    async function undeliverable(workspace: Workspace): Promise<void> {
      const rev = await workspace.store.series.claim(seriesId, at(0));
      await workspace.store.series.write(seriesId, rev, { notices: [], changes: [asWritten(changeOf("change-1"))] });
    }

    it("does not wait longer than told for notifications that nobody takes: E4009", async () => {
      const workspace = await open(portOf(refusing).port, "http://127.0.0.1:9/");
      await undeliverable(workspace);
      const crawl = crawlSources(workspace, { ...task, timeoutMs: 2_000 });
      await expect(crawl).rejects.toMatchObject({ code: "E4009", message: expect.stringContaining("notif") });
      await workspace.close();
    }, 20_000);

    it("stops waiting for them when it is interrupted", async () => {
      const workspace = await open(portOf(refusing).port, "http://127.0.0.1:9/");
      await undeliverable(workspace);
      const interrupted = new AbortController();
      setTimeout(() => interrupted.abort(), 2_000);
      const runs = await crawlSources(workspace, { ...task, signal: interrupted.signal, timeoutMs: 60_000 });
      await workspace.close();
      expect(runs.map(({ state }) => state)).toEqual(["blocked"]);
    }, 20_000);
  });
});

function portOf(server: Server): AddressInfo {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address;
}
