import { Fault } from "@zhenggai/notice";
import { at, changeOf, noticeOf, seriesId } from "@zhenggai/notice/sample-documents";
import { createLogger } from "@zhenggai/runtime";
import { type Store, openEmbeddedStore } from "@zhenggai/store";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createConsole } from "./create-console.ts";

let store: Store;
const servers: FastifyInstance[] = [];
const logged: string[] = [];
beforeEach(async () => {
  logged.length = 0;
  store = await openEmbeddedStore({ folder: null });
  const rev = await store.series.claim(seriesId, at(0));
  const { seriesRev: _notice, ...notice } = noticeOf("notice-1");
  const { seriesRev: _change, state: _state, deliveries: _deliveries, ...change } = changeOf("change-1");
  await store.series.write(seriesId, rev, { notices: [notice], changes: [change] });
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  await store.close();
});

function consoleOf(of: Store): FastifyInstance {
  const destination = { write: (line: string): void => void logged.push(line) };
  const server = createConsole(of, createLogger({ service: "console", level: "info", destination }));
  servers.push(server);
  return server;
}
const get = (path: string, of: Store = store) => consoleOf(of).inject({ method: "GET", url: path });

describe("the console", () => {
  it("shows what the store holds, in Chinese unless asked otherwise", async () => {
    const response = await get("/");
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(response.body).toContain("通报 (1)");
    expect(response.body).toContain("变化 (1)");
    expect(response.body).toContain("样例省样州市柏塘县");
    expect((await get("/?lang=en")).body).toContain("Notices (1)");
    expect((await get("/?lang=fr")).body).toContain("通报 (1)");
    expect((await get("/?lang=en&lang=zh")).body).toContain("通报 (1)");
  });

  it("forbids scripts and sniffing, on errors too", async () => {
    const responses = [await get("/"), await get("/nowhere")];
    for (const { headers } of responses) {
      expect(headers["content-security-policy"]).toBe("default-src 'none'; style-src 'unsafe-inline'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
    expect(responses[1]?.statusCode).toBe(404);
  });

  it("is read-only", async () => {
    for (const method of ["POST", "PUT", "DELETE"] as const) {
      expect((await consoleOf(store).inject({ method, url: "/" })).statusCode).toBe(404);
    }
  });

  it("answers 503 with the fault's code while the store is down, and nothing about where it is", async () => {
    const down = {
      ...store,
      changes: { ...store.changes, list: () => Promise.reject(new Fault("E3001", { value: "mongodb://u:secret@h" })) },
    };
    const response = await get("/", down);
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({ code: "E3001" });
    expect(logged.join("")).toContain('"code":"E3001"');
    expect(logged.join("")).not.toContain("u:secret");
    await store.close();
    expect((await get("/")).statusCode).toBe(503);
  });

  it("answers 500 with a code, not with the words of the error, for a bug", async () => {
    const broken = {
      ...store,
      notices: { ...store.notices, list: () => Promise.reject(new TypeError("secret is undefined")) },
    };
    const response = await get("/", broken);
    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({ code: "E1001" });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(/"code":"E1001".*secret is undefined/);
  });
});
