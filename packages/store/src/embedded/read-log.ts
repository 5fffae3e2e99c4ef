import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync } from "node:fs";
import { Fault } from "@zhenggai/notice";
import { decodeLine, type LogEntry, type LooseDocument } from "./log-line.ts";

export type ReadLog = { readonly documents: Map<string, LooseDocument>; readonly lines: number };

const newline = 10;

/**
 * Replays a collection's file. A process that was killed, or a machine that lost power, may leave an unreadable tail: it was
 * never acknowledged as safe, is cut off, and `onRecovered` is told. An unreadable line that readable ones follow is damage of
 * another kind: E2006, nothing is touched.
 */
export function readLog(path: string, onRecovered: (text: string) => void): ReadLog {
  const documents = new Map<string, LooseDocument>();
  if (!existsSync(path)) return { documents, lines: 0 };
  const bytes = readFileSync(path);
  let readTo = 0;
  let lines = 0;
  let brokenLine: number | null = null;
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(newline, start);
    const entry = end === -1 ? null : tryDecode(bytes.toString("utf8", start, end));
    lines += 1;
    if (entry !== null && brokenLine !== null) {
      throw new Fault("E2006", { value: `${path}:${brokenLine}`, why: "a line in the middle of the file is damaged" });
    }
    if (entry === null) {
      brokenLine ??= lines;
    } else {
      apply(documents, entry);
      readTo = end + 1;
    }
    start = end === -1 ? bytes.length : end + 1;
  }
  if (readTo < bytes.length) cutTail(path, { from: readTo, to: bytes.length }, onRecovered);
  return { documents, lines };
}

function tryDecode(line: string): LogEntry<LooseDocument> | null {
  try {
    return decodeLine(line);
  } catch {
    return null;
  }
}

function apply(documents: Map<string, LooseDocument>, entry: LogEntry<LooseDocument>): void {
  if ("put" in entry) documents.set(entry.put._id, entry.put);
  else documents.delete(entry.delete);
}

function cutTail(path: string, tail: { from: number; to: number }, onRecovered: (text: string) => void): void {
  const file = openSync(path, "r+");
  try {
    ftruncateSync(file, tail.from);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  onRecovered(`${path}: the last write was cut off; ${tail.to - tail.from} bytes at byte ${tail.from} were dropped`);
}
