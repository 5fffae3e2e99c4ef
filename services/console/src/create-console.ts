import { type Logger, asFault } from "@zhenggai/runtime";
import type { Store } from "@zhenggai/store";
import Fastify, { type FastifyInstance } from "fastify";
import { noticesPage } from "./notices-page.ts";

const shown = 500;

/**
 * The console: one page for a person. 503 with a fault's code while the store is down; what went wrong goes to the log only.
 * Read-only; bind it to loopback.
 */
export function createConsole(store: Store, logger: Pick<Logger, "error">): FastifyInstance {
  const server = Fastify({ logger: false, forceCloseConnections: true });
  server.addHook("onSend", async (_request, reply) => {
    reply.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    reply.header("x-content-type-options", "nosniff");
  });
  server.get<{ Querystring: { lang?: string } }>("/", async (request, reply) => {
    const language = request.query.lang === "en" ? "en" : "zh";
    const [notices, changes, noticeCount, changeCount] = await Promise.all([
      store.notices.list(shown),
      store.changes.list(shown),
      store.notices.count(),
      store.changes.count(),
    ]);
    const totals = { notices: noticeCount, changes: changeCount };
    return reply.type("text/html; charset=utf-8").send(noticesPage({ notices, changes, totals }, language));
  });
  server.setErrorHandler((error, _request, reply) => {
    const fault = asFault(error);
    logger.error({ code: fault.code, err: error }, "the page can't be shown");
    return reply.code(fault.code.startsWith("E3") ? 503 : 500).send({ code: fault.code });
  });
  return server;
}
