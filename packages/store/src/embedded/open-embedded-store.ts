import { join } from "node:path";
import { Fault } from "@zhenggai/notice";
import { createStore } from "../create-store.ts";
import {
  type CollectionName,
  collectionNames,
  documentSchemas as schemas,
  type StoreCollections,
} from "../document-schemas.ts";
import { indexes } from "../indexes.ts";
import type { Store } from "../store.ts";
import { type AppendLog, openAppendLog } from "./append-log.ts";
import { embeddedCollection } from "./embedded-collection.ts";
import { lockFolder } from "./folder-lock.ts";

export type EmbeddedOptions = {
  /** Holds one file per collection and a lock; null keeps everything in memory. */
  readonly folder: string | null;
  /** Told, in one sentence, when the unreadable end of a file was cut off on opening. */
  readonly onRecovered?: (text: string) => void;
};

/**
 * The store without a database, for one process: demo, CLI and tests. What is acknowledged survives SIGKILL, and reaches the
 * disk within 100 ms. Throws E2007 where another process has the folder, E2006 where a file is damaged or can't be written.
 */
export async function openEmbeddedStore({ folder, onRecovered }: EmbeddedOptions): Promise<Store> {
  const files = folder === null ? null : openFiles(folder, onRecovered ?? (() => undefined));
  let isOpen = true;
  const checkOpen = (): void => {
    if (!isOpen) throw new Fault("E3001", { value: folder ?? "memory", why: "the embedded store is closed" });
  };
  return createStore(openCollections(files, checkOpen), {
    ping: async () => checkOpen(),
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      files?.close();
    },
  });
}

type Files = { readonly logs: ReadonlyMap<CollectionName, AppendLog>; readonly close: () => void };

function openFiles(folder: string, onRecovered: (text: string) => void): Files {
  const lock = lockFolder(folder);
  const logs = new Map<CollectionName, AppendLog>();
  const close = (): void => {
    for (const log of logs.values()) log.close();
    lock.release();
  };
  try {
    for (const name of collectionNames) logs.set(name, openAppendLog(join(folder, `${name}.ejsonl`), onRecovered));
  } catch (error) {
    close();
    throw error;
  }
  return { logs, close };
}

function openCollections(files: Files | null, checkOpen: () => void): StoreCollections {
  const parts = (name: CollectionName) => ({ indexes: indexes[name], log: files?.logs.get(name) ?? null, checkOpen });
  return {
    sources: embeddedCollection({ schema: schemas.sources, ...parts("sources") }),
    runs: embeddedCollection({ schema: schemas.runs, ...parts("runs") }),
    blobs: embeddedCollection({ schema: schemas.blobs, ...parts("blobs") }),
    pages: embeddedCollection({ schema: schemas.pages, ...parts("pages") }),
    captures: embeddedCollection({ schema: schemas.captures, ...parts("captures") }),
    versions: embeddedCollection({ schema: schemas.versions, ...parts("versions") }),
    series: embeddedCollection({ schema: schemas.series, ...parts("series") }),
    notices: embeddedCollection({ schema: schemas.notices, ...parts("notices") }),
    changes: embeddedCollection({ schema: schemas.changes, ...parts("changes") }),
    finding_chains: embeddedCollection({ schema: schemas.finding_chains, ...parts("finding_chains") }),
    traces: embeddedCollection({ schema: schemas.traces, ...parts("traces") }),
    hosts: embeddedCollection({ schema: schemas.hosts, ...parts("hosts") }),
    issues: embeddedCollection({ schema: schemas.issues, ...parts("issues") }),
  };
}
