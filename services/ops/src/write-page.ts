import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Fault } from "@zhenggai/notice";
import type { CliContext } from "./cli-context.ts";

/** Writes a page of HTML where `--html` says; "-" is standard output. E2006 where it can't be written. */
export function writePage(page: string, out: string, context: CliContext): void {
  if (out === "-") {
    context.print(page);
    return;
  }
  const path = resolve(context.folder, out);
  try {
    writeFileSync(path, page);
  } catch (error) {
    throw new Fault("E2006", { value: out, why: "the page could not be written", cause: error });
  }
  context.narrate(`已写入 wrote ${path}`);
}
