import { Fault, type RunCounts, type StoredPage, type StoredRun } from "@zhenggai/notice";
import type { Stage } from "@zhenggai/queues";
import { asFault } from "@zhenggai/runtime";
import { type ListedPage, type SourceDefinition, canonicalUrl } from "@zhenggai/sources";
import { capturePage } from "./capture-page.ts";
import type { CrawlDeps } from "./crawl-deps.ts";
import { discoveredPage, listSource } from "./list-source.ts";
import { dueRuns } from "./open-runs.ts";
import { nextCheck } from "./schedule.ts";
import { settleAbsences } from "./settle-absences.ts";

const pagesPerRun = 20_000;
/** A run may take days; one job of it ends well within the job's time limit, and the next goes on where it stopped. */
const sliceMs = 15 * 60_000;
const attemptsPerPage = 3;

/** The stage that turns a slot of a source into captures: list → pages → captures → jobs to read them. */
export function crawlStage(deps: CrawlDeps, concurrency: number): Stage<"crawl"> {
  return {
    name: "crawl",
    concurrency,
    handle: async ({ runId }, { signal }) => {
      const run = await deps.store.runs.get(runId);
      if (run === null || run.state !== "open") return;
      const source = deps.sources.get(run.sourceId);
      if (source === undefined) throw new Fault("E2004", { value: run.sourceId });
      await crawlSource({ run, source, signal }, deps);
    },
    onGivenUp: async ({ runId }, fault) => {
      const run = await deps.store.runs.get(runId);
      // A job may come twice; what one delivery has ended, the other's failure does not undo.
      if (run === null || run.state !== "open") return;
      const state = fault.code === "E4001" || fault.code === "E4006" ? "blocked" : "failed";
      await endRun(run, { state, fault, counts: await countOutcomes(run, null, deps) }, deps);
    },
    outstanding: () => dueRuns(deps),
  };
}

type CrawlTask = { readonly run: StoredRun; readonly source: SourceDefinition; readonly signal: AbortSignal };

async function crawlSource(task: CrawlTask, deps: CrawlDeps): Promise<void> {
  const { run, source, signal } = task;
  const logger = deps.logger.child({ runId: run._id, sourceId: source.id });
  const listed = await listSource(source, deps, signal);
  const own = listed.filter(isFetched);
  await reportUnfetched(run, listed, deps);
  const at = deps.now().toISOString();
  await deps.store.pages.discover(own.map((entry) => discoveredPage(entry, source.id, at)));
  const due = await duePages(task, own, deps);
  logger.info({ listed: listed.length, due: due.length }, "listed");
  const untilMs = deps.now().getTime() + sliceMs;
  for (const page of due) {
    signal.throwIfAborted();
    if (deps.now().getTime() > untilMs) throw new Fault("E5004", { why: "a long run goes on in its next job" });
    await crawlPage({ page, task }, deps);
  }
  await settleAbsences({ run, source }, deps);
  const counts = await countOutcomes(run, listed.length, deps);
  const short = listed.length < source.expectedYield ? shortList(source, listed.length) : null;
  await endRun(run, { state: counts.failed > 0 || short !== null ? "partial" : "done", fault: short, counts }, deps);
  logger.info({ counts }, "crawled");
}

/** A column that lists too little has probably changed: what it lists is taken, but the run is not called whole. */
function shortList(source: SourceDefinition, listed: number): Fault {
  return new Fault("E4011", {
    value: source.listUrl,
    why: `${listed} listed, at least ${source.expectedYield} expected`,
  });
}

/** A manual run looks at every page of the source again, a scheduled one at those that are due; each once per run. */
async function duePages(
  { run, source }: CrawlTask,
  listed: readonly ListedPage[],
  deps: CrawlDeps,
): Promise<StoredPage[]> {
  const pages =
    run.trigger === "manual"
      ? await deps.store.pages.list(pagesPerRun, source.id)
      : await deps.store.pages.listDue(source.id, deps.now().toISOString(), pagesPerRun);
  const order = new Map(listed.map((entry, index) => [canonicalUrl(entry.url), index]));
  const position = (page: StoredPage): number => order.get(page._id) ?? Number.MAX_SAFE_INTEGER;
  return pages.filter((page) => page.lastRunId !== run._id).toSorted((a, b) => position(a) - position(b));
}

type PageTask = { readonly page: StoredPage; readonly task: CrawlTask };

