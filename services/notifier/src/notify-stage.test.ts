import { type IncomingMessage, type Server, createServer } from "node:http";
import { Fault, type StoredChange } from "@zhenggai/notice";
import { createLogger } from "@zhenggai/runtime";
import { type Store, openEmbeddedStore } from "@zhenggai/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Channel, notifyStage, webhookChannel } from "./notify-stage.ts";
import { at, changeRow, writeChanges } from "./sample-change.fixture.ts";

type Received = { readonly method: string; readonly headers: IncomingMessage["headers"]; readonly body: string };

let store: Store;
let server: Server;
let url: string;
let received: Received[];
let answer: { status: number; location: string };

beforeEach(async () => {
  store = await openEmbeddedStore({ folder: null });
  received = [];
  answer = { status: 204, location: "" };
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      received.push({ method: request.method ?? "", headers: request.headers, body });
      response.writeHead(request.url === "/moved" ? 200 : answer.status, { location: answer.location });
      response.end();
    });
  });
  url = await new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/hook`);
    });
  });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await store.close();
});

const logger = createLogger({ service: "notifier", level: "silent" });
const signal = new AbortController().signal;
const stage = (channels: readonly Channel[] = [webhookChannel(url)]) =>
  notifyStage({ store, channels, logger, now: () => new Date(at(30)) }, 2);
const notify = (changeId: string, channels?: readonly Channel[]): Promise<void> =>
  stage(channels).handle({ changeId }, { jobId: `notify-${changeId}`, attempt: 1, signal });
const deliveries = async (changeId: string): Promise<StoredChange["deliveries"] | undefined> =>
  (await store.changes.get(changeId))?.deliveries;
async function outstanding(channels?: readonly Channel[]): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of stage(channels).outstanding()) ids.push(...batch.map(({ changeId }) => changeId));
  return ids;
}

describe("a change", () => {
  it("is posted once, with its id as the idempotency key, and the delivery is recorded on it", async () => {
    await writeChanges(store, changeRow(1));
    await notify("change-0001");
    await notify("change-0001");
    expect(received).toHaveLength(1);
    const [post] = received;
    expect(post).toMatchObject({
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": "change-0001" },
    });
    const { change, seriesId, noticeIds } = changeRow(1);
    expect(JSON.parse(post?.body ?? "")).toEqual({ id: "change-0001", seriesId, noticeIds, change });
    expect(await deliveries("change-0001")).toEqual({ webhook: { at: at(30), status: 204 } });
    expect(await outstanding()).toEqual([]);
  });

  it("is posted without the contacts that it quotes", async () => {
    const before = { text: "电话0990-5550138", span: null, value: null, unit: null };
    const quoting = { before, after: { ...before, text: "a@b.example" }, summary: { zh: "13800138000", en: "a@b.cn" } };
    await writeChanges(store, changeRow(1, quoting));
    await notify("change-0001");
    expect(received[0]?.body).not.toMatch(/5550138|13800138000|a@b/);
    expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ change: { before: { text: "电话****" } } });
  });

  it.each([400, 404, 500, 503])("answered with %i has not arrived: E4010, and nothing is recorded", async (status) => {
    answer = { status, location: "" };
    await writeChanges(store, changeRow(1));
    await expect(notify("change-0001")).rejects.toMatchObject({
      code: "E4010",
      message: `HTTP ${status}`,
      retry: "later",
    });
    expect(await deliveries("change-0001")).toEqual({});
    expect(await outstanding()).toEqual(["change-0001"]);
    answer = { status: 200, location: "" };
    await notify("change-0001");
    expect(await deliveries("change-0001")).toEqual({ webhook: { at: at(30), status: 200 } });
  });

  it.each([301, 302, 307])(
    "answered with a redirect (%i) has not arrived: followed, the body would be lost",
    async (status) => {
      answer = { status, location: "/moved" };
      await writeChanges(store, changeRow(1));
      await expect(notify("change-0001")).rejects.toMatchObject({ code: "E4010", message: `HTTP ${status}` });
      expect(received.map(({ method }) => method)).toEqual(["POST"]);
    },
  );

  it("posted to where nobody listens is E4010 with the cause", async () => {
    await writeChanges(store, changeRow(1));
    const nobody = webhookChannel("http://127.0.0.1:9/");
    const failing = notify("change-0001", [nobody]);
    await expect(failing).rejects.toMatchObject({ code: "E4010", cause: expect.any(Error) });
    expect(await deliveries("change-0001")).toEqual({});
  });

  it("whose delivery is interrupted by the shutdown is not recorded", async () => {
    await writeChanges(store, changeRow(1));
    const change = await store.changes.get("change-0001");
    if (change === null) throw new Error("no change");
    await expect(webhookChannel(url).deliver(change, AbortSignal.abort())).rejects.toMatchObject({ code: "E4010" });
    expect(received).toEqual([]);
  });

  it.each([
    ["cosmetic", changeRow(1, { severity: "cosmetic" })],
    ["our own re-extraction", changeRow(1, { origin: "re-extraction" })],
  ])("that is %s is never delivered, even where a job asks for it", async (_what, row) => {
    await writeChanges(store, row);
    expect(await outstanding()).toEqual([]);
    await notify(row._id);
    expect(received).toEqual([]);
    expect(await deliveries(row._id)).toEqual({});
  });

  it("that is withdrawn before its job comes is not delivered", async () => {
    await writeChanges(store, changeRow(1));
    await writeChanges(store);
    await notify("change-0001");
    expect(received).toEqual([]);
    expect(await outstanding()).toEqual([]);
  });

  it("that is unknown is no error", async () => {
    await expect(notify("change-9999")).resolves.toBeUndefined();
    await expect(stage().onGivenUp({ changeId: "change-9999" }, new Fault("E4010"))).resolves.toBeUndefined();
  });

  it("given up is recorded with status 0 and not tried again by itself", async () => {
    await writeChanges(store, changeRow(1));
    await stage().onGivenUp({ changeId: "change-0001" }, new Fault("E4010"));
    expect(await deliveries("change-0001")).toEqual({ webhook: { at: at(30), status: 0 } });
    expect(await outstanding()).toEqual([]);
  });
});

describe("several channels", () => {
  const channel = (name: Channel["name"], deliver: Channel["deliver"]): Channel => ({ name, deliver });
  const broken = channel("feed", () => Promise.reject(new Fault("E4010", { why: "HTTP 500" })));

  it("each gets the change, and one that is down keeps it from no other", async () => {
    await writeChanges(store, changeRow(1));
    const channels = [broken, webhookChannel(url)];
    await expect(notify("change-0001", channels)).rejects.toMatchObject({ code: "E4010", message: "HTTP 500" });
    expect(received).toHaveLength(1);
    expect(await deliveries("change-0001")).toEqual({ webhook: { at: at(30), status: 204 } });
    expect(await outstanding(channels)).toEqual(["change-0001"]);
  });

  it("a retry goes only to those that have not had it", async () => {
    await writeChanges(store, changeRow(1));
    await notify("change-0001");
    const mended = channel("feed", async () => 200);
    await notify("change-0001", [mended, webhookChannel(url)]);
    expect(received).toHaveLength(1);
    expect(Object.keys((await deliveries("change-0001")) ?? {}).toSorted()).toEqual(["feed", "webhook"]);
  });

  it("given up, only those that have not had it are recorded so", async () => {
    await writeChanges(store, changeRow(1));
    await notify("change-0001");
    await stage([broken, webhookChannel(url)]).onGivenUp({ changeId: "change-0001" }, new Fault("E4010"));
    expect(await deliveries("change-0001")).toEqual({
      webhook: { at: at(30), status: 204 },
      feed: { at: at(30), status: 0 },
    });
  });
});

describe("what is still to deliver", () => {
  it("is found in batches by the ledger alone, however many there are", async () => {
    const rows = Array.from({ length: 501 }, (_, index) => changeRow(index));
    await writeChanges(store, ...rows);
    await notify("change-0007");
    expect(await outstanding()).toEqual(rows.map(({ _id }) => _id).filter((id) => id !== "change-0007"));
  });
});
