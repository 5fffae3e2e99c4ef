import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Simulator, sampleScenario, startSimulator } from "@zhenggai/simulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../servers/service-processes.ts";
import { freePort, startKept } from "../servers/kept-process.ts";
import { startOwnRedis } from "../servers/start-redis.ts";
import { testServers } from "../servers/test-servers.ts";

const servers = testServers();
const root = new URL("../..", import.meta.url).pathname;

/** One screen: code, value, fix; no stack unless asked. */
function expectOneScreen(output: string, code: string): void {
  expect(output).toContain(code);
  expect(output).toContain("解决 fix:");
  expect(output).not.toMatch(/\n\s+at .*\.ts:\d+/);
  expect(output.split("\n").length).toBeLessThan(25);
}

describe("a folder of its own and the embedded store", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "zhenggai-bad-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("a malformed source file: exit 2, naming file, line and key", async () => {
    const sources = mkdtempSync(join(folder, "sources-"));
    writeFileSync(join(sources, "broken.yaml"), "id: broken\nname: 坏的\nhost: [a.example]\n");
    const { status, output } = await runCli(["crawl"], { SOURCES_DIR: sources, DATA_DIR: join(folder, "a") });
    expect(status).toBe(2);
    expectOneScreen(output, "E2003");
    expect(output).toMatch(/broken\.yaml:\d/);
    const check = await runCli(["sources", "check", "--json"], { SOURCES_DIR: sources });
    expect(check.status).toBe(2);
    expect(check.output).toContain('"ok":false');
  });

  it("a wrong setting: exit 2, naming the variable", async () => {
    const { status, output } = await runCli(["status"], { CRAWL_INTERVAL_MS: "soon" });
    expect(status).toBe(2);
    expectOneScreen(output, "E2002");
    expect(output).toContain("CRAWL_INTERVAL_MS");
  });

  it("an unknown source, command or option: exit 2", async () => {
    expect((await runCli(["crawl", "nowhere"], { DATA_DIR: join(folder, "b") })).status).toBe(2);
    const { status, output } = await runCli(["craw"], {});
    expect(status).toBe(2);
    expectOneScreen(output, "E2001");
    expect(output).toContain("crawl");
  });

  it("an empty file and a file without a notice: exit 5; a missing one: exit 2; a stack with --verbose only", async () => {
    writeFileSync(join(folder, "empty.txt"), "");
    writeFileSync(
      join(folder, "other.html"),
      "<html><body><h1>河道清障</h1><p>三月上旬，样州市水务部门完成了三处河段的清障工作。</p><p>下一步将按月公布水质监测情况。</p></body></html>",
    );
    const empty = await runCli(["read", join(folder, "empty.txt")], {});
    expect(empty.status).toBe(5);
    expectOneScreen(empty.output, "E5002");
    const other = await runCli(["read", join(folder, "other.html")], {});
    expect(other.status).toBe(5);
    expectOneScreen(other.output, "E5001");
    expect((await runCli(["read", join(folder, "none.txt")], {})).status).toBe(2);
    expect((await runCli(["read", join(folder, "empty.txt"), "--verbose"], {})).output).toMatch(/\n\s+at /);
  });

  it("several files of which some can't be read: the others are printed, exit 4", async () => {
    const { status, output } = await runCli(
      ["read", join(folder, "empty.txt"), join(folder, "other.html"), "--json"],
      {},
    );
    expect(status).toBe(4);
    expect(output).toContain('"fault"');
  });

  describe("pages that misbehave", () => {
    let simulator: Simulator;
    let environment: Record<string, string>;
    beforeAll(async () => {
      const scenario = await sampleScenario();
      simulator = await startSimulator({ scenario });
      const sources = mkdtempSync(join(folder, "sources-"));
      for (const [name, yaml] of scenario.sourceFiles) writeFileSync(join(sources, name), yaml);
      environment = {
        SOURCES_DIR: sources,
        DATA_DIR: join(folder, "data"),
        FEED_PATH: join(folder, "feed.atom"),
        CRAWL_CONNECT_TO: `127.0.0.1:${simulator.port}`,
        CRAWL_INTERVAL_MS: "0",
        REDIS_URL: "",
        MONGODB_URL: "",
      };
    });
    afterAll(() => simulator.close());

    it("500, an empty page, a page without a notice: recorded with their codes, nothing lost, mended by the next crawl", async () => {
      const probe = await runCli(["crawl", "--json"], { ...environment, DATA_DIR: join(folder, "probe") });
      expect(probe.status, probe.output).toBe(0);
      const articles = simulator.requests.filter(({ path, status }) => status === 200 && /\/(?:art_|t20)/.test(path));
      const [error, empty, noNotice] = articles;
      if (error === undefined || empty === undefined || noNotice === undefined) throw new Error("too few articles");
      simulator.set([
        { host: error.host, path: error.path, answer: "error", times: null },
        { host: empty.host, path: empty.path, answer: "empty", times: null },
        { host: noNotice.host, path: noNotice.path, answer: "no-notice", times: null },
      ]);
      const crawled = await runCli(["crawl", "--json"], environment);
      expect(crawled.status, crawled.output).toBe(4);
      const status = await runCli(["status"], environment);
      for (const code of ["E4002", "E5002", "E5001"]) expect(status.output).toContain(code);
      simulator.set([]);
      const again = await runCli(["crawl", "--json"], environment);
      expect(again.status, again.output).toBe(0);
      const after = await runCli(["status", "--json"], environment);
      const before = await runCli(["status", "--json"], { ...environment, DATA_DIR: join(folder, "probe") });
      const notices = (text: string): string => /"notices":(\d+)/.exec(text)?.[1] ?? "?";
      expect(notices(after.output)).toBe(notices(before.output));
    });
  });
});

