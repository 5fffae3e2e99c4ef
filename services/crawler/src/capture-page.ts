import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { Fault, type StoredCapture, type StoredPage } from "@zhenggai/notice";
import { type SourceDefinition, judgeResponse } from "@zhenggai/sources";
import type { PageResponse } from "./download.ts";
import type { CrawlDeps } from "./crawl-deps.ts";
import { readable } from "./readable.ts";

const compress = promisify(gzip);

export type CaptureOutcome = "new" | "edited" | "unchanged" | "gone";

type CaptureTask = { readonly page: StoredPage; readonly source: SourceDefinition; readonly signal: AbortSignal };

/**
 * Fetches one page and stores what came: bytes first, then the capture that points to them, then a job to read it.
 * Blocked pages, challenges, soft errors and server errors are never stored: they throw (E4001, E4002). A page counts as
 * absent only after a second fetch says so too, and as gone only when the run has settled it (`settle-absences.ts`); one that
 * was gone before is unchanged.
 */
export async function capturePage(task: CaptureTask, deps: CrawlDeps): Promise<CaptureOutcome> {
  const latest = await deps.store.captures.latestOfPage(task.page._id);
  const response = await fetchJudged(task, deps, latest);
  if (response.status === 304 && latest !== null) {
    const at = deps.now().toISOString();
    await deps.store.captures.sawAgain(latest._id, at);
    await recordSeen({ pageId: task.page._id, captureId: latest._id, at, validators: null }, deps);
    return "unchanged";
  }
  const outcome = await storeCapture(await draftCapture(task, response, deps), deps);
  return outcome === "gone" && task.page.presence === "gone" ? "unchanged" : outcome;
}

async function fetchJudged(task: CaptureTask, deps: CrawlDeps, latest: StoredCapture | null): Promise<PageResponse> {
  const { page } = task;
  const validators = latest !== null && latest.status === 200 ? page.validators : null;
  const { response, verdict } = await ask(task, validators, deps);
  switch (verdict) {
    case "content":
    case "empty":
      if (response.status === 200 || (response.status === 304 && isConditional(validators))) return response;
      // No content, a part of it, "not modified" to somebody who did not ask: neither the page nor its absence.
      throw new Fault("E4002", { value: page.url, why: `HTTP ${response.status}: not a page` });
    case "absent":
      return confirmAbsence(task, deps, response);
    case "blocked":
    case "login":
      throw new Fault("E4001", { value: page.url, why: `HTTP ${response.status}: ${verdict}` });
    case "server-error":
      throw new Fault("E4002", { value: page.url, why: `HTTP ${response.status}` });
  }
}

async function confirmAbsence(task: CaptureTask, deps: CrawlDeps, first: PageResponse): Promise<PageResponse> {
  const { page } = task;
  if (first.status !== 404 && first.status !== 410) {
    throw new Fault("E4002", { value: page.url, why: "looks like a 'not found' page with HTTP 200: not believed" });
  }
  const { response: second } = await ask(task, null, deps);
  if (second.status === first.status) return { ...first, bytes: new Uint8Array() };
  throw new Fault("E4002", { value: page.url, why: `HTTP ${first.status}, then HTTP ${second.status}: not believed` });
}

type Validators = StoredPage["validators"];
type Judged = { readonly response: PageResponse; readonly verdict: ReturnType<typeof verdictOf> };

async function ask(task: CaptureTask, validators: Validators | null, deps: CrawlDeps): Promise<Judged> {
  const { page, source, signal } = task;
  const request = { url: page.url, method: "GET", form: null, hosts: source.hosts, validators } as const;
  const response = await deps.fetch(source, request, signal);
  const verdict = verdictOf(response, source);
  deps.onResponse(new URL(page.url).hostname, verdict);
  return { response, verdict };
}

function isConditional(validators: Validators | null): boolean {
  return validators !== null && (validators.etag !== null || validators.lastModified !== null);
}

function verdictOf(response: PageResponse, source: SourceDefinition): ReturnType<typeof judgeResponse>["verdict"] {
  const contentType = response.headers["content-type"] ?? null;
  return judgeResponse({
    status: response.status,
    url: response.redirects[0] ?? response.finalUrl,
    finalUrl: response.finalUrl,
    contentType,
    text: readable(response),
    listUrl: source.listUrl,
  }).verdict;
}

