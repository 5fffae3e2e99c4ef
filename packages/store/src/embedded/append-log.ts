import { closeSync, fdatasync, fstatSync, fsyncSync, ftruncateSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { Fault } from "@zhenggai/notice";
import type { StoredDocument } from "../collection.ts";
import { encodeLine, type LogEntry, type LooseDocument } from "./log-line.ts";
import { readLog } from "./read-log.ts";

export type AppendLog = {
  /** The documents that the file holds, as of opening. */
  readonly documents: Map<string, LooseDocument>;
  /** Returns once the operating system has the lines: they survive the death of this process, also by SIGKILL. */
  readonly append: (entries: readonly LogEntry<StoredDocument>[]) => void;
  /** Brings everything to the disk and closes the file. */
  readonly close: () => void;
};

/** Power may fail: what was appended reaches the disk within this time. */
const flushWithinMs = 100;

/** A file is rewritten on opening when most of its lines are outdated. */
const worthCompacting = (lines: number, documents: number): boolean => lines > 2 * documents + 100;

/** Opens one collection's file: replays it, compacts it where that is worth it, then appends. */
export function openAppendLog(path: string, onRecovered: (text: string) => void): AppendLog {
  const { documents, lines } = readLog(path, onRecovered);
  if (worthCompacting(lines, documents.size)) rewrite(path, documents);
  const file = openSync(path, "a");
  const flusher = flushSoon(file);
  let size = fstatSync(file).size;
  return {
    documents,
    append: (entries) => {
      flusher.check();
      const bytes = Buffer.from(entries.map(encodeLine).join(""), "utf8");
      try {
        writeWhole(file, bytes);
      } catch (error) {
        // Half a line in the middle of the file would be damage; a later write must not follow it.
        ftruncateSync(file, size);
        throw new Fault("E2006", { value: path, why: "the file can't be written (disk full?)", cause: error });
      }
      size += bytes.length;
      flusher.wrote();
    },
    close: () => {
      flusher.stop();
      fsyncSync(file);
      closeSync(file);
    },
  };
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

/** Write beside, bring to disk, rename: at any moment the path names a whole file, the old or the new. */
function rewrite(path: string, documents: ReadonlyMap<string, LooseDocument>): void {
  const beside = `${path}.new`;
  const file = openSync(beside, "w");
  for (const document of documents.values()) writeWhole(file, Buffer.from(encodeLine({ put: document }), "utf8"));
  fsyncSync(file);
  closeSync(file);
  renameSync(beside, path);
  const folder = openSync(dirname(path), "r");
  fsyncSync(folder);
  closeSync(folder);
}

function flushSoon(file: number) {
  let timer: NodeJS.Timeout | null = null;
  let failure: Error | null = null;
  let isStopped = false;
  const flush = (): void => {
    timer = null;
    fdatasync(file, (error) => {
      if (!isStopped) failure ??= error;
    });
  };
  return {
    wrote: (): void => {
      timer ??= setTimeout(flush, flushWithinMs).unref();
    },
    /** After a failed flush nobody knows what the disk holds: no further write is acknowledged. */
    check: (): void => {
      if (failure !== null) throw new Fault("E2006", { why: "the disk did not take earlier writes", cause: failure });
    },
    stop: (): void => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
