import { maskContacts } from "@zhenggai/notice";
import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { StoredChange } from "@zhenggai/notice";
import type { Store } from "@zhenggai/store";
import { Feed } from "feed";
import { type Channel, deliverable } from "./notify-stage.ts";

const newest = 200;

/** The Atom feed of the newest changes, made whole from the store. */
export function atomFeed(changes: readonly StoredChange[]): string {
  const feed = new Feed({
    id: "urn:zhenggai:changes",
    title: "整改通报变化 / changes of rectification notices",
    author: { name: "zhenggai" },
    copyright: "facts quoted from public notices",
    updated: new Date(changes[0]?.firstSeenAfterAt ?? 0),
    generator: "zhenggai",
  });
  for (const { _id, change, firstSeenAfterAt, noticeIds } of changes) {
    feed.addItem({
      id: `urn:zhenggai:change:${_id}`,
      title: markupOf(change.summary.zh),
      description: markupOf(change.summary.en),
      link: `urn:zhenggai:notice:${encodeURIComponent(noticeIds.after)}`,
      date: new Date(firstSeenAfterAt),
      category: [{ name: change.kind, term: change.kind }],
    });
  }
  return feed.atom1();
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** What XML 1.0 can't hold, however it is escaped. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A summary quotes pages, and the feed's titles are markup: a quoted tag must stay text. Contact details are masked. */
function markupOf(text: string): string {
  return maskContacts(text)
    .replace(forbidden, "")
    .replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/**
 * Writes the feed file anew for a change; changes that arrive while it is being written share the next writing. The file is
 * replaced in one step, so a reader never sees half of it, and only where no other process has replaced it since the changes
 * were read: theirs may be newer.
 */
export function feedChannel(path: string, store: Pick<Store, "changes">): Channel {
  const write = async (): Promise<void> => {
    for (let written = false; !written;) {
      const seen = stampOf(path);
      written = replaced(path, atomFeed(await newestDeliverable(store)), seen);
    }
  };
  const rewrite = sharedWriting(write);
  return {
    name: "feed",
    deliver: async () => {
      await rewrite();
      return 200;
    },
  };
}

/** Reads on where a column's new typography fills the newest changes with cosmetic ones. */
async function newestDeliverable(store: Pick<Store, "changes">): Promise<StoredChange[]> {
  for (let limit = newest; ; limit *= 4) {
    const changes = await store.changes.list(limit);
    const kept = changes.filter(deliverable);
    if (kept.length >= newest || changes.length < limit) return kept.slice(0, newest);
  }
}

/** Runs one writing at a time; a call during one is answered by the next, which began after the call. */
function sharedWriting(write: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const begin = async (after: Promise<void>): Promise<void> => {
    await after.catch(() => undefined);
    next = null;
    running = write();
    return running;
  };
  return () => {
    next ??= begin(running);
    return next;
  };
}

/** Tells one state of a file from another; null where there is none. */
function stampOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.ino}.${stats.mtimeNs}`;
}

/** Replaces the file where it is still as it was seen; says whether it was. */
function replaced(path: string, text: string, seen: string | null): boolean {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  writeFileSync(temporary, text);
  if (stampOf(path) === seen) {
    renameSync(temporary, path);
    return true;
  }
  rmSync(temporary);
  return false;
}
