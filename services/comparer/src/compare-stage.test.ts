import { Fault, type StoredCapture, type StoredNotice } from "@zhenggai/notice";
import { at, seriesId } from "@zhenggai/notice/sample-documents";
import { type EmbeddedQueue } from "@zhenggai/queues";
import { type Store, openEmbeddedStore } from "@zhenggai/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CompareDeps, compareStage } from "./compare-stage.ts";
import { captureOf, reading, versionOf } from "./sample-series.fixture.ts";

let store: Store;
let sent: string[];

beforeEach(async () => {
  store = await openEmbeddedStore({ folder: null });
  sent = [];
});
afterEach(() => store.close());

const send: EmbeddedQueue["send"] = async (name, payloads) => {
  sent.push(...payloads.map((payload) => `${name} ${Object.values(payload).join()}`));
};
const stage = (deps: Partial<CompareDeps> = {}) =>
  compareStage({ store, queue: { send }, rankOf: () => "official", now: () => new Date(at(60)), ...deps }, 1);
const context = { jobId: "compare", attempt: 1, signal: new AbortController().signal };
const compare = (deps: Partial<CompareDeps> = {}): Promise<void> => stage(deps).handle({ seriesId }, context);

async function save(capture: StoredCapture, text?: string): Promise<void> {
  await store.captures.insert({ ...capture, reading: null });
  if (text !== undefined) await store.versions.put(versionOf(capture, text));
  if (capture.reading !== null) await store.captures.setReading(capture._id, capture.reading, [seriesId]);
}

/** Reads a stored capture anew, as this one was read. */
async function reread(captureId: string, like: StoredCapture): Promise<void> {
  if (like.reading !== null) await store.captures.setReading(captureId, like.reading, [seriesId]);
}

/** One page whose notice was edited: 12 sites became 21. */
async function saveEdited(): Promise<void> {
  await save(captureOf(1, "a"), reading("12处"));
  await save(captureOf(2, "b"), reading("21处"));
}

const pending = async (): Promise<string[][]> =>
  (await store.captures.listOfSeries(seriesId)).map((capture) => capture.pendingSeries);
const soleNotice = async (): Promise<StoredNotice> => {
  const [notice, ...others] = await store.notices.list(10);
  expect(others).toEqual([]);
  if (notice === undefined) throw new Error("no notice");
  return notice;
};

