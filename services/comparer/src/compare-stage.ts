import { composeSeries } from "@zhenggai/comparison";
import type { JobPayload, Queue, Stage } from "@zhenggai/queues";
import type { Store } from "@zhenggai/store";

export type Rank = "official" | "mirror" | "repost";

export type CompareDeps = {
  readonly store: Pick<Store, "captures" | "versions" | "series">;
  readonly queue: Pick<Queue, "send">;
  /** How much a source's copy of a notice counts. */
  readonly rankOf: (sourceId: string) => Rank;
  readonly now: () => Date;
};

/** The stage that recomputes one subject's series from the set of its captures and versions, whole and idempotently. */
export function compareStage(deps: CompareDeps, concurrency: number): Stage<"compare"> {
  return {
    name: "compare",
    concurrency,
    handle: ({ seriesId }) => recompute(seriesId, deps),
    // The captures keep the series among their pending ones, so the ledger brings it back.
    onGivenUp: async () => undefined,
    outstanding: () => movedSeries(deps),
  };
}

async function recompute(seriesId: string, deps: CompareDeps): Promise<void> {
  const { captures, versions, series } = deps.store;
  // The claim comes before the load: whoever claims later has loaded later, and its result wins.
  const rev = await series.claim(seriesId, deps.now().toISOString());
  const own = await captures.listOfSeries(seriesId);
  const ofPages = await captures.listOfPages([...new Set(own.map((capture) => capture.pageId))]);
  const versionIds = own.flatMap(({ reading }) =>
    reading?.seriesId === seriesId && reading.versionId !== null ? [reading.versionId] : [],
  );
  const result = composeSeries({
    seriesId,
    captures: ofPages,
    versions: await versions.getMany([...new Set(versionIds)]),
    rankOf: deps.rankOf,
  });
  const newest = await series.write(seriesId, rev, result);
  if (!newest) return;
  const extractors = own.flatMap(({ reading }) => (reading?.seriesId === seriesId ? [reading.extractor] : []));
  if (extractors.length > 0) await versions.removeOlder(seriesId, Math.min(...extractors));
  for (const { _id, readingRev } of ofPages.filter((capture) => capture.pendingSeries.includes(seriesId))) {
    await captures.acknowledgeSeries(_id, seriesId, readingRev);
  }
  const undelivered = result.changes.filter(({ change }) => change.origin === "site" && change.severity !== "cosmetic");
  await deps.queue.send(
    "notify",
    undelivered.map(({ _id }) => ({ changeId: _id })),
  );
}

const staleClaimMs = 60_000;
const batch = 500;

/** Series that moved since they were compared, and series whose comparer died half-way. */
async function* movedSeries(deps: CompareDeps): AsyncIterable<readonly JobPayload<"compare">[]> {
  const before = new Date(deps.now().getTime() - staleClaimMs).toISOString();
  const pending = await deps.store.captures.listPendingSeries(batch);
  const stale = await deps.store.series.listStaleClaims(before, batch);
  yield [...new Set([...pending, ...stale])].map((seriesId) => ({ seriesId }));
}
