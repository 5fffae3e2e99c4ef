import type { Page } from "playwright";

/** Not needed to read a page. */
const unread = new Set(["image", "media", "font"]);

export type Confinement = {
  /** Where a redirect led the page's own document, if that was to another host. */
  readonly strayedTo: () => string | null;
  /** Settles when the page tries to replace its document by another one. */
  readonly sentOn: Promise<true>;
};

/**
 * Keeps a page of the browser on its hosts: requests to others are refused before they are sent, at every hop of a redirect;
 * so are images, media and fonts, web sockets, pop-up windows, and every document after the first: a challenge that
 * reloads itself is not answered, and a page that sends its reader on is not left.
 */
export async function confinePage(page: Page, hosts: readonly string[]): Promise<Confinement> {
  const context = page.context();
  context.on("page", (popup) => void popup.close().catch(ignore));
  await context.routeWebSocket(/^/u, (socket) => void socket.close());
  // What does not belong to the page itself: pop-ups, until they are closed.
  await context.route(/^/u, (route) => route.abort("blockedbyclient").catch(ignore));
  const strayedTo = await refuseForeignRedirects(page, hosts);
  let hasDocument = false;
  let onSentOn = ignore;
  const sentOn = new Promise<true>((resolve) => {
    onSentOn = () => resolve(true);
  });
  await page.route(/^/u, (route) => {
    const request = route.request();
    const isDocument = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (isDocument && hasDocument) {
      onSentOn();
      return route.abort("aborted").catch(ignore);
    }
    if (isDocument) hasDocument = true;
    const isRefused = !isOnHosts(request.url(), hosts) || unread.has(request.resourceType());
    return (isRefused ? route.abort("blockedbyclient") : route.continue()).catch(ignore);
  });
  return { strayedTo, sentOn };
}

/** Routes of Playwright see the first hop only; Chromium itself asks before each. */
async function refuseForeignRedirects(page: Page, hosts: readonly string[]): Promise<() => string | null> {
  let strayed: string | null = null;
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  session.on("Fetch.requestPaused", ({ requestId, request, frameId, resourceType }) => {
    const isAllowed = isOnHosts(request.url, hosts);
    if (!isAllowed && resourceType === "Document" && frameId === frameTree.frame.id) strayed ??= request.url;
    const decided = isAllowed
      ? session.send("Fetch.continueRequest", { requestId })
      : session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
    decided.catch(ignore);
  });
  await session.send("Fetch.enable", { patterns: [{ urlPattern: "http*", requestStage: "Request" }] });
  return () => strayed;
}

/** Whether a URL may be asked: http or https, on one of the hosts. */
export function isOnHosts(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/u.test(protocol) && hosts.includes(hostname);
}

/** The page was closed in the meantime; whoever reads it is told by its own call. */
function ignore(): void {}
