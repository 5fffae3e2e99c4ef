import { extractorVersion } from "@zhenggai/extraction";
import { Fault, type StoredCapture, type StoredIssue, type StoredVersion } from "@zhenggai/notice";
import { type EmbeddedQueue, createEmbeddedQueue, runStage } from "@zhenggai/queues";
import { type Store, openEmbeddedStore } from "@zhenggai/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { extractStage } from "./extract-stage.ts";
import { at, blobOf, captureOf, emptyPage, noticePage, otherPage, pageId } from "./sample-page.fixture.ts";

const seriesId = "division-990121";
const noticeId = `${seriesId}.province.2023-04-12.rectification`;

let store: Store;
let queue: EmbeddedQueue;
let sent: string[];
const faults: Fault[] = [];

beforeEach(async () => {
  store = await openEmbeddedStore({ folder: null });
  queue = createEmbeddedQueue({ sleep: async () => undefined, onFault: (fault) => faults.push(fault) });
  sent = [];
  faults.length = 0;
});
afterEach(async () => {
  await queue.close();
  await store.close();
});

const send: EmbeddedQueue["send"] = async (name, payloads) => {
  sent.push(...payloads.map((payload) => `${name} ${Object.values(payload).join()}`));
};
const stage = () => extractStage({ store, queue: { send }, now: () => new Date(at(30)) }, 2);

const context = { jobId: "extract-capture-1", attempt: 1, signal: new AbortController().signal };
const handle = (captureId = "capture-1"): Promise<void> => stage().handle({ captureId }, context);

async function save(html: string, fields: Partial<StoredCapture> = {}): Promise<void> {
  await store.blobs.put(blobOf(html));
  await store.captures.insert(captureOf(html, fields));
}

async function capture(captureId = "capture-1"): Promise<StoredCapture> {
  const stored = await store.captures.get(captureId);
  if (stored === null) throw new Error("no such capture");
  return stored;
}

const versions = (): Promise<StoredVersion[]> => store.versions.listOfSeries(seriesId);
const issues = (): Promise<StoredIssue[]> => store.issues.list(10);

describe("a capture with a notice", () => {
  it("is logged with the ids of what it became", async () => {
    await save(noticePage);
    const lines: unknown[] = [];
    const logger = { info: (line: unknown) => void lines.push(line) };
    const logging = extractStage({ store, queue: { send }, logger, now: () => new Date(at(30)) }, 2);
    await logging.handle({ captureId: "capture-1" }, context);
    expect(lines).toEqual([
      expect.objectContaining({ captureId: "capture-1", outcome: "version", noticeId, seriesId }),
    ]);
  });

  it("becomes a version of its notice; in one go it is read, its series is pending, and a compare job is sent", async () => {
    await save(noticePage);
    await handle();
    const [version, ...others] = await versions();
    expect(others).toEqual([]);
    expect(version).toMatchObject({ noticeId, seriesId, extractor: extractorVersion });
    expect(version?.reading).toMatchObject({
      title: "中共样州市柏塘县委关于巡视整改进展情况的通报",
      publishedOn: "2024-03-27",
      publisher: "样州市纪委监委",
      signedOn: "2024-03-20",
      subject: { resolution: "exact", bodyId: seriesId },
      inspection: { level: "province", team: "第三巡视组", startedOn: "2023-04-12", endedOn: "2023-06-09" },
    });
    expect(version?.reading.findings.map(({ measures }) => measures.length)).toEqual([2, 1]);
    expect(version?._id).toBe(`${noticeId}@${version?.digest.slice(0, 16)}`);
    expect(await capture()).toMatchObject({
      reading: { outcome: "version", versionId: version?._id, seriesId, noticeId, extractor: extractorVersion },
      readingRev: 1,
      pendingSeries: [seriesId],
    });
    expect(sent).toEqual([`compare ${seriesId}`]);
    expect(await issues()).toEqual([]);
  });

  it("read twice, or beside a copy with the same bytes, is one version", async () => {
    await save(noticePage);
    await handle();
    const once = { versions: await versions(), capture: await capture() };
    await handle();
    expect({ versions: await versions(), capture: await capture() }).toEqual(once);
    await save(noticePage, { _id: "capture-2", sequence: 2 });
    await handle("capture-2");
    expect(await versions()).toEqual(once.versions);
    expect((await capture("capture-2")).reading?.versionId).toBe(once.versions[0]?._id);
  });

  it("edited by a character is another version of the same notice", async () => {
    await save(noticePage);
    await save(noticePage.replace("12处", "21处"), { _id: "capture-2", sequence: 2 });
    await handle("capture-1");
    await handle("capture-2");
    const read = await versions();
    expect(read.map((version) => version.noticeId)).toEqual([noticeId, noticeId]);
    expect(new Set(read.map(({ _id }) => _id)).size).toBe(2);
  });

  it("that was read already only sends its pending comparison again", async () => {
    await save(noticePage);
    await handle();
    const { readingRev } = await capture();
    sent.length = 0;
    await handle();
    expect(sent).toEqual([`compare ${seriesId}`]);
    expect((await capture()).readingRev).toBe(readingRev);
    await store.captures.acknowledgeSeries("capture-1", seriesId, readingRev);
    sent.length = 0;
    await handle();
    expect(sent).toEqual([]);
  });

  it("that an older extractor read into another series makes both series pending", async () => {
    const earlier = `page:${pageId}`;
    await save(noticePage);
    const reader = extractStage({ store: readBefore(store, earlier), queue: { send }, now: () => new Date(at(30)) }, 1);
    await reader.handle({ captureId: "capture-1" }, context);
    expect((await capture()).pendingSeries.toSorted()).toEqual([seriesId, earlier]);
    expect(sent.toSorted()).toEqual([`compare ${seriesId}`, `compare ${earlier}`]);
  });

  it("whose bytes are not in the store is E1001, and nothing is written", async () => {
    await store.captures.insert(captureOf(noticePage));
    await expect(handle()).rejects.toMatchObject({ code: "E1001", value: "capture-1" });
    expect((await capture()).reading).toBeNull();
    expect(sent).toEqual([]);
  });

  it("of which nothing is known any more is no error", async () => {
    await expect(handle("capture-9")).resolves.toBeUndefined();
    await expect(stage().onGivenUp({ captureId: "capture-9" }, new Fault("E1001"))).resolves.toBeUndefined();
    expect(await issues()).toEqual([]);
  });
});

