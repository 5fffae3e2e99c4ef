import { absenceRule, type StoredPage, type StoredRun } from "@zhenggai/notice";
import type { SourceDefinition } from "@zhenggai/sources";
import type { CrawlDeps } from "./crawl-deps.ts";

const dayMs = 86_400_000;
/** A page that may be gone is looked at again so often that two weeks of absence take three to four looks. */
const suspectRecheckMs = 5 * dayMs;
const { leastAbsences, leastDays } = absenceRule;
/** More absences than this, and more than pages that answered, look like the site's failure, not like withdrawals. */
const fewAbsences = 3;

const pagesPerRun = 20_000;
const hostOf = (page: Pick<StoredPage, "url">): string => new URL(page.url).hostname;

type Settled = { readonly run: StoredRun; readonly source: SourceDefinition };

/**
 * Ends a run: a page that answered 404 or 410 twice is gone where its host was well in this run (the column or an article answered,
 * and new withdrawals are not more than the rest); else it is only suspected, and looked at again soon. Idempotent: a run that is
 * taken up again settles the same pages the same way.
 */
export async function settleAbsences({ run, source }: Settled, deps: CrawlDeps): Promise<void> {
  const pages = await deps.store.pages.list(pagesPerRun, run.sourceId);
  const ofRun = pages.filter((page) => page.lastRunId === run._id);
  const absent = ofRun.filter(({ lastOutcome }) => lastOutcome === "gone");
  const listHost = hostOf({ url: source.listUrl });
  for (const page of absent) {
    const host = hostOf(page);
    const isHere = (other: StoredPage): boolean => hostOf(other) === host;
    const answered = ofRun.filter((other) => isHere(other) && hasAnswered(other)).length;
    const isWell = answered > 0 || host === listHost;
    const isPlausible = absent.filter(isHere).length <= Math.max(fewAbsences, answered);
    await (isWell && isPlausible ? confirm(page, deps) : suspect(page, deps));
  }
}

/** Whether the run saw the page itself; what was gone before the run is unchanged too. */
function hasAnswered({ lastOutcome, presence }: StoredPage): boolean {
  return lastOutcome !== "gone" && lastOutcome !== "failed" && presence !== "gone";
}

async function confirm(page: StoredPage, deps: CrawlDeps): Promise<void> {
  const captureId = page.latestCaptureId;
  if (captureId !== null && (await deps.store.captures.confirmAbsence(captureId))) {
    await deps.queue.send("extract", [{ captureId }]);
  }
  await deps.store.pages.update(page._id, { presence: "gone" });
}

async function suspect(page: StoredPage, deps: CrawlDeps): Promise<void> {
  const nowMs = deps.now().getTime();
  const captures = await deps.store.captures.listOfPages([page._id]);
  const since = captures.filter(
    ({ blobId, firstSeenAt }) => blobId === null && firstSeenAt >= (page.firstAbsentAt ?? ""),
  );
  const isLong = page.firstAbsentAt !== null && nowMs - Date.parse(page.firstAbsentAt) >= leastDays * dayMs;
  const isGone = page.presence === "gone" || (isLong && since.length >= leastAbsences);
  const recheckAt = new Date(nowMs + suspectRecheckMs).toISOString();
  await deps.store.pages.update(page._id, {
    presence: isGone ? "gone" : "suspected-gone",
    ...(isGone ? {} : { nextCheckAt: recheckAt < page.nextCheckAt ? recheckAt : page.nextCheckAt }),
  });
}
