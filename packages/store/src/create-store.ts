import { blobsStore } from "./collections/blobs.ts";
import { capturesStore } from "./collections/captures.ts";
import { chainsStore } from "./collections/chains.ts";
import { changesStore } from "./collections/changes.ts";
import { hostsStore } from "./collections/hosts.ts";
import { issuesStore } from "./collections/issues.ts";
import { noticesStore } from "./collections/notices.ts";
import { pagesStore } from "./collections/pages.ts";
import { runsStore } from "./collections/runs.ts";
import { seriesStore } from "./collections/series.ts";
import { sourcesStore } from "./collections/sources.ts";
import { tracesStore } from "./collections/traces.ts";
import { versionsStore } from "./collections/versions.ts";
import type { StoreCollections } from "./document-schemas.ts";
import { dumpCollections } from "./dump.ts";
import type { Store } from "./store.ts";

/** Assembles the store over the collections of one supplier. */
export function createStore(collections: StoreCollections, supplier: Pick<Store, "ping" | "close">): Store {
  return {
    sources: sourcesStore(collections.sources),
    runs: runsStore(collections.runs),
    blobs: blobsStore(collections.blobs),
    pages: pagesStore(collections.pages),
    captures: capturesStore(collections.captures),
    versions: versionsStore(collections.versions),
    series: seriesStore(collections),
    notices: noticesStore(collections.notices),
    changes: changesStore(collections.changes),
    chains: chainsStore(collections.finding_chains),
    traces: tracesStore(collections.traces),
    hosts: hostsStore(collections.hosts),
    issues: issuesStore(collections.issues),
    ping: supplier.ping,
    dump: () => dumpCollections(collections),
    close: supplier.close,
  };
}
