import { Fault } from "@zhenggai/notice";
import Fastify from "fastify";
import type { Metrics } from "./metrics.ts";

export type HealthServer = { readonly port: number; readonly close: () => Promise<void> };

export type HealthOptions = {
  readonly host: string;
  readonly port: number;
  readonly metrics: Metrics;
  /** Rejects with a Fault while the process can't do its work. */
  readonly ready: () => Promise<void>;
  /** Refreshes gauges before they are read. */
  readonly beforeMetrics?: () => Promise<void>;
};

const longestWaitMs = 3_000;

/** Serves /livez (the event loop turns), /readyz (dependencies answer) and /metrics (Prometheus). E2005: port taken. */
export async function startHealthServer(options: HealthOptions): Promise<HealthServer> {
  const server = Fastify({ logger: false, forceCloseConnections: true });
  server.get("/livez", () => ({ status: "ok" }));
  server.get("/readyz", async (_request, reply) => {
    try {
      await withinMs(options.ready(), longestWaitMs);
      return { status: "ok" };
    } catch (error) {
      const code = error instanceof Fault ? error.code : "E1001";
      return reply.code(503).send({ status: "unavailable", code });
    }
  });
  server.get("/metrics", async (_request, reply) => {
    await refreshed(options.beforeMetrics);
    return reply.type(options.metrics.registry.contentType).send(await options.metrics.registry.metrics());
  });
  try {
    await server.listen({ host: options.host, port: options.port });
  } catch (error) {
    throw portFault(error, options);
  }
  const address = server.server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : options.port,
    close: () => server.close(),
  };
}

/** E2005 for a port that is taken, E2002 for an address that isn't ours; anything else as it came. */
export function portFault(error: unknown, { host, port }: { readonly host: string; readonly port: number }): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE" || code === "EACCES") return new Fault("E2005", { value: `${host}:${port}`, cause: error });
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new Fault("E2002", { value: `${host}:${port}`, why: "no such address on this machine", cause: error });
  return error;
}

/** An old gauge is better than no metrics: they matter most when the dependency that feeds it hangs. */
async function refreshed(refresh: (() => Promise<void>) | undefined): Promise<void> {
  try {
    await withinMs(refresh?.() ?? Promise.resolve(), longestWaitMs);
  } catch {
    // The gauge stays as it was.
  }
}

async function withinMs<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Fault("E1004", { why: `no answer within ${timeoutMs} ms` })), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
