import type { CollectionName } from "./document-schemas.ts";

export type IndexSpec = { readonly key: Readonly<Record<string, 1 | -1>>; readonly unique?: true };

/**
 * Every index beside `_id`; connecting creates those that are missing. Each one serves the queries named after it. A field
 * that is asked for by range stands last or first and ascends: SecantusDB 0.7.0b3 (tests) loses rows of `$gt` on a descending
 * field, and the equal rows of `$lte` on a field between two others. MongoDB reads the same indexes backwards as well.
 */
export const indexes: Readonly<Record<CollectionName, readonly IndexSpec[]>> = {
  sources: [],
  runs: [
    { key: { slot: -1, _id: 1 } }, // list
    { key: { sourceId: 1, slot: -1, _id: 1 } }, // list of a source
    { key: { state: 1, slot: 1, _id: 1 } }, // listOpen
  ],
  blobs: [],
  pages: [
    { key: { sourceId: 1, nextCheckAt: 1 } }, // listDue
    { key: { sourceId: 1, _id: 1 } }, // list of a source
  ],
  captures: [
    { key: { pageId: 1, sequence: 1 }, unique: true }, // identity; latestOfPage, listOfPages
    { key: { "reading.extractor": 1, _id: 1 } }, // listUnread
    { key: { "reading.seriesId": 1, _id: 1 } }, // listOfSeries, markPending
    { key: { pendingSeries: 1, _id: 1 } }, // listOfSeries, listPendingSeries
  ],
  versions: [{ key: { seriesId: 1, _id: 1 } }], // listOfSeries, removeOlder
  series: [{ key: { "claims.at": 1, _id: 1 } }], // listStaleClaims
  notices: [
    { key: { seriesId: 1, seriesRev: 1 } }, // the sweep of series.write
    { key: { "reading.publishedOn": 1, _id: -1 } }, // list, read backwards
    { key: { "reading.publishedOn.approximate": 1, _id: -1 } }, // list, vague dates
  ],
  changes: [
    { key: { seriesId: 1, seriesRev: 1 } }, // the sweep of series.write
    { key: { state: 1, firstSeenAfterAt: -1, _id: 1 } }, // list
    { key: { state: 1, "change.origin": 1, _id: 1 } }, // listUndelivered
  ],
  finding_chains: [
    { key: { seriesId: 1, seriesRev: 1 } }, // the sweep of series.write
    { key: { timesNamed: 1, _id: 1 } }, // list, read backwards
  ],
  traces: [
    { key: { keys: 1, _id: 1 } }, // peersOf
    { key: { "known.seriesId": 1, _id: 1 } }, // peersOf
  ],
  hosts: [],
  issues: [{ key: { lastSeenAt: -1, _id: 1 } }], // list
};
