import { Fault } from "@zhenggai/notice";
import type { Page, Request, Response } from "playwright";
import { type Confinement, confinePage, isOnHosts } from "./confine-page.ts";
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
  const confinement = await confinePage(page, request.hosts);
  const lastResponse = followDocument(page);
  const timeout = options.timeoutMs;
  const failure = await page.goto(request.url, { timeout, waitUntil: "commit" }).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const response = lastResponse();
  const redirects = hopsBefore(response?.request() ?? null);
  if (redirects.length > maxRedirects)
    throw new Fault("E4002", { value: request.url, why: `more than ${maxRedirects} redirects` });
  if (response !== null && failure === null) {
    const { headers, bytes } = await readDocument(page, response, confinement, request, timeout);
    if (bytes.length > options.maxBytes) throw new Fault("E4007", { value: `> ${options.maxBytes} bytes` });
    return { status: response.status(), headers, bytes, redirects, finalUrl: response.url() };
  }
  const foreign = confinement.strayedTo();
  if (foreign !== null) throw foreignHost(foreign, request);
  if (response !== null && isFile(response))
    throw new Fault("E4002", { value: request.url, why: "a file to download, not a page: refused" });
  // Chromium shows nothing where an error comes without a body (404) or no body may come (204); the status is an answer all the same.
  if (response === null || !isBare(response.status())) throw unreachable(request, failure?.error);
  const headers = describe(response);
  return { status: response.status(), headers, bytes: new Uint8Array(), redirects, finalUrl: response.url() };
}
