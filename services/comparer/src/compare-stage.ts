import {
  type ComposedSeries,
  type SeriesContext,
  type SeriesInput,
  composeSeries,
  settledOf,
  withOrigins,
} from "@zhenggai/comparison";
import type { Fault, StoredIssue, StoredTrace, StoredVersion } from "@zhenggai/notice";
import type { JobPayload, Queue, Stage } from "@zhenggai/queues";
import type { Logger } from "@zhenggai/runtime";
import { twinKey } from "@zhenggai/sources";
import type { Store } from "@zhenggai/store";
import { loadEvidence } from "./load-evidence.ts";
import { meetPeers } from "./meet-peers.ts";

export type Rank = "official" | "mirror" | "repost";

export type CompareDeps = {
  readonly store: Pick<Store, "captures" | "versions" | "series" | "changes" | "traces" | "issues">;
  readonly queue: Pick<Queue, "send">;
  /** How much a source's copy of a notice counts. */
  readonly rankOf: (sourceId: string) => Rank;
  /** Series of the bodies that a subject succeeded, by recorded succession; none where nothing is given. */
  readonly predecessorsOf?: (seriesId: string) => readonly string[];
  readonly now: () => Date;
  readonly logger?: Pick<Logger, "info">;
};

/** The stage that recomputes one subject's series from the set of its captures and versions, whole and idempotently. */
export function compareStage(deps: CompareDeps, concurrency: number): Stage<"compare"> {
  return {
    name: "compare",
    concurrency,
    handle: ({ seriesId }) => recompute(seriesId, deps),
    // The captures keep the series among their pending ones, so the ledger brings it back; the issue tells ops that it does.
    onGivenUp: ({ seriesId }, fault) => deps.store.issues.put([seriesIssue(seriesId, fault, deps.now().toISOString())]),
    outstanding: () => movedSeries(deps),
  };
}

async function recompute(seriesId: string, deps: CompareDeps): Promise<void> {
  const { captures, versions, series } = deps.store;
  // The claim comes before the load: whoever claims later has loaded later, and its result wins.
  const rev = await series.claim(seriesId, deps.now().toISOString());
  const evidence = await loadEvidence(seriesId, deps.store);
  const input: SeriesInput = { ...evidence, rankOf: deps.rankOf, pageKeyOf: twinKey };
  const surroundings = await meetPeers({ input, rev }, deps);
  if (surroundings === null) return;
  const { trace, context } = surroundings;
  const read = allVersions(input, context);
  const result = await composed({ ...input, context }, trace, deps);
  if (!(await series.write(seriesId, rev, result))) return;
  await deps.store.traces.put({ ...trace, settled: settledOf(read) ?? trace.settled });
  const extractors = evidence.captures.flatMap(({ reading }) =>
    reading?.seriesId === seriesId ? [reading.extractor] : [],
  );
  if (extractors.length > 0) await versions.removeOlder(seriesId, Math.min(...extractors));
  for (const { _id, readingRev, pendingSeries } of evidence.captures) {
    if (pendingSeries.includes(seriesId)) await captures.acknowledgeSeries(_id, seriesId, readingRev);
  }
  const facts = { seriesId, notices: result.notices.length, changes: result.changes.length };
  deps.logger?.info({ ...facts, noticeIds: result.notices.map(({ _id }) => _id) }, "compared");
  const undelivered = result.changes.filter(({ change }) => change.origin === "site" && change.severity !== "cosmetic");
  await deps.queue.send(
    "notify",
    undelivered.map(({ _id }) => ({ changeId: _id })),
  );
}

const allVersions = (input: SeriesInput, { guests, predecessors }: SeriesContext): StoredVersion[] => [
  ...input.versions,
  ...[...guests, ...predecessors].flatMap(({ versions }) => versions),
];

const nothing: ComposedSeries = { notices: [], changes: [], chains: [] };

/** A page whose notice is a copy has nothing of its own: the series that it joins tells of it. */
async function composed(
  input: SeriesInput & { readonly context: SeriesContext },
  trace: StoredTrace,
  deps: CompareDeps,
): Promise<ComposedSeries> {
  if (trace.joins !== null) return nothing;
  const result = composeSeries(input);
  const stored = await deps.store.changes.getMany(result.changes.map(({ _id }) => _id));
  const versions = allVersions(input, input.context);
  return { ...result, changes: withOrigins(result.changes, versions, { stored, settled: trace.settled }) };
}

function seriesIssue(seriesId: string, fault: Fault, at: string): StoredIssue {
  return {
    _id: `series.${seriesId}.${fault.code}`,
    about: { kind: "series", id: seriesId },
    code: fault.code,
    severity: "error",
    text: `not compared: ${fault.message}${fault.value === null ? "" : `: ${fault.value}`}`,
    field: null,
    firstSeenAt: at,
    lastSeenAt: at,
  };
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
