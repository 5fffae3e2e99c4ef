import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { Fault } from "@zhenggai/notice";

export type InputFile = { readonly path: string; readonly name: string };

/** The files that these arguments stand for: a folder stands for the files in it (not below), "-" for standard input. */
export function inputFiles(args: readonly string[], folder: string): InputFile[] {
  return args.flatMap((arg) => {
    if (arg === "-") return [{ path: "-", name: "-" }];
    const path = resolve(folder, arg);
    return isFolder(path) ? filesIn(path, arg) : [{ path, name: arg }];
  });
}

/** Whether these arguments may stand for more than one file; a folder may, however many files lie in it. */
export function areSeveral(args: readonly string[], folder: string): boolean {
  return args.length > 1 || args.some((arg) => arg !== "-" && isFolder(resolve(folder, arg)));
}

/** Whether the path is a folder; E2006 where there is nothing. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new Fault("E2006", { value: path, why: "no such file or folder", cause: error });
  }
}

function filesIn(path: string, arg: string): InputFile[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => ({ path: join(path, entry.name), name: join(arg, entry.name) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
