import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { collectionConformance } from "../conformance/collection-conformance.ts";
import { probeIndexes, probeSchema } from "../conformance/collection-probe.ts";
import { storeConformance } from "../conformance/store-conformance.ts";
import { openAppendLog } from "./append-log.ts";
import { embeddedCollection } from "./embedded-collection.ts";
import { openEmbeddedStore } from "./open-embedded-store.ts";

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "zhenggai-store-"));
  folders.push(folder);
  return folder;
};

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

storeConformance("the embedded store in a folder", () => openEmbeddedStore({ folder: newFolder() }));
storeConformance("the embedded store in memory", () => openEmbeddedStore({ folder: null }));

collectionConformance("the embedded collection", async () => {
  const log = openAppendLog(join(newFolder(), "probes.ejsonl"), () => undefined);
  return embeddedCollection({ schema: probeSchema, indexes: probeIndexes, log, checkOpen: () => undefined });
});
