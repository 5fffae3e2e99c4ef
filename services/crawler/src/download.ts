import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Fault } from "@zhenggai/notice";

export type PageRequest = {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly form: Readonly<Record<string, string>> | null;
  /** Hosts that may be contacted, also after redirects. */
  readonly hosts: readonly string[];
  readonly validators: { readonly etag: string | null; readonly lastModified: string | null } | null;
};

export type PageResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly finalUrl: string;
  readonly redirects: readonly string[];
  readonly bytes: Uint8Array;
};

export type DownloadOptions = {
  readonly userAgent: string;
  /** host:port to which every connection goes, whatever the URL says; null: the URL's own host. */
  readonly connectTo: string | null;
  readonly timeoutMs: number;
  readonly maxBytes: number;
};

export const maxRedirects = 5;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/**
 * One honest request: own user agent, hosts from the source's allow-list only (checked at every hop), bounded in time and in
 * decoded bytes. Any HTTP status is an answer, also a redirect to another allowed host, which has manners of its own to be asked
 * under (`redirectedTo`); those within a host are followed. Throws E4002 (redirects that lead nowhere), E4003 (unreachable), E4005 (foreign host), E4007 (too large).
 */
export async function download(
  request: PageRequest,
  options: DownloadOptions,
  signal: AbortSignal,
): Promise<PageResponse> {
  const redirects: string[] = [];
  for (let hop = request; ;) {
    const response = await exchange(hop, options, signal);
    const next = redirectedTo(hop, response);
    if (next === null || isElsewhere(next, hop)) return { ...response, finalUrl: hop.url, redirects };
    if (redirects.length === maxRedirects) throw tooManyRedirects(request);
    redirects.push(hop.url);
    hop = next;
  }
}

/** A foreign host is not asked at all; the next exchange says so. */
function isElsewhere(next: PageRequest, hop: PageRequest): boolean {
  const { hostname } = new URL(next.url);
  return hostname !== new URL(hop.url).hostname && hop.hosts.includes(hostname);
}

export function tooManyRedirects({ url }: PageRequest): Fault {
  return new Fault("E4002", { value: url, why: `more than ${maxRedirects} redirects` });
}

/**
 * The request that a redirect asks for; null where the answer is none. 307 and 308 keep method and form (RFC 9110 section 15.4), the
 * older ones turn into a GET, as browsers do it.
 */
export function redirectedTo(
  hop: PageRequest,
  { status, headers }: Pick<PageResponse, "status" | "headers">,
): PageRequest | null {
  const { location } = headers;
  if (!redirectStatuses.has(status) || location === undefined) return null;
  if (!URL.canParse(location, hop.url))
    throw new Fault("E4002", { value: hop.url, why: `redirected to ${JSON.stringify(location)}, which is no address` });
  const url = new URL(location, hop.url).href;
  return status === 307 || status === 308 ? { ...hop, url } : { ...hop, url, method: "GET", form: null };
}

type Exchange = Omit<PageResponse, "finalUrl" | "redirects">;

async function exchange(request: PageRequest, options: DownloadOptions, signal: AbortSignal): Promise<Exchange> {
  const url = new URL(request.url);
  if (!request.hosts.includes(url.hostname) || !/^https?:$/.test(url.protocol)) {
    throw new Fault("E4005", { value: request.url, why: `allowed hosts: ${request.hosts.join(", ")}` });
  }
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs)]);
  try {
    const response = await send(url, request, options, deadline);
    const bytes = await readBody(response, options.maxBytes, deadline);
    return { status: response.statusCode ?? 0, headers: plainHeaders(response), bytes };
  } catch (error) {
    if (error instanceof Fault) throw error;
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    const why = deadline.aborted ? `no answer within ${options.timeoutMs} ms` : message;
    throw new Fault("E4003", { value: request.url, why, cause: error });
  }
}

function send(url: URL, request: PageRequest, options: DownloadOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const body = request.form === null ? null : new URLSearchParams(request.form).toString();
  const [connectHost, connectPort] = options.connectTo?.split(":") ?? [url.hostname, url.port];
  const secure = url.protocol === "https:" && options.connectTo === null;
  const open = secure ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = open({
      host: connectHost,
      port: connectPort === "" ? undefined : Number(connectPort),
      path: `${url.pathname}${url.search}`,
      method: request.method,
      headers: requestHeaders(url, request, options.userAgent, body),
      agent: false,
      signal,
    });
    outgoing.once("response", resolve).once("error", reject);
    outgoing.end(body ?? undefined);
  });
}

function requestHeaders(
  url: URL,
  request: PageRequest,
  userAgent: string,
  body: string | null,
): Record<string, string> {
  const { validators } = request;
  return {
    Host: url.host,
    "User-Agent": userAgent,
    Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate, br",
    "Accept-Language": "zh-CN,zh;q=0.9",
    ...(validators?.etag == null ? {} : { "If-None-Match": validators.etag }),
    ...(validators?.lastModified == null ? {} : { "If-Modified-Since": validators.lastModified }),
    ...(body === null
      ? {}
      : { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": `${Buffer.byteLength(body)}` }),
  };
}

async function readBody(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let received = 0;
  let size = 0;
  const count = async function* (source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of source) {
      received += chunk.length;
      yield chunk;
    }
  };
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  };
  const decoder = decoderFor(response.headers["content-encoding"]);
  try {
    if (decoder === null) await pipeline(response, collect, { signal });
    else await pipeline(response, count, decoder, collect, { signal });
  } catch (error) {
    // The pipeline may report that it was torn down instead of why.
    if (size > maxBytes) throw tooLarge(maxBytes);
    // A coding without a body: 304 and redirects of many servers.
    if (received === 0 && response.complete) return new Uint8Array();
    throw error;
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): Fault {
  return new Fault("E4007", { value: `> ${maxBytes} bytes` });
}

function decoderFor(printed: string | undefined): Transform | null {
  const encoding = printed?.trim().toLowerCase();
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
  if (encoding === "deflate") return createInflate();
  return encoding === "br" ? createBrotliDecompress() : null;
}

/** Headers that describe the response, for the record; cookies and connection details are left out. */
function plainHeaders(response: IncomingMessage): Record<string, string> {
  const kept = ["content-type", "content-length", "etag", "last-modified", "date", "server", "location", "retry-after"];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = response.headers[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}