describe("a comparison of a series", () => {
  it("writes its notices and changes, acknowledges what was pending, and sends the changes to be delivered", async () => {
    await saveEdited();
    await compare();
    expect(await soleNotice()).toMatchObject({ seriesId, versionIds: ["notice-1@a", "notice-1@b"], presence: "seen" });
    const [change, ...others] = await store.changes.list(10);
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      seriesId,
      state: "current",
      lastSeenBeforeAt: at(10),
      firstSeenAfterAt: at(20),
      versionIds: { before: "notice-1@a", after: "notice-1@b" },
      change: { origin: "site", before: { text: expect.stringContaining("12") } },
    });
    expect(await pending()).toEqual([[], []]);
    expect(sent).toEqual([`notify ${change?._id}`]);
  });

  it("of one response that is read otherwise now says so, and sends nothing: our change is not theirs", async () => {
    await save(captureOf(1, "a"), reading("12处"));
    const { blobId } = captureOf(1, "a");
    await save(captureOf(2, "b", { blobId }), reading("21处"));
    await compare();
    expect((await store.changes.list(10)).map(({ change }) => change.origin)).toEqual(["re-extraction"]);
    expect(sent).toEqual([]);
  });

  it("done again ends in the same", async () => {
    await saveEdited();
    await compare();
    const once = await store.dump();
    await compare();
    expect(await store.dump()).toEqual(once);
  });

  it("takes the absence of the page into account: the notice is gone, which is a change", async () => {
    await save(captureOf(1, "a"), reading("12处"));
    const absent = captureOf(2, null, { status: 404, blobId: null, absence: "confirmed" });
    await save(absent);
    await compare();
    expect((await soleNotice()).presence).toBe("gone");
    expect((await store.changes.list(10)).map(({ change }) => change.kind)).toEqual(["page-removed"]);
    expect(await store.captures.listPendingSeries(10)).toEqual([]);
  });

  it("leads with the page whose source ranks highest", async () => {
    const copy = { pageId: "http://zhuanzai.example/1", sourceId: "zhuanzai" };
    await save(captureOf(1, "a", copy), reading("12处"));
    await save(captureOf(2, "b"), reading("21处"));
    const rankOf: CompareDeps["rankOf"] = (sourceId) => (sourceId === "zhuanzai" ? "repost" : "official");
    await compare({ rankOf });
    expect((await soleNotice()).currentVersionId).toBe("notice-1@b");
    await compare({ rankOf: (sourceId) => (sourceId === "zhuanzai" ? "official" : "repost") });
    expect((await soleNotice()).currentVersionId).toBe("notice-1@a");
  });

  it("withdraws what no longer follows, and keeps its deliveries", async () => {
    await saveEdited();
    await compare();
    const [change] = await store.changes.list(10);
    if (change === undefined) throw new Error("no change");
    await store.changes.recordDelivery(change._id, "feed", { at: at(61), status: 200 });
    // A better reading of the second capture: it is the same version after all.
    await reread("capture-2", captureOf(2, "a"));
    await compare();
    expect(await store.changes.list(10)).toEqual([]);
    expect(await store.changes.get(change._id)).toMatchObject({
      state: "withdrawn",
      deliveries: { feed: { status: 200 } },
    });
  });

  it("that a later one has overtaken acknowledges nothing and sends nothing", async () => {
    await saveEdited();
    const overtaken = {
      ...store.captures,
      listOfPages: async (pageIds: readonly string[]) => {
        const loaded = await store.captures.listOfPages(pageIds);
        await store.series.claim(seriesId, at(61));
        return loaded;
      },
    };
    await compare({ store: { ...store, captures: overtaken } });
    expect(await pending()).toEqual([[seriesId], [seriesId]]);
    expect(sent).toEqual([]);
    await compare();
    expect(await pending()).toEqual([[], []]);
  });

  it("does not acknowledge a capture that was read anew meanwhile", async () => {
    await saveEdited();
    const rereadMeanwhile = {
      ...store.captures,
      listOfPages: async (pageIds: readonly string[]) => {
        const loaded = await store.captures.listOfPages(pageIds);
        await reread("capture-2", captureOf(2, "b"));
        return loaded;
      },
    };
    await compare({ store: { ...store, captures: rereadMeanwhile } });
    expect(await pending()).toEqual([[], [seriesId]]);
  });

  it("of a series of which nothing is left removes its notices", async () => {
    await save(captureOf(1, "a"), reading("12处"));
    await compare();
    const moved = captureOf(1, "a").reading;
    if (moved !== null) {
      await store.captures.setReading("capture-1", { ...moved, seriesId: "division-990102" }, [
        seriesId,
        "division-990102",
      ]);
    }
    await compare();
    expect(await store.notices.count()).toBe(0);
    expect(await store.captures.listPendingSeries(10)).toEqual(["division-990102"]);
  });
});

describe("what is still to compare", () => {
  const outstanding = async (minute: number): Promise<string[]> => {
    const ids: string[] = [];
    for await (const batch of stage({ now: () => new Date(at(minute)) }).outstanding()) {
      ids.push(...batch.map((payload) => payload.seriesId));
    }
    return ids;
  };

  it("is every series that moved, until it is compared", async () => {
    await saveEdited();
    expect(await outstanding(60)).toEqual([seriesId]);
    await compare();
    expect(await outstanding(60)).toEqual([]);
  });

  it("is also a series whose comparer died half-way, a minute after its claim", async () => {
    await store.series.claim("division-990102", at(60));
    expect(await outstanding(60)).toEqual([]);
    expect(await outstanding(62)).toEqual(["division-990102"]);
  });

  it("names a series once that is both", async () => {
    await saveEdited();
    await store.series.claim(seriesId, at(1));
    expect(await outstanding(60)).toEqual([seriesId]);
  });

  it("keeps what was given up, for the captures still wait for it, and says so in an issue", async () => {
    await saveEdited();
    await stage().onGivenUp({ seriesId }, new Fault("E1004", { value: "120000 ms" }));
    await stage().onGivenUp({ seriesId }, new Fault("E1004", { value: "120000 ms" }));
    expect(await outstanding(60)).toEqual([seriesId]);
    expect(await store.issues.list(10)).toMatchObject([
      {
        about: { kind: "series", id: seriesId },
        code: "E1004",
        severity: "error",
        text: expect.stringContaining("120000 ms"),
      },
    ]);
  });
});