async function crawlPage({ page, task }: PageTask, deps: CrawlDeps): Promise<void> {
  const { run, source, signal } = task;
  const checked = { lastRunId: run._id, lastCheckedAt: deps.now().toISOString() };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const lastOutcome = await capturePage({ page, source, signal }, deps);
      await deps.store.pages.update(page._id, {
        ...checked,
        lastOutcome,
        nextCheckAt: nextCheck(page.firstSeenAt, deps.now()),
      });
      return;
    } catch (error) {
      const fault = asFault(error);
      if (!isOfThePage(fault)) throw error;
      if (fault.retry !== "never" && attempt < attemptsPerPage) {
        await deps.sleep(500 * 2 ** attempt, signal);
        continue;
      }
      await reportPage(page, fault, deps);
      const nextCheckAt = new Date(deps.now().getTime() + 3_600_000).toISOString();
      await deps.store.pages.update(page._id, { ...checked, lastOutcome: "failed", nextCheckAt });
      return;
    }
  }
}

/** The page's fault, which leaves the other pages of the run alone; a site that refuses us ends the whole run. */
function isOfThePage(fault: Fault): boolean {
  return fault.code.startsWith("E4") && fault.code !== "E4001";
}

/** What became of the run's pages; where it did not come to the end of the list (null), as many are listed as it asked. */
async function countOutcomes(run: StoredRun, listed: number | null, deps: CrawlDeps): Promise<RunCounts> {
  const pages = await deps.store.pages.list(pagesPerRun, run.sourceId);
  const ofRun = pages.filter((page) => page.lastRunId === run._id);
  const count = (outcome: StoredPage["lastOutcome"]): number =>
    ofRun.filter((page) => page.lastOutcome === outcome).length;
  return {
    listed: listed ?? ofRun.length,
    new: count("new"),
    edited: count("edited"),
    unchanged: count("unchanged"),
    gone: count("gone"),
    failed: count("failed"),
  };
}

type RunEnd = { readonly state: StoredRun["state"]; readonly counts: RunCounts; readonly fault: Fault | null };

async function endRun(run: StoredRun, { state, counts, fault }: RunEnd, deps: CrawlDeps): Promise<void> {
  const at = deps.now().toISOString();
  const stored =
    fault === null
      ? null
      : { code: fault.code, text: `${fault.message}${fault.value === null ? "" : `: ${fault.value}`}` };
  await deps.store.runs.finish(run._id, { state, counts, fault: stored, at });
  if (fault === null) return;
  await deps.store.issues.put([
    {
      _id: `source.${run.sourceId}.${fault.code}`,
      about: { kind: "source", id: run.sourceId },
      code: fault.code,
      severity: "error",
      text: stored?.text ?? "",
      field: null,
      firstSeenAt: at,
      lastSeenAt: at,
    },
  ]);
}

async function reportPage(page: StoredPage, fault: Fault, deps: CrawlDeps): Promise<void> {
  const at = deps.now().toISOString();
  deps.logger.warn({ pageId: page._id, code: fault.code, why: fault.message }, "page failed");
  await deps.store.issues.put([
    {
      _id: `page.${page._id}.${fault.code}`,
      about: { kind: "page", id: page._id },
      code: fault.code,
      severity: "warning",
      text: fault.message,
      field: null,
      firstSeenAt: at,
      lastSeenAt: at,
    },
  ]);
}

/** A page's address becomes part of ids, which must fit into a job. */
const maxUrlLength = 800;

function isFetched({ kind, url }: ListedPage): boolean {
  return kind === "article" && canonicalUrl(url).length <= maxUrlLength;
}

/** Attachments, links to other hosts and endless addresses are listed, never fetched as pages. */
async function reportUnfetched(run: StoredRun, listed: readonly ListedPage[], deps: CrawlDeps): Promise<void> {
  const at = deps.now().toISOString();
  const unfetched = listed.filter((entry) => !isFetched(entry));
  await deps.store.issues.put(
    unfetched.map((entry) => ({
      _id: `page.${canonicalUrl(entry.url).slice(0, maxUrlLength)}.${entry.kind}`,
      about: { kind: "page", id: canonicalUrl(entry.url).slice(0, maxUrlLength) },
      code: entry.kind === "foreign" ? "E4005" : "attachment-only",
      severity: "info",
      text: `listed by ${run.sourceId}, not fetched: ${entry.kind}`,
      field: null,
      firstSeenAt: at,
      lastSeenAt: at,
    })),
  );
}