type Draft = Omit<StoredCapture, "_id" | "sequence">;

async function draftCapture(task: CaptureTask, response: PageResponse, deps: CrawlDeps): Promise<Draft> {
  const at = deps.now().toISOString();
  const present = response.status === 200;
  const blobId = present ? createHash("sha256").update(response.bytes).digest("hex") : null;
  if (blobId !== null) {
    const bytes = await compress(response.bytes);
    await deps.store.blobs.put({ _id: blobId, encoding: "gzip", bytes, size: response.bytes.length, storedAt: at });
  }
  return {
    pageId: task.page._id,
    blobId,
    status: response.status,
    headers: { ...response.headers },
    redirects: [...response.redirects],
    finalUrl: response.finalUrl,
    sourceId: task.source.id,
    firstSeenAt: at,
    lastSeenAt: at,
    ...(present ? {} : { absence: "unconfirmed" as const }),
    reading: null,
    readingRev: 0,
    pendingSeries: [],
  };
}

const leastApartMs = 86_400_000;

/**
 * Whether the latest capture says the same. Absences that nobody confirmed are counted, so each is a capture of its own, but one a day
 * at most.
 */
function saysTheSame(latest: StoredCapture, draft: Draft): boolean {
  if (latest.status !== draft.status || latest.blobId !== draft.blobId) return false;
  const apartMs = Date.parse(draft.lastSeenAt) - Date.parse(latest.lastSeenAt);
  return latest.absence !== "unconfirmed" || apartMs < leastApartMs;
}

/** Appends the capture to its page's sequence, or widens the latest one where the answer is the same. */
async function storeCapture(draft: Draft, deps: CrawlDeps): Promise<CaptureOutcome> {
  const { captures } = deps.store;
  for (;;) {
    const latest = await captures.latestOfPage(draft.pageId);
    if (latest !== null && saysTheSame(latest, draft)) {
      await captures.sawAgain(latest._id, draft.lastSeenAt);
      await recordPresence(draft, latest._id, deps);
      return draft.blobId === null ? "gone" : "unchanged";
    }
    const sequence = (latest?.sequence ?? 0) + 1;
    const capture: StoredCapture = { ...draft, _id: `${pageKey(draft.pageId)}.${sequence}`, sequence };
    // Another crawler may have taken the number: then its capture is the latest and is looked at again.
    if (!(await captures.insert(capture))) continue;
    await recordPresence(draft, capture._id, deps);
    await deps.queue.send("extract", [{ captureId: capture._id }]);
    if (draft.blobId === null) return "gone";
    return latest === null ? "new" : "edited";
  }
}

function pageKey(pageId: string): string {
  return createHash("sha256").update(pageId).digest("hex").slice(0, 16);
}

async function recordPresence(draft: Draft, captureId: string, deps: CrawlDeps): Promise<void> {
  const { pageId, headers, lastSeenAt: at } = draft;
  if (draft.blobId !== null) {
    const validators = { etag: headers["etag"] ?? null, lastModified: headers["last-modified"] ?? null };
    await recordSeen({ pageId, captureId, at, validators }, deps);
    return;
  }
  const page = await deps.store.pages.get(pageId);
  if (page === null) return;
  const firstAbsentAt = page.firstAbsentAt ?? at;
  // Whether it is gone is told at the end of the run, when it is known how the host was.
  const presence = page.presence === "gone" ? "gone" : "suspected-gone";
  await deps.store.pages.update(pageId, { presence, firstAbsentAt, latestCaptureId: captureId });
}

type Sight = {
  readonly pageId: string;
  readonly captureId: string;
  readonly at: string;
  /** null: those we have still hold. */
  readonly validators: Validators | null;
};

async function recordSeen({ pageId, captureId, at, validators }: Sight, deps: CrawlDeps): Promise<void> {
  const page = await deps.store.pages.get(pageId);
  if (page === null) return;
  await deps.store.pages.update(pageId, {
    presence: page.presence === "gone" || page.presence === "back" ? "back" : "seen",
    lastSeenAt: at,
    firstAbsentAt: null,
    latestCaptureId: captureId,
    validators: validators ?? page.validators,
  });
}
