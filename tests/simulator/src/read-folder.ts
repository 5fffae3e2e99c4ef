import { readdir, readFile } from "node:fs/promises";
import { parseSourceDefinition, type SourceDefinition } from "@zhenggai/sources";

/** Files of a folder with the given ending, by name, in order of name. */
export async function readFolder(folder: URL, ending: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  const texts = await Promise.all(names.map(async (name) => readFile(new URL(name, folder), "utf8")));
  return new Map(names.map((name, index) => [name, texts[index] ?? ""]));
}

/** Parses source files. Throws Fault E2003. */
export function parseSources(files: ReadonlyMap<string, string>): SourceDefinition[] {
  return [...files].map(([name, text]) => parseSourceDefinition(text, name));
}
