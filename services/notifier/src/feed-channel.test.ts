import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoredChange } from "@zhenggai/notice";
import { type Store, openEmbeddedStore } from "@zhenggai/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { atomFeed, feedChannel } from "./feed-channel.ts";
import { at, changeRow, writeChanges } from "./sample-change.fixture.ts";

let store: Store;
let folder: string;
beforeEach(async () => {
  store = await openEmbeddedStore({ folder: null });
  folder = mkdtempSync(join(tmpdir(), "zhenggai-feed-"));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const signal = new AbortController().signal;
const current = async (...rows: ReturnType<typeof changeRow>[]): Promise<StoredChange[]> => {
  await writeChanges(store, ...rows);
  return store.changes.list(1_000);
};
async function stored(changeId: string): Promise<StoredChange> {
  const change = await store.changes.get(changeId);
  if (change === null) throw new Error("no such change");
  return change;
}

/** Names of the elements, in order of opening; throws where the XML is not well-formed. */
function elements(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const bare = xml.replace(/<\?xml[^]*?\?>/, "").replaceAll(/<!\[CDATA\[[^]*?\]\]>/g, "");
  for (const [, closing, name = "", attributes = "", selfClosing] of bare.matchAll(
    /<(\/)?([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/)?>/g,
  )) {
    if (closing === undefined) names.push(`${name}${attributes}`);
    if (closing === undefined && selfClosing === undefined) open.push(name);
    if (closing !== undefined && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
  }
  if (open.length > 0) throw new Error(`${open.join()} left open`);
  if (/[<>]|&(?!\w+;|#\d+;)/.test(bare.replaceAll(/<[^<>]*>/g, ""))) throw new Error("markup in text");
  return names;
}
const count = (xml: string, name: string): number =>
  elements(xml).filter((element) => element.split(" ")[0] === name).length;

describe("the Atom feed", () => {
  it("has what RFC 4287 asks of a feed and of each of its entries", async () => {
    const xml = atomFeed(await current(changeRow(1), changeRow(2)));
    const names = elements(xml);
    expect(names[0]).toBe('feed xmlns="http://www.w3.org/2005/Atom"');
    expect(count(xml, "author")).toBe(1);
    expect(count(xml, "entry")).toBe(2);
    for (const name of ["id", "title", "updated"]) expect(count(xml, name), name).toBe(3);
    expect(names.filter((name) => name.startsWith("category"))).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('term="figure-changed"')),
    );
  });

  it("names each change by its id for good, newest first, and is as old as the newest", async () => {
    const xml = atomFeed(await current(changeRow(1), changeRow(2)));
    expect([...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)).toEqual([
      "urn:zhenggai:changes",
      "urn:zhenggai:change:change-0002",
      "urn:zhenggai:change:change-0001",
    ]);
    expect([...xml.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, time]) => time)).toEqual([at(2), at(2), at(1)]);
  });

  it("is the same for the same changes: nothing of the clock is in it", async () => {
    const changes = await current(changeRow(1));
    expect(atomFeed(changes)).toBe(atomFeed(changes));
    expect(atomFeed([])).toBe(atomFeed([]));
    expect(elements(atomFeed([])).length).toBeGreaterThan(3);
  });

  it("masks contact details", async () => {
    const xml = atomFeed(
      await current(changeRow(1, { summary: { zh: "电话0990-5550123改为13800138000", en: "a@b.example" } })),
    );
    expect(xml).toContain("电话****改为****");
    expect(xml).not.toMatch(/5550123|13800138000|b\.example/);
  });

  it("quotes markup and odd characters as text: a page can't put a script into the feed", async () => {
    const zh = "标题改为“<script>a&b</script>]]>”\u0000\u000B\uFFFE\uD800。";
    const xml = atomFeed(await current(changeRow(1, { summary: { zh, en: "]]><entry>" } })));
    expect(count(xml, "entry")).toBe(1);
    expect(xml).toContain("&lt;script&gt;a&amp;b&lt;/script&gt;]]&gt;”。");
    for (const forbidden of ["<script", "\u0000", "\u000B", "\uFFFE"]) expect(xml).not.toContain(forbidden);
  });
});

describe("the feed channel", () => {
  const path = (): string => join(folder, "deep", "feed.atom");

  it("writes the file, in a folder that it makes, and says 200", async () => {
    await current(changeRow(1));
    const channel = feedChannel(path(), store);
    expect(channel.name).toBe("feed");
    await expect(channel.deliver(await stored("change-0001"), signal)).resolves.toBe(200);
    expect(readFileSync(path(), "utf8")).toContain("change-0001");
  });

  it("leaves out what is cosmetic, withdrawn or only our own re-extraction", async () => {
    await current(changeRow(1));
    await current(changeRow(2), changeRow(3, { severity: "cosmetic" }), changeRow(4, { origin: "re-extraction" }));
    await feedChannel(path(), store).deliver(await stored("change-0002"), signal);
    const ids = [...readFileSync(path(), "utf8").matchAll(/change:(change-\d+)/g)].map(([, id]) => id);
    expect(ids).toEqual(["change-0002"]);
  });

  it("shows the newest 200, however many cosmetic ones are newer", async () => {
    const delivered = Array.from({ length: 205 }, (_, index) => changeRow(index + 1));
    const cosmetic = Array.from({ length: 300 }, (_, index) => changeRow(index + 1_000, { severity: "cosmetic" }));
    await current(...delivered, ...cosmetic);
    await feedChannel(path(), store).deliver(await stored("change-0205"), signal);
    const xml = readFileSync(path(), "utf8");
    expect(count(xml, "entry")).toBe(200);
    expect(xml).toContain("change-0205");
    expect(xml).not.toContain("change-0005<");
  });

  it("replaces the file in one step: a reader has the old or the new one whole, and nothing is left beside it", async () => {
    await current(changeRow(1));
    const channel = feedChannel(path(), store);
    await channel.deliver(await stored("change-0001"), signal);
    const before = { file: statSync(path()).ino, reader: readFileSync(path()) };
    await current(changeRow(1), changeRow(2));
    await channel.deliver(await stored("change-0002"), signal);
    expect(statSync(path()).ino).not.toBe(before.file);
    expect(readFileSync(path()).length).toBeGreaterThan(before.reader.length);
    expect(readdirSync(join(folder, "deep"))).toEqual(["feed.atom"]);
  });

  it("shares writings between deliveries that come at once; each change is in the file when its delivery is done", async () => {
    const ids = Array.from({ length: 30 }, (_, index) => changeRow(index + 1));
    let writings = 0;
    const counting = {
      changes: {
        ...store.changes,
        list: async (limit: number) => {
          writings += 1;
          const listed = await store.changes.list(limit);
          await new Promise((resolve) => setTimeout(resolve, 5));
          return listed;
        },
      },
    };
    const channel = feedChannel(path(), counting);
    const deliveries: Promise<void>[] = [];
    for (const [index, row] of ids.entries()) {
      await writeChanges(store, ...ids.slice(0, index + 1));
      const deliver = async (): Promise<void> => {
        await channel.deliver(await stored(row._id), signal);
        expect(readFileSync(path(), "utf8")).toContain(row._id);
      };
      deliveries.push(deliver());
    }
    await Promise.all(deliveries);
    expect(writings).toBeLessThan(ids.length);
  });

  it("keeps what another process has written since it read: no feed goes back behind a delivery", async () => {
    await current(changeRow(1));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = {
      changes: {
        ...store.changes,
        list: async (limit: number) => {
          const listed = await store.changes.list(limit);
          await held;
          return listed;
        },
      },
    };
    const overtaken = feedChannel(path(), slow).deliver(await stored("change-0001"), signal);
    await current(changeRow(1), changeRow(2));
    await feedChannel(path(), store).deliver(await stored("change-0002"), signal);
    release();
    await overtaken;
    expect(readFileSync(path(), "utf8")).toContain("change-0002");
    expect(readdirSync(join(folder, "deep"))).toEqual(["feed.atom"]);
  });

  it("fails where the file can't be written, and works again afterwards", async () => {
    await current(changeRow(1));
    let isDown = true;
    const failing = {
      changes: {
        ...store.changes,
        list: (limit: number) => (isDown ? Promise.reject(new Error("down")) : store.changes.list(limit)),
      },
    };
    const channel = feedChannel(path(), failing);
    await expect(channel.deliver(await stored("change-0001"), signal)).rejects.toThrow("down");
    isDown = false;
    await expect(channel.deliver(await stored("change-0001"), signal)).resolves.toBe(200);
  });
});
