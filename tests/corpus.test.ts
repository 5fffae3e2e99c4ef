import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { extractStage } from "@zhenggai/extractor";
import type { StoredVersion } from "@zhenggai/notice";
import type { Store } from "@zhenggai/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crawlSample, fixedNow, jobContext, notingQueue } from "./pipeline/crawl-sample.ts";

/**
 * Golden readings of every page of the sample sites, reviewed by a person. A missing one is written and the run fails, so that
 * somebody looks at it. `APPROVE=1 npm test -- tests/corpus.test.ts` writes all of them anew: look at the difference before
 * you commit it.
 */
const folder = fileURLToPath(new URL("corpus", import.meta.url));
const approve = process.env["APPROVE"] === "1";
if (approve && process.env["CI"] !== undefined) throw new Error("golden files are approved by a person, not by CI");

/** What the golden file holds: the reading without its text, which the sample notice itself holds. */
function goldenOf({ reading }: StoredVersion): string {
  const { text: _text, evidence: _evidence, ...kept } = reading;
  return `${JSON.stringify(kept, null, 1)}\n`;
}

function fileOf(captureId: string, pageId: string): string {
  const sequence = captureId.split(".").at(-1) ?? "";
  return `${pageId.replace(/^https?:\/\//, "").replaceAll(/[^\w.]+/g, "_")}.${sequence}.json`;
}

describe("the sample pages are read as a person reviewed them", () => {
  let store: Store;
  const readings = new Map<string, StoredVersion>();

  beforeAll(async () => {
    store = await crawlSample();
    const extract = extractStage({ store, queue: notingQueue(new Set()), now: fixedNow }, 1);
    for (const { _id } of await store.captures.listUnread(1, 1_000))
      await extract.handle({ captureId: _id }, jobContext);
    const pages = await store.pages.list(1_000);
    for (const { _id, pageId, reading } of await store.captures.listOfPages(pages.map((page) => page._id))) {
      const version = reading?.versionId == null ? null : await store.versions.get(reading.versionId);
      if (version !== null) readings.set(fileOf(_id, pageId), version);
    }
  });
  afterAll(() => store.close());

  it("reads every page that was captured, the edited one twice", () => {
    expect(readings.size).toBeGreaterThanOrEqual(20);
    expect([...readings.keys()].filter((name) => name.endsWith(".2.json"))).toHaveLength(1);
  });

  it("gives the golden readings", () => {
    const missing: string[] = [];
    mkdirSync(folder, { recursive: true });
    for (const [name, version] of readings) {
      const path = join(folder, name);
      if (approve || !existsSync(path)) {
        if (!approve) missing.push(name);
        writeFileSync(path, goldenOf(version));
      }
      expect(goldenOf(version), name).toBe(readFileSync(path, "utf8"));
    }
    expect(missing, "written now: review and commit them").toEqual([]);
  });

  it("reads every page of which there is a golden reading: none is lost unseen", () => {
    expect(readdirSync(folder).filter((name) => !readings.has(name))).toEqual([]);
  });
});
