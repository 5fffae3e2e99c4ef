import { createServer } from "node:net";
import { Fault } from "@zhenggai/notice";
import { afterEach, describe, expect, it } from "vitest";
import { type HealthOptions, type HealthServer, portFault, startHealthServer } from "./health.ts";
import { createMetrics } from "./metrics.ts";

const open: HealthServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(options: Partial<HealthOptions> = {}): Promise<HealthServer> {
  const server = await startHealthServer({
    host: "127.0.0.1",
    port: 0,
    metrics: createMetrics("extractor"),
    ready: async () => undefined,
    ...options,
  });
  open.push(server);
  return server;
}

const get = (server: HealthServer, path: string): Promise<Response> => fetch(`http://127.0.0.1:${server.port}${path}`);
const never = (): Promise<void> => new Promise(() => undefined);

describe("the health server", () => {
  it("lives and is ready on a port that it picked", async () => {
    const server = await start();
    expect(server.port).toBeGreaterThan(0);
    const [live, ready] = [await get(server, "/livez"), await get(server, "/readyz")];
    expect([live.status, await live.json()]).toEqual([200, { status: "ok" }]);
    expect([ready.status, await ready.json()]).toEqual([200, { status: "ok" }]);
  });

  it("lives but is not ready while a dependency is down, and says which by its code", async () => {
    const server = await start({ ready: () => Promise.reject(new Fault("E3001")) });
    const ready = await get(server, "/readyz");
    expect([ready.status, await ready.json()]).toEqual([503, { status: "unavailable", code: "E3001" }]);
    expect((await get(server, "/livez")).status).toBe(200);
  });

  it("tells nothing but a code of an error that is no fault", async () => {
    const server = await start({
      ready: () => {
        throw new Error("redis://u:secret@h");
      },
    });
    const ready = await get(server, "/readyz");
    expect([ready.status, await ready.json()]).toEqual([503, { status: "unavailable", code: "E1001" }]);
  });

  it("becomes ready again", async () => {
    let isUp = false;
    const server = await start({ ready: async () => (isUp ? undefined : Promise.reject(new Fault("E3002"))) });
    expect((await get(server, "/readyz")).status).toBe(503);
    isUp = true;
    expect((await get(server, "/readyz")).status).toBe(200);
  });

  it("is not ready, within about three seconds, when a dependency does not answer at all", async () => {
    const server = await start({ ready: never });
    const startedMs = performance.now();
    const ready = await get(server, "/readyz");
    expect([ready.status, await ready.json()]).toEqual([503, { status: "unavailable", code: "E1004" }]);
    expect(performance.now() - startedMs).toBeGreaterThan(2_500);
    expect(performance.now() - startedMs).toBeLessThan(4_500);
  }, 10_000);

  it("shows metrics with gauges that are refreshed first", async () => {
    const metrics = createMetrics("extractor");
    const refresh = async (): Promise<void> => metrics.queueJobs.set({ job: "extract", state: "waiting" }, 7);
    const server = await start({ metrics, beforeMetrics: refresh });
    const response = await get(server, "/metrics");
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(await response.text()).toMatch(/zhenggai_queue_jobs\{[^}]*state="waiting"[^}]*\} 7/);
  });

  it.each([
    ["rejects", () => Promise.reject(new Fault("E3002"))],
    [
      "throws",
      () => {
        throw new Fault("E3002");
      },
    ],
    ["hangs", never],
  ])(
    "shows metrics all the same when refreshing a gauge %s",
    async (_how, beforeMetrics) => {
      const server = await start({ beforeMetrics });
      const response = await get(server, "/metrics");
      expect(response.status).toBe(200);
      expect(await response.text()).toContain("process_cpu_seconds_total");
    },
    10_000,
  );

  it("on a taken port is E2005, naming host and port", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => {
        const address = taken.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    await expect(start({ port })).rejects.toMatchObject({ code: "E2005", value: `127.0.0.1:${port}` });
    await new Promise((resolve) => taken.close(resolve));
  });

  it("on an address of another machine is E2002", async () => {
    await expect(start({ host: "192.0.2.1" })).rejects.toMatchObject({ code: "E2002", value: "192.0.2.1:0" });
  });

  it("closes also while a client keeps its connection", async () => {
    const server = await start();
    await (await get(server, "/livez")).text();
    await server.close();
    await expect(get(server, "/livez")).rejects.toThrow(TypeError);
  });
});

describe("portFault", () => {
  it("leaves other errors as they came", () => {
    const error = Object.assign(new Error("too many open files"), { code: "EMFILE" });
    expect(portFault(error, { host: "127.0.0.1", port: 1 })).toBe(error);
    expect(portFault("text", { host: "127.0.0.1", port: 1 })).toBe("text");
  });

  it("takes a privileged port for one that is not ours", () => {
    const error = Object.assign(new Error("denied"), { code: "EACCES" });
    expect(portFault(error, { host: "0.0.0.0", port: 80 })).toMatchObject({ code: "E2005", value: "0.0.0.0:80" });
  });
});
