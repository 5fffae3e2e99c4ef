import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Fault } from "@zhenggai/notice";
import { judgeResponse } from "@zhenggai/sources";
import { afterEach, describe, expect, it } from "vitest";
import { generatedScenario } from "./scenarios/generated-scenario.ts";
import { sampleScenario } from "./scenarios/sample-scenario.ts";
import type { SimulatedFault } from "./simulated-fault.ts";
import { startSimulator, type Simulator } from "./simulator.ts";

type Answer = { status: number; etag: string; text: string };

const host = "bench.yangli.example";
const column = "/col/col30/index.html";
let running: Simulator | null = null;

afterEach(async () => {
  await running?.close();
  running = null;
});

async function start(): Promise<Simulator> {
  running = await startSimulator({ scenario: generatedScenario({ notices: 40, seed: 1 }) });
  return running;
}

/** Connects to the loopback port and names the site in the Host header, as the crawler does. */
async function get(simulator: Simulator, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port: simulator.port, host: "127.0.0.1", path, headers: { host, ...headers } },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (text += chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, etag: String(response.headers.etag), text }),
        );
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

describe("the simulator", () => {
  it("serves many hosts on one port, told apart by the Host header, and logs every request", async () => {
    const scenario = await sampleScenario();
    running = await startSimulator({ scenario });
    const hosts = scenario.sources.map((source) => new URL(source.listUrl).host);
    for (const [index, source] of scenario.sources.entries()) {
      const answer = await get(running, new URL(source.listUrl).pathname, { host: `${hosts[index]}:80` });
      expect(answer.status).toBe(200);
    }
    expect((await get(running, "/", { host: "unknown.example" })).status).toBe(404);
    expect(running.requests.map((entry) => [entry.host, entry.method, entry.status, entry.step])).toEqual([
      ...hosts.map((name) => [name, "GET", 200, 0]),
      ["unknown.example", "GET", 404, 0],
    ]);
  });

  it("logs how many requests of a host were open at once", async () => {
    const simulator = await start();
    simulator.set([{ host, path: "*", answer: "slow", times: null, delayMs: 60 }]);
    await Promise.all([get(simulator, column), get(simulator, "/"), get(simulator, column)]);
    expect(Math.max(...simulator.requests.map((entry) => entry.openOfHost))).toBe(3);
    simulator.set([]);
    await get(simulator, column);
    expect(simulator.requests.at(-1)?.openOfHost).toBe(1);
  });

  it("answers 304 to who holds the same bytes, and the edited page after a step", async () => {
    running = await startSimulator({ scenario: await sampleScenario() });
    const sample = { host: "qingfeng.yangli.example" };
    const first = await get(running, "/col/col12/index.html", sample);
    const again = await get(running, "/col/col12/index.html", { ...sample, "if-none-match": first.etag });
    expect(again).toMatchObject({ status: 304, text: "" });
    running.advance();
    expect(running.step()).toBe(1);
    const proxy = await get(running, "/col/col12/index.html", { ...sample, "if-none-match": first.etag });
    expect(proxy.status).toBe(200);
  });

  it("serves robots.txt and a 404 page of the site", async () => {
    const simulator = await start();
    expect((await get(simulator, "/robots.txt")).text).toContain("Disallow: /admin/");
    expect((await get(simulator, "/art/none.html")).status).toBe(404);
  });

  it("is struck by an error once and then well again", async () => {
    const simulator = await start();
    simulator.set([{ host, path: column, answer: "error", times: 1 }]);
    expect((await get(simulator, "/robots.txt")).status).toBe(200);
    expect((await get(simulator, column)).status).toBe(500);
    expect((await get(simulator, column)).status).toBe(200);
  });

  it.each<[SimulatedFault["answer"], string]>([
    ["error", "server-error"],
    ["empty", "empty"],
    ["challenge", "blocked"],
    ["soft-404", "absent"],
    ["redirect-home", "blocked"],
    ["no-notice", "content"],
  ])("answers %s as a page that is judged %s", async (answer, verdict) => {
    const simulator = await start();
    simulator.set([{ host, path: "*", answer, times: null }]);
    const { status, text } = await get(simulator, column);
    const url = `http://${host}${column}`;
    expect(judgeResponse({ status, url, finalUrl: url, contentType: "text/html", text }).verdict).toBe(verdict);
  });

  it("drops a connection without an answer", async () => {
    const simulator = await start();
    simulator.set([{ host, path: column, answer: "drop", times: 1 }]);
    await expect(get(simulator, column)).rejects.toThrow(/socket hang up|ECONNRESET/u);
  });

  it("says E2005 where its port is taken", async () => {
    const simulator = await start();
    const second = startSimulator({ scenario: generatedScenario({ notices: 1, seed: 1 }), port: simulator.port });
    const fault: unknown = await second.catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ code: "E2005", value: String(simulator.port) });
  });

  it("runs as a process that prints its port and ends on SIGTERM", async () => {
    const tsx = createRequire(new URL("../../../package.json", import.meta.url)).resolve("tsx/cli");
    const main = fileURLToPath(new URL("main.ts", import.meta.url));
    const child = spawn(process.execPath, [tsx, main, "--scenario", "generated", "--notices", "3"], { stdio: "pipe" });
    const [line]: unknown[] = await once(child.stdout, "data");
    expect(JSON.parse(String(line))).toMatchObject({ scenario: "generated" });
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  }, 20_000);
});
