import { Fault, type StoredPage } from "@zhenggai/notice";
import {
  type ListRequest,
  type ListedPage,
  type SourceDefinition,
  canonicalUrl,
  judgeResponse,
  listDialects,
} from "@zhenggai/sources";
import type { CrawlDeps } from "./crawl-deps.ts";
import { readable } from "./readable.ts";

/**
 * Walks the list pages of a source and returns what it lists, each URL once. Throws E4001 (blocked), E4002 (server error) and
 * E4004 (a list page without entries: never taken for "nothing new").
 */
export async function listSource(
  source: SourceDefinition,
  deps: CrawlDeps,
  signal: AbortSignal,
): Promise<ListedPage[]> {
  const dialect = listDialects[source.dialect];
  const listed = new Map<string, ListedPage>();
  const asked = new Set<string>();
  const open: ListRequest[] = [...dialect.firstRequests(source)];
  for (let request = open.shift(); request !== undefined; request = open.shift()) {
    const key = JSON.stringify([request.method, request.url, request.form]);
    if (asked.has(key) || request.page > source.maxListPages) continue;
    asked.add(key);
    const { url, text } = await fetchList(source, request, deps, signal);
    const { entries, next } = dialect.readList(source, { request, url, text });
    // An empty answer deep in a column is its end; an empty column is never taken for "nothing new".
    if (entries.length === 0 && listed.size === 0) throw new Fault("E4004", { value: request.url });
    for (const entry of entries) if (!listed.has(canonicalUrl(entry.url))) listed.set(canonicalUrl(entry.url), entry);
    open.push(...next);
  }
  return [...listed.values()];
}

async function fetchList(
  source: SourceDefinition,
  request: ListRequest,
  deps: CrawlDeps,
  signal: AbortSignal,
): Promise<{ url: string; text: string }> {
  const response = await deps.fetch(source, { ...request, hosts: source.hosts, validators: null }, signal);
  const text = readable(response);
  const { verdict } = judgeResponse({
    status: response.status,
    url: request.url,
    finalUrl: response.finalUrl,
    contentType: response.headers["content-type"] ?? null,
    text,
  });
  deps.onResponse(new URL(request.url).hostname, verdict);
  if (verdict === "blocked" || verdict === "login")
    throw new Fault("E4001", { value: request.url, why: `HTTP ${response.status}: ${verdict}` });
  if (verdict === "server-error" || verdict === "absent")
    throw new Fault("E4002", { value: request.url, why: `HTTP ${response.status}` });
  return { url: response.finalUrl, text };
}

/** A listed page as the ledger first knows it. */
export function discoveredPage(entry: ListedPage, sourceId: string, at: string): StoredPage {
  return {
    _id: canonicalUrl(entry.url),
    url: entry.url,
    sourceId,
    listedTitle: entry.title,
    presence: "discovered",
    firstSeenAt: at,
    lastSeenAt: null,
    firstAbsentAt: null,
    lastCheckedAt: null,
    lastRunId: null,
    lastOutcome: null,
    nextCheckAt: at,
    validators: { etag: null, lastModified: null },
    latestCaptureId: null,
  };
}
