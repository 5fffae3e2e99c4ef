import type { Filter, FindOptions } from "./collection.ts";
import type { StoreCollections } from "./document-schemas.ts";
import type { CanonicalDump } from "./store.ts";

/** Depend on when and how often something ran, not on what the captures say. Instants (`…At`) are dropped by their name. */
const volatileFields = new Set([
  "rev",
  "seriesRev",
  "readingRev",
  "lastRunId",
  "lastOutcome",
  "deliveries",
  "validators",
  // The Date header of a response.
  "date",
]);

type Readable = { find(filter: Filter, options?: FindOptions): { toArray(): Promise<{ readonly _id: string }[]> } };

/**
 * Everything that is a function of the set of captures, in one canonical form: equal sets of captures give equal dumps,
 * whatever the order, repetitions and crashes on the way. Runs, sources, series, hosts and issues are not such functions.
 */
export async function dumpCollections(collections: StoreCollections): Promise<CanonicalDump> {
  const { pages, blobs, captures, versions, notices, changes, finding_chains: chains, traces } = collections;
  return {
    pages: await dumpCollection(pages, {}),
    blobs: await dumpCollection(blobs, {}, { projection: { bytes: 0 } }),
    captures: await dumpCollection(captures, {}),
    versions: await dumpCollection(versions, {}),
    notices: await dumpCollection(notices, {}),
    changes: await dumpCollection(changes, { state: "current" }),
    finding_chains: await dumpCollection(chains, {}),
    // A series that lost its last capture leaves an empty trace behind, which only its rev is kept of.
    traces: await dumpCollection(traces, { "keys.0": { $exists: true } }),
  };
}

async function dumpCollection(collection: Readable, filter: Filter, options: FindOptions = {}): Promise<unknown[]> {
  const documents = await collection.find(filter, options).toArray();
  return documents.sort((left, right) => (left._id < right._id ? -1 : 1)).map(canonical);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([field]) => !volatileFields.has(field) && !field.endsWith("At"));
  const sorted = kept.sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(sorted.map(([field, inner]) => [field, canonical(inner)]));
}
