import {
  type SeriesContext,
  type SeriesEvidence,
  type SeriesInput,
  type TraceKeys,
  hostAmong,
  isPageSeries,
  possibleHosts,
  sinksAmong,
  templatesAmong,
  traceDigest,
  traceKeysOf,
} from "@zhenggai/comparison";
import type { StoredTrace } from "@zhenggai/notice";
import type { CompareDeps } from "./compare-stage.ts";
import { loadEvidence } from "./load-evidence.ts";

/** A series among the others: its trace as it was put, and what it must know of them. */
export type Surroundings = { readonly trace: StoredTrace; readonly context: SeriesContext };

type Claimed = { readonly input: SeriesInput; readonly rev: number };

/**
 * Puts the trace of a series and reads those of its peers. Two series that meet at the same time can't miss each other: both put
 * theirs before they read. Peers that have read another state of this one are made pending. Null where a later claim's trace stands.
 */
export async function meetPeers({ input, rev }: Claimed, deps: CompareDeps): Promise<Surroundings | null> {
  const { traces } = deps.store;
  const { seriesId } = input;
  const predecessorIds = deps.predecessorsOf?.(seriesId) ?? [];
  const keys = traceKeysOf(input, predecessorIds);
  const before = await traces.get(seriesId);
  const first = traceAs({ input, rev }, keys, before, before?.joins ?? null);
  if (!(await traces.put(first))) return null;
  const query = { seriesId, isPage: first.isPage, copyKeys: keys.copyKeys, otherKeys: keys.otherKeys };
  const peers = await traces.peersOf(query);
  const joins = await joinedSeries(input, peers, deps);
  const known = peers.map((peer) => ({ seriesId: peer._id, digest: peer.digest }));
  const trace = { ...traceAs({ input, rev }, keys, before, joins), known: input.captures.length === 0 ? [] : known };
  if (!(await traces.put(trace))) return null;
  await awaken(peers, trace, deps);
  const evidenceOf = (ids: readonly string[]) => Promise.all(ids.map((id) => loadEvidence(id, deps.store)));
  const guests = peers.filter((peer) => peer.isPage && peer.joins === seriesId).map(({ _id }) => _id);
  const inherited = peers.map(({ _id }) => _id).filter((id) => predecessorIds.includes(id));
  const context = {
    guests: await evidenceOf(guests),
    predecessors: await evidenceOf(inherited),
    sinks: sinksAmong(keys, peers),
    templates: templatesAmong(keys, peers),
  };
  return { trace, context };
}

function traceAs(
  { input, rev }: Claimed,
  keys: TraceKeys,
  before: StoredTrace | null,
  joins: string | null,
): StoredTrace {
  const { seriesId } = input;
  return {
    _id: seriesId,
    rev,
    isPage: isPageSeries(seriesId),
    // A series that lost its last capture shows nothing any more.
    keys: input.captures.length === 0 ? [] : [...keys.copyKeys, ...keys.otherKeys],
    marks: [...keys.marks],
    joins,
    settled: before?.settled ?? null,
    digest: traceDigest(input, keys, joins),
    known: before?.known ?? [],
  };
}

async function joinedSeries(
  own: SeriesEvidence,
  peers: readonly StoredTrace[],
  deps: CompareDeps,
): Promise<string | null> {
  const hosts = possibleHosts(own.seriesId, peers);
  return hostAmong(own, await Promise.all(hosts.map(({ _id }) => loadEvidence(_id, deps.store))));
}

/** The pending mark is what counts; the job only makes it quick. */
async function awaken(peers: readonly StoredTrace[], trace: StoredTrace, deps: CompareDeps): Promise<void> {
  for (const peer of peers) {
    const seen = peer.known.find(({ seriesId }) => seriesId === trace._id);
    if (seen?.digest === trace.digest) continue;
    if (await deps.store.captures.markPending(peer._id)) await deps.queue.send("compare", [{ seriesId: peer._id }]);
  }
}