describe.skipIf(servers === null)("servers that can't be used", () => {
  const good = { REDIS_URL: servers?.redisUrl ?? "", MONGODB_URL: servers?.mongodbUrl ?? "" };

  it("Redis that is not there: exit 3, E3002", async () => {
    const { status, output } = await runCli(["status"], {
      ...good,
      REDIS_URL: `redis://127.0.0.1:${await freePort()}`,
    });
    expect(status).toBe(3);
    expectOneScreen(output, "E3002");
  });

  it("MongoDB that is not there: exit 3, E3001", async () => {
    const { status, output } = await runCli(["status"], {
      ...good,
      MONGODB_URL: `mongodb://127.0.0.1:${await freePort()}`,
    });
    expect(status).toBe(3);
    expectOneScreen(output, "E3001");
  });

  it("a wrong Redis password: exit 3, E3004, and the password is not shown", async () => {
    const redis = await startOwnRedis("right-password");
    if (redis === null) throw new Error("no Redis");
    const url = redis.url.replace("redis://", "redis://:wrong-password@");
    const { status, output } = await runCli(["status"], { ...good, REDIS_URL: url });
    await redis.stop();
    expect(status).toBe(3);
    expectOneScreen(output, "E3004");
    expect(output).not.toContain("wrong-password");
  });

  it("a wrong MongoDB password: exit 3, E3003, and the password is not shown", async () => {
    const url = good.MONGODB_URL.replace("mongodb://", "mongodb://somebody:wrong-password@");
    const { status, output } = await runCli(["status"], { ...good, MONGODB_URL: url });
    expect(status).toBe(3);
    expectOneScreen(output, "E3003");
    expect(output).not.toContain("wrong-password");
  });

  it("a service without its servers' addresses, or on a taken port: exit 2", async () => {
    const main = ["--import", "tsx", `${root}services/extractor/src/main.ts`];
    const without = startKept(process.execPath, main, {
      ...process.env,
      REDIS_URL: "",
      MONGODB_URL: "",
      LOG_LEVEL: "silent",
    });
    expect(await without.exited).toBe(2);
    expectOneScreen(without.output(), "E2002");
    const loud = startKept(process.execPath, main, { ...process.env, ...good, LOG_LEVEL: "loud" });
    expect(await loud.exited).toBe(2);
    expect(loud.output()).toMatch(/E2002[\s\S]*LOG_LEVEL=loud/);
    const taken = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => taken.listen(port, "127.0.0.1", resolve));
    const database = { MONGODB_DATABASE: "zhenggai_test_port", QUEUE_PREFIX: "zhenggai_test_port" };
    const busy = startKept(process.execPath, main, {
      ...process.env,
      ...good,
      ...database,
      HEALTH_PORT: `${port}`,
      LOG_LEVEL: "silent",
    });
    expect(await busy.exited).toBe(2);
    expectOneScreen(busy.output(), "E2005");
    taken.close();
  });
});
