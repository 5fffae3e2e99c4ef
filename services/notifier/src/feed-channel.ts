import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { StoredChange } from "@zhenggai/notice";
import { maskContacts } from "@zhenggai/runtime";
import type { Store } from "@zhenggai/store";
import { Feed } from "feed";
import type { Channel } from "./notify-stage.ts";

const newest = 200;

/** The Atom feed of the newest changes, made whole from the store. */
export function atomFeed(changes: readonly StoredChange[]): string {
  const feed = new Feed({
    id: "urn:zhenggai:changes",
    title: "整改通报变化 / changes of rectification notices",
    copyright: "facts quoted from public notices",
    updated: new Date(changes[0]?.firstSeenAfterAt ?? 0),
    generator: "zhenggai",
  });
  for (const { _id, change, firstSeenAfterAt, noticeIds } of changes) {
    feed.addItem({
      id: `urn:zhenggai:change:${_id}`,
      title: maskContacts(change.summary.zh),
      description: maskContacts(change.summary.en),
      link: `urn:zhenggai:notice:${encodeURIComponent(noticeIds.after)}`,
      date: new Date(firstSeenAfterAt),
      category: [{ name: change.kind }],
    });
  }
  return feed.atom1();
}

/**
 * Writes the feed file anew for a change; changes that arrive while it is being written share the next writing. The file is
 * replaced in one step, so a reader never sees half of it.
 */
export function feedChannel(path: string, store: Pick<Store, "changes">): Channel {
  const write = async (): Promise<void> => {
    const changes = await store.changes.list(newest);
    writeWhole(path, atomFeed(changes.filter(({ change }) => change.severity !== "cosmetic")));
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

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
