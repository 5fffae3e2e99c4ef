import type { Db } from "mongodb";
import type { DocumentOf, StoreCollections } from "../document-schemas.ts";
import { type ToFault, withFaults } from "./with-faults.ts";

/** The driver's collections, as they are but for what their methods throw. */
export function mongoCollections(db: Db, toFault: ToFault): StoreCollections {
  const raw: StoreCollections = {
    sources: db.collection<DocumentOf<"sources">>("sources"),
    runs: db.collection<DocumentOf<"runs">>("runs"),
    blobs: db.collection<DocumentOf<"blobs">>("blobs"),
    pages: db.collection<DocumentOf<"pages">>("pages"),
    captures: db.collection<DocumentOf<"captures">>("captures"),
    versions: db.collection<DocumentOf<"versions">>("versions"),
    series: db.collection<DocumentOf<"series">>("series"),
    notices: db.collection<DocumentOf<"notices">>("notices"),
    changes: db.collection<DocumentOf<"changes">>("changes"),
    finding_chains: db.collection<DocumentOf<"finding_chains">>("finding_chains"),
    traces: db.collection<DocumentOf<"traces">>("traces"),
    hosts: db.collection<DocumentOf<"hosts">>("hosts"),
    issues: db.collection<DocumentOf<"issues">>("issues"),
  };
  return {
    sources: withFaults(raw.sources, toFault),
    runs: withFaults(raw.runs, toFault),
    blobs: withFaults(raw.blobs, toFault),
    pages: withFaults(raw.pages, toFault),
    captures: withFaults(raw.captures, toFault),
    versions: withFaults(raw.versions, toFault),
    series: withFaults(raw.series, toFault),
    notices: withFaults(raw.notices, toFault),
    changes: withFaults(raw.changes, toFault),
    finding_chains: withFaults(raw.finding_chains, toFault),
    traces: withFaults(raw.traces, toFault),
    hosts: withFaults(raw.hosts, toFault),
    issues: withFaults(raw.issues, toFault),
  };
}
