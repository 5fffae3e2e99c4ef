import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { areSeveral, inputFiles } from "./input-files.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhenggai-input-"));
  mkdirSync(join(folder, "pages", "below"), { recursive: true });
  for (const name of ["b.txt", "a.html", ".hidden", join("below", "c.txt")])
    writeFileSync(join(folder, "pages", name), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the files that arguments stand for", () => {
  it("a folder: the files in it by name, neither hidden ones nor those below", () => {
    expect(inputFiles(["pages"], folder)).toEqual([
      { path: join(folder, "pages", "a.html"), name: join("pages", "a.html") },
      { path: join(folder, "pages", "b.txt"), name: join("pages", "b.txt") },
    ]);
  });

  it("a file: itself, under the name it was given; -: standard input; in the order given", () => {
    const absolute = join(folder, "pages", "a.html");
    expect(inputFiles(["-", "pages/b.txt", absolute], folder)).toEqual([
      { path: "-", name: "-" },
      { path: join(folder, "pages", "b.txt"), name: "pages/b.txt" },
      { path: absolute, name: absolute },
    ]);
  });

  it("nothing there: E2006, naming the path", () => {
    expect(() => inputFiles(["none"], folder)).toThrow(
      expect.objectContaining({ code: "E2006", value: join(folder, "none") }),
    );
  });

  it("are several where more than one is named, or a folder is, whatever it holds", () => {
    expect(areSeveral(["pages/b.txt"], folder)).toBe(false);
    expect(areSeveral(["-"], folder)).toBe(false);
    expect(areSeveral(["-", "pages/b.txt"], folder)).toBe(true);
    expect(areSeveral(["pages"], folder)).toBe(true);
    expect(areSeveral(["pages/below"], folder)).toBe(true);
  });
});
