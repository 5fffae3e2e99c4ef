import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { Fault } from "@zhenggai/notice";
import type { Scenario, SimulatedRequest, SimulatedResponse } from "./scenario.ts";
import { faultyResponse, type SimulatedFault } from "./simulated-fault.ts";

/** A request as the simulator saw it. */
export type LoggedRequest = {
  /** Milliseconds since the simulator started. */
  readonly atMs: number;
  readonly step: number;
  readonly host: string;
  readonly method: string;
  /** With query. */
  readonly path: string;
  readonly userAgent: string;
  /** Requests of this host that were being answered at that time, this one included. */
  readonly openOfHost: number;
  /** What was answered; 0 until then, and where the connection was dropped. */
  status: number;
};

/** A running local web. Many hosts share one loopback port; the `Host` header tells them apart. */
export type Simulator = {
  readonly port: number;
  readonly url: string;
  readonly requests: readonly LoggedRequest[];
  readonly step: () => number;
  /** Goes to the given step, or to the next one. */
  readonly advance: (step?: number) => void;
  /** Replaces all faults. */
  readonly set: (faults: readonly SimulatedFault[]) => void;
  readonly close: () => Promise<void>;
};

type State = {
  scenario: Scenario;
  step: number;
  faults: { fault: SimulatedFault; left: number }[];
  requests: LoggedRequest[];
  open: Map<string, number>;
  startedAt: number;
};

/**
 * Starts the local web on a loopback port (0: a free one). The crawler reaches it with `CRAWL_CONNECT_TO=127.0.0.1:PORT`, so addresses
 * stay those of the sites. Throws Fault E2005 where the port is taken.
 */
export async function startSimulator(options: { scenario: Scenario; port?: number }): Promise<Simulator> {
  const state: State = {
    scenario: options.scenario,
    step: 0,
    faults: [],
    requests: [],
    open: new Map(),
    startedAt: performance.now(),
  };
  const server = createServer((request, response) => {
    handle(state, request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.port ?? 0);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    requests: state.requests,
    step: () => state.step,
    advance: (step) => {
      state.step = step ?? state.step + 1;
    },
    set: (faults) => {
      state.faults = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(new Fault("E2005", { value: String(port), cause })));
    server.listen(port, "127.0.0.1", () => resolve());
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

async function handle(state: State, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const host = (incoming.headers.host ?? "").toLowerCase().replace(/:\d+$/u, "");
  const entry = log(state, host, incoming);
  outgoing.once("close", () => state.open.set(host, (state.open.get(host) ?? 1) - 1));
  const request = await readRequest(host, incoming);
  const fault = takeFault(state, host, incoming.url ?? "/");
  if (fault?.delayMs !== undefined) await wait(fault.delayMs);
  if (fault?.answer === "drop") {
    outgoing.destroy();
    return;
  }
  const response = (fault === null ? null : faultyResponse(fault)) ?? siteResponse(state, request);
  entry.status = send(response, incoming, outgoing);
}

function log(state: State, host: string, incoming: IncomingMessage): LoggedRequest {
  const openOfHost = (state.open.get(host) ?? 0) + 1;
  state.open.set(host, openOfHost);
  const entry: LoggedRequest = {
    atMs: Math.round(performance.now() - state.startedAt),
    step: state.step,
    host,
    method: incoming.method ?? "GET",
    path: incoming.url ?? "/",
    userAgent: incoming.headers["user-agent"] ?? "",
    openOfHost,
    status: 0,
  };
  state.requests.push(entry);
  return entry;
}

async function readRequest(host: string, incoming: IncomingMessage): Promise<SimulatedRequest> {
  incoming.setEncoding("utf8");
  let body = "";
  for await (const chunk of incoming) body += String(chunk);
  const url = new URL(incoming.url ?? "/", `http://${host === "" ? "localhost" : host}`);
  const method = incoming.method ?? "GET";
  return { method, host, path: url.pathname, query: url.searchParams, form: new URLSearchParams(body) };
}

function takeFault(state: State, host: string, path: string): SimulatedFault | null {
  const match = state.faults.find(
    ({ fault, left }) => left > 0 && fault.host === host && (fault.path === "*" || fault.path === path),
  );
  if (match === undefined) return null;
  match.left -= 1;
  return match.fault;
}

function siteResponse(state: State, request: SimulatedRequest): SimulatedResponse {
  const site = state.scenario.sites.find((known) => known.host === request.host);
  if (site !== undefined) return site.answer(request, state.step);
  const headers = { "content-type": "text/plain; charset=UTF-8" };
  return { status: 404, headers, body: `no site ${request.host} in this scenario` };
}

/** Sends, and says which status went out: 304 where the asker holds the same bytes. */
function send(response: SimulatedResponse, incoming: IncomingMessage, outgoing: ServerResponse): number {
  const etag = `"${createHash("sha256").update(response.body).digest("hex").slice(0, 16)}"`;
  const isUnchanged = response.status === 200 && incoming.headers["if-none-match"] === etag;
  const status = isUnchanged ? 304 : response.status;
  outgoing.writeHead(status, { ...response.headers, ...(status < 400 ? { etag } : {}) });
  outgoing.end(isUnchanged ? "" : response.body);
  return status;
}
