import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Fault } from "@zhenggai/notice";
import { type SourceDefinition, parseSourceDefinition, sitesFolder } from "@zhenggai/sources";

/** Reads every source file of a folder, by id; E2006 where the folder can't be read, E2003 where a file is malformed. */
export function loadSources(folder: string | undefined): ReadonlyMap<string, SourceDefinition> {
  const sources = new Map<string, SourceDefinition>();
  for (const path of sourceFiles(folder ?? fileURLToPath(sitesFolder))) {
    const source = readSource(path);
    if (sources.has(source.id)) throw usedTwice(path, source.id);
    sources.set(source.id, source);
  }
  return sources;
}

/** Paths of a folder's source files, in order of their names; E2006. */
export function sourceFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .toSorted()
      .map((name) => join(folder, name));
  } catch (error) {
    throw new Fault("E2006", { value: folder, why: "the folder of sources can't be read (SOURCES_DIR)", cause: error });
  }
}

/** Reads one source file: E2006 where it can't be read, E2003 where it is malformed. */
export function readSource(path: string): SourceDefinition {
  return parseSourceDefinition(readText(path), basename(path));
}

/** One source would hide the other. */
export function usedTwice(path: string, id: string): Fault {
  return new Fault("E2003", { value: basename(path), why: `the id ${id} is used twice` });
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Fault("E2006", { value: path, cause: error });
  }
}
