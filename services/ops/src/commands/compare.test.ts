import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings } from "@zhenggai/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProgram } from "../run-program.ts";
import { noticeText } from "../sample-files.fixture.ts";

let folder: string;
const file = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhenggai-compare-"));
  for (const name of ["old", "new"]) {
    mkdirSync(file(name));
    writeFileSync(file(`${name}/notice.txt`), name === "old" ? noticeText : noticeText.replace("12处", "21处"));
  }
  writeFileSync(file("new/empty.txt"), " \n");
  writeFileSync(file("old/empty.txt"), noticeText);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function compare(...args: readonly string[]) {
  const written = { code: 0, stdout: "", stderr: "" };
  const environment = { DATA_DIR: file("data") };
  await runProgram(["compare", ...args], {
    environment,
    settings: () => readSettings(environment),
    print: (text) => {
      written.stdout += text;
    },
    narrate: (text) => {
      written.stderr += text;
    },
    colour: false,
    width: 100,
    folder,
    fail: (worse) => {
      written.code = Math.max(written.code, worse);
    },
    signal: new AbortController().signal,
  });
  return written;
}

describe("zhenggai compare", () => {
  it("--html writes a side-by-side page and prints nothing else", async () => {
    const { code, stdout, stderr } = await compare("old/notice.txt", "new/notice.txt", "--html", "changes.html");
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("changes.html");
    expect(readFileSync(file("changes.html"), "utf8")).toMatch(/<del>12处<\/del>[\s\S]*<ins>21处<\/ins>/);
  });

  it("--html - prints the page", async () => {
    const { stdout } = await compare("old/notice.txt", "new/notice.txt", "--html", "-");
    expect(stdout).toMatch(/^<!DOCTYPE html>/);
  });

  it("--html of two folders, or where nothing can be written, is refused with the reason", async () => {
    const folders = await compare("old", "new", "--html", "changes.html");
    expect([folders.code, folders.stderr]).toEqual([2, expect.stringContaining("E2001")]);
    const nowhere = await compare("old/notice.txt", "new/notice.txt", "--html", "nowhere/changes.html");
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining("E2006")]);
  });

  it("an empty file is E5002, and of two folders only that pair fails", async () => {
    const one = await compare("old/notice.txt", "new/empty.txt");
    expect(one.code).not.toBe(0);
    expect(one.stderr).toContain("E5002");
    const both = await compare("old", "new", "--json");
    expect(both.code).toBe(4);
    expect(both.stdout).toContain('"file":"notice.txt"');
    expect(both.stdout).toContain('"code":"E5002"');
  });
});
