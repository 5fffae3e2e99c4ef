import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadSources } from "./load-sources.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zhenggai-sources-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const source = (id: string): string => `id: ${id}
name: 样州市纪委监委网站 巡察整改
site: 样州市纪委监委网站
hosts: [jw.yangzhou.example]
listUrl: http://jw.yangzhou.example/list.html
dialect: generic
maxListPages: 5
schedule: null
rank: official
verified: null
expectedYield: 1
`;
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

describe("loadSources", () => {
  it("reads every YAML file of the folder, by id and in order of file name", () => {
    write("b.yaml", source("one"));
    write("a.yaml", source("two"));
    write("README.md", "not a source");
    const sources = loadSources(folder);
    expect([...sources.keys()]).toEqual(["two", "one"]);
    expect(sources.get("one")).toMatchObject({ id: "one", dialect: "generic", rank: "official" });
  });

  it("reads the sources that come with it where no folder is set", () => {
    const sources = loadSources(undefined);
    expect(sources.size).toBeGreaterThan(0);
    for (const [id, { listUrl, hosts }] of sources) expect(hosts, id).toContain(new URL(listUrl).host);
  });

  it("an id that is used twice is E2003, naming file and id: one source would hide the other", () => {
    write("a.yaml", source("one"));
    write("b.yaml", source("one"));
    expect(() => loadSources(folder)).toThrow(
      expect.objectContaining({ code: "E2003", value: "b.yaml", message: expect.stringContaining("one") }),
    );
  });

  it.each([
    ["no YAML", "id: [", "a.yaml:1"],
    ["an unknown key", `${source("one")}colour: red\n`, "a.yaml:12"],
    ["a missing key", source("one").replace("rank: official\n", ""), "a.yaml:1"],
  ])("a file with %s is E2003, naming file and line", (_what, text, where) => {
    write("a.yaml", text);
    expect(() => loadSources(folder)).toThrow(
      expect.objectContaining({ code: "E2003", value: expect.stringContaining(where) }),
    );
  });

  it("a folder that is not there is E2006 and names the setting", () => {
    const missing = join(folder, "none");
    expect(() => loadSources(missing)).toThrow(
      expect.objectContaining({ code: "E2006", value: missing, message: expect.stringContaining("SOURCES_DIR") }),
    );
  });

  it("a file that can't be read is E2006 and is named", () => {
    mkdirSync(join(folder, "a.yaml"));
    expect(() => loadSources(folder)).toThrow(
      expect.objectContaining({ code: "E2006", value: join(folder, "a.yaml") }),
    );
  });
});
