import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Fault } from "@zhenggai/notice";
import { type SourceDefinition, parseSourceDefinition, sitesFolder } from "@zhenggai/sources";

/** Reads every source file of a folder, by id; E2006 where the folder can't be read, E2003 where a file is malformed. */
export function loadSources(folder: string | undefined): ReadonlyMap<string, SourceDefinition> {
  const path = folder ?? fileURLToPath(sitesFolder);
  const sources = new Map<string, SourceDefinition>();
  for (const fileName of sourceFiles(path)) {
    const source = parseSourceDefinition(readText(join(path, fileName)), fileName);
    if (sources.has(source.id)) throw new Fault("E2003", { value: fileName, why: `the id ${source.id} is used twice` });
    sources.set(source.id, source);
  }
  return sources;
}

function sourceFiles(path: string): string[] {
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith(".yaml"))
      .toSorted();
  } catch (error) {
    throw new Fault("E2006", { value: path, why: "the folder of sources can't be read (SOURCES_DIR)", cause: error });
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Fault("E2006", { value: path, cause: error });
  }
}
