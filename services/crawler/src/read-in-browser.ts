import { Fault } from "@zhenggai/notice";
import type { Page, Request, Response } from "playwright";
import { confinePage, isOnHosts } from "./confine-page.ts";
import type { DownloadOptions, PageRequest, PageResponse } from "./download.ts";

const maxRedirects = 5;
/** How long scripts may go on fetching once the document stands. */
const settleMs = 5_000;
const keptHeaders = ["date", "server", "retry-after"];

/**
 * Opens the address in a fresh page of the browser and returns the HTML as its scripts left it, in UTF-8. Nothing is clicked, run
 * or filled in. A page that would send its reader on is returned as the site sent it. Throws E4002 (redirects without end, a file
 * to download), E4003 (unreachable), E4005 (foreign host), E4007 (too large) and E2003 (a form: browsers only get pages).
 * Validators are not sent: what a browser wrote has none.
 */
export async function readInBrowser(page: Page, request: PageRequest, options: DownloadOptions): Promise<PageResponse> {
  if (request.method !== "GET")
    throw new Fault("E2003", { value: request.url, why: "fetch: browser can't post forms; use fetch: http" });
  if (!isOnHosts(request.url, request.hosts)) throw foreignHost(request.url, request);
  const { strayedTo, sentOn } = await confinePage(page, request.hosts);
  const lastResponse = followDocument(page);
  const failure = await failureOf(page.goto(request.url, { timeout: options.timeoutMs, waitUntil: "commit" }));
  const response = lastResponse();
  const foreign = strayedTo();
  if (foreign !== null) throw foreignHost(foreign, request);
  if (response === null) throw unreachable(request, failure);
  const redirects = hopsBefore(response.request());
  if (redirects.length > maxRedirects)
    throw new Fault("E4002", { value: request.url, why: `more than ${maxRedirects} redirects` });
  const body = failure === null ? await written(page, response, sentOn, options) : unshown(response, request, failure);
  if (body instanceof Error) throw unreachable(request, body);
  if (body.bytes.length > options.maxBytes) throw new Fault("E4007", { value: `> ${options.maxBytes} bytes` });
  const headers = { ...describe(response), "content-type": body.contentType };
  return { status: response.status(), headers, finalUrl: response.url(), redirects, bytes: body.bytes };
}

type Body = { readonly bytes: Uint8Array; readonly contentType: string };

const htmlType = "text/html; charset=utf-8";

/** What the scripts have made of the document; the bytes themselves where they would leave it. An error where it did not come whole. */
async function written(
  page: Page,
  response: Response,
  sentOn: Promise<true>,
  { timeoutMs }: DownloadOptions,
): Promise<Body | Error> {
  // Otherwise a document whose end never came would be taken for a whole one.
  const incomplete =
    (await failureOf(Promise.race([sentOn, page.waitForLoadState("domcontentloaded", { timeout: timeoutMs })]))) ??
    (await Promise.race([
      response.finished(),
      page.waitForTimeout(timeoutMs).then(() => new Error("no end of the page")),
    ]));
  if (incomplete !== null) return incomplete;
  // A page that never falls silent is read as it stands by then.
  await failureOf(Promise.race([sentOn, page.waitForLoadState("networkidle", { timeout: settleMs })]));
  const isSentOn = await Promise.race([sentOn, Promise.resolve(false)]);
  if (!isSentOn) return { bytes: new TextEncoder().encode(await page.content()), contentType: htmlType };
  return { bytes: await response.body(), contentType: response.headers()["content-type"] ?? "" };
}

/**
 * Chromium shows nothing where an error comes without a body (404) or no body may come (204): the status is an answer all the
 * same. A file is one too, but not one that we take.
 */
function unshown(response: Response, request: PageRequest, failure: Error): Body | Error {
  const status = response.status();
  if (status >= 400 || status === 204 || status === 205) return { bytes: new Uint8Array(), contentType: htmlType };
  if (isFile(response))
    throw new Fault("E4002", { value: request.url, why: "a file to download, not a page: refused" });
  return failure;
}

function isFile(response: Response): boolean {
  const { "content-disposition": disposition = "", "content-type": type = "text/html" } = response.headers();
  return /^\s*attachment/iu.test(disposition) || !/^(text\/|application\/(xhtml\+)?(xml|json))/iu.test(type);
}

/** Takes down what the page's own document was answered with last. */
function followDocument(page: Page): () => Response | null {
  let last: Response | null = null;
  page.on("response", (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) last = response;
  });
  return () => last;
}

async function failureOf(work: Promise<unknown>): Promise<Error | null> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
}

/** The addresses that led to this request, first one first. */
function hopsBefore(request: Request): string[] {
  const hops: string[] = [];
  for (let hop = request.redirectedFrom(); hop !== null; hop = hop.redirectedFrom()) hops.unshift(hop.url());
  return hops;
}

function describe(response: Response): Record<string, string> {
  const headers = response.headers();
  const kept = keptHeaders.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(kept);
}

function foreignHost(url: string, request: PageRequest): Fault {
  return new Fault("E4005", { value: url, why: `allowed hosts: ${request.hosts.join(", ")}` });
}

function unreachable(request: PageRequest, cause: Error | null): Fault {
  // Playwright adds its call log on further lines.
  const why = cause?.message.split("\n", 1)[0];
  return new Fault("E4003", { value: request.url, why: why ?? "no answer", cause });
}
