import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const pathOf = (fromHere: string): string => fileURLToPath(new URL(fromHere, import.meta.url));
const script = pathOf("../../../infra/divisions/build-divisions.mjs");
const list = pathOf("../../../../shared/data/divisions-1981-2024.csv");
const table = pathOf("./table/divisions.json");

const absent = !existsSync(list) && process.env["CI"] === undefined;
if (absent)
  process.stderr.write(`SKIPPED: ${list} is absent, so the table of divisions is not compared with a rebuild.\n`);

const check = (csvPath: string) =>
  spawnSync(process.execPath, [script, "--check"], {
    env: { ...process.env, DIVISIONS_CSV: csvPath },
    encoding: "utf8",
  });

const checkEdited = (edit: (csv: string) => string) => {
  const folder = mkdtempSync(join(tmpdir(), "divisions-"));
  try {
    writeFileSync(join(folder, "list.csv"), edit(readFileSync(list, "utf8")));
    return check(join(folder, "list.csv"));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe("the committed table of divisions", () => {
  it("is at most 300 KB", () => {
    expect(statSync(table).size).toBeLessThanOrEqual(300_000);
  });

  it("names its source and licence", () => {
    expect(readFileSync(table, "utf8").slice(0, 400)).toMatch(/areacodes.*CC0 1\.0.*state of 2025-11/u);
  });

  it.skipIf(absent)("equals a rebuild from the list", () => {
    expect(check(list)).toMatchObject({ status: 0, stdout: "The committed table equals a rebuild.\n" });
  });

  it.skipIf(absent)("differs from a rebuild from an edited list", () => {
    expect(checkEdited((csv) => csv.replace("玄武区", "玄文区")).status).toBe(1);
  });

  it.skipIf(absent)("is not built from a list in which a parent contradicts the code", () => {
    const edited = checkEdited((csv) => csv.replace("江苏省,徐州市,鼓楼区", "江苏省,南京市,鼓楼区"));
    expect(edited.status).toBe(1);
    expect(edited.stderr).toMatch(/320302 鼓楼区/u);
  });
});
