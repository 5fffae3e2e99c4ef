import { type IncomingHttpHeaders, type ServerResponse, createServer } from "node:http";

/** A request as a test's site saw it. */
export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Requests under way at that time, this one included. */
  readonly open: number;
};

export type Site = {
  readonly port: number;
  /** What connections are made to: 127.0.0.1:port. */
  readonly connectTo: string;
  readonly requests: readonly SeenRequest[];
  /** Paths in the order of the requests. */
  readonly paths: () => string[];
  /** Empties `requests`. */
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

/** A small web server on a free loopback port for tests of the crawler; it answers for every host name. */
export async function startSite(
  answer: (request: SeenRequest, response: ServerResponse) => void | Promise<void>,
): Promise<Site> {
  const requests: SeenRequest[] = [];
  let open = 0;
  const server = createServer((incoming, outgoing) => {
    open += 1;
    const openNow = open;
    outgoing.once("close", () => {
      open -= 1;
    });
    const respond = async (): Promise<void> => {
      let body = "";
      for await (const chunk of incoming) body += String(chunk);
      const { method = "GET", url: path = "/", headers } = incoming;
      const request = { method, path, headers, body, open: openNow };
      requests.push(request);
      await answer(request, outgoing);
    };
    respond().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    connectTo: `127.0.0.1:${port}`,
    requests,
    paths: () => requests.map(({ path }) => path),
    forget: () => {
      requests.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Sends an HTML page. */
export function sendHtml(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}

/** A page that reads like a notice: long enough to be told from a shell or a note. */
export function noticeHtml(sentence: string): string {
  const body = `<p>${sentence}</p>`.repeat(12);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>样州市云汀区委整改进展通报</title></head><body><h1>样州市云汀区委整改进展通报</h1><div>发布日期：2024-03-27</div>${body}</body></html>`;
}

export type Clock = {
  readonly now: () => Date;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly advance: (ms: number) => void;
};

/** A clock that stands still but for `sleep` and `advance`. */
export function startClock(at: string): Clock {
  let nowMs = Date.parse(at);
  const advance = (ms: number): void => {
    nowMs += ms;
  };
  return {
    now: () => new Date(nowMs),
    advance,
    sleep: async (ms, signal) => {
      // Lets requests under way go on, so that time does not run away from them.
      await new Promise((resolve) => setTimeout(resolve, 1));
      signal.throwIfAborted();
      advance(ms);
    },
  };
}