/** The store, where every capture seems to have been read into this series by an extractor before the first. */
function readBefore(whole: Store, earlier: string): Store {
  const reading = {
    extractor: 0,
    outcome: "version",
    versionId: "v",
    noticeId: "n",
    fault: null,
    seriesId: earlier,
  } as const;
  const get: Store["captures"]["get"] = async (captureId) => {
    const stored = await whole.captures.get(captureId);
    return stored === null ? null : { ...stored, reading };
  };
  return { ...whole, captures: { ...whole.captures, get } };
}

describe("a capture without a notice", () => {
  /** Runs the stage as the service does, until nothing is left to do. */
  async function runToEnd(): Promise<void> {
    const running = await runStage(queue, stage(), {
      reconcileEveryMs: 60_000,
      onFault: (fault) => faults.push(fault),
    });
    await running.reconcileNow();
    await queue.idle();
    await running.close();
    expect(faults).toEqual([]);
  }

  it.each([
    ["an empty page", emptyPage, "E5002"],
    ["a page that says something else", otherPage, "E5001"],
  ])("%s is quarantined with an issue, and nothing else is written or sent", async (_what, html, code) => {
    await save(html);
    const before = await store.dump();
    await runToEnd();
    expect((await capture()).reading).toMatchObject({
      outcome: "quarantined",
      extractor: extractorVersion,
      versionId: null,
      seriesId: null,
      noticeId: null,
      fault: { code },
    });
    expect((await capture()).pendingSeries).toEqual([]);
    expect(await issues()).toEqual([
      expect.objectContaining({ about: { kind: "capture", id: "capture-1" }, code, firstSeenAt: at(30) }),
    ]);
    const after = await store.dump();
    expect({ ...after, captures: null, issues: null }).toEqual({ ...before, captures: null, issues: null });
    expect(sent).toEqual([]);
  });

  it("quarantined twice has one issue", async () => {
    await save(emptyPage);
    await stage().onGivenUp({ captureId: "capture-1" }, new Fault("E5002"));
    await stage().onGivenUp({ captureId: "capture-1" }, new Fault("E5002"));
    expect(await issues()).toHaveLength(1);
  });

  it("that one delivery of its job has read is not quarantined by another's failure", async () => {
    await save(noticePage);
    await handle();
    const read = await capture();
    await stage().onGivenUp({ captureId: "capture-1" }, new Fault("E1004"));
    expect(await capture()).toEqual(read);
    expect(await issues()).toEqual([]);
  });

  it("whose reading failed for a bug is kept too, with the words of the error", async () => {
    await store.captures.insert(captureOf(noticePage));
    await runToEnd();
    expect((await capture()).reading).toMatchObject({ outcome: "quarantined", fault: { code: "E1001" } });
    expect((await issues())[0]?.text).toContain("not in the store: capture-1");
  });
});

describe("a capture of a page that is gone", () => {
  const gone = { _id: "capture-2", sequence: 2, blobId: null, firstSeenAt: at(20), lastSeenAt: at(20) };

  it.each([404, 410])(
    "with status %i is absent, and the series of the page's other captures is pending",
    async (status) => {
      await save(noticePage);
      await store.captures.insert(captureOf("", { ...gone, status }));
      await handle("capture-1");
      sent.length = 0;
      await handle("capture-2");
      expect(await capture("capture-2")).toMatchObject({
        reading: { outcome: "absent", seriesId: null, versionId: null, fault: null },
        pendingSeries: [seriesId],
      });
      expect(sent).toEqual([`compare ${seriesId}`]);
      expect(await versions()).toHaveLength(1);
    },
  );

  it("that never showed a notice concerns no series", async () => {
    await store.captures.insert(captureOf("", { ...gone, status: 404 }));
    await handle("capture-2");
    expect(await capture("capture-2")).toMatchObject({ reading: { outcome: "absent" }, pendingSeries: [] });
    expect(sent).toEqual([]);
  });
});

describe("what is still to read", () => {
  it("is every capture that this extractor has not read, in batches, as the ledger alone tells", async () => {
    await store.blobs.put(blobOf(noticePage));
    const ids = Array.from({ length: 501 }, (_, index) => `capture-${String(index).padStart(3, "0")}`);
    for (const [index, _id] of ids.entries()) {
      await store.captures.insert(captureOf(noticePage, { _id, sequence: index + 1 }));
    }
    await handle("capture-003");
    const batches: string[][] = [];
    for await (const batch of stage().outstanding()) batches.push(batch.map(({ captureId }) => captureId));
    expect(batches.flat()).toEqual(ids.filter((id) => id !== "capture-003"));
    expect(batches.every((batch) => batch.length <= 500)).toBe(true);
  });
});
