import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeSchema, faultCodes, noticeSchema } from "@zhenggai/notice";
import { at, changeOf, seriesId } from "@zhenggai/notice/sample-documents";
import { readSettings } from "@zhenggai/runtime";
import { openEmbeddedStore } from "@zhenggai/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { runProgram } from "./run-program.ts";
import { asWritten, quarantined, unreadCapture } from "./sample-ledger.fixture.ts";
import { noticeHtml, noticeText, sampleText } from "./sample-files.fixture.ts";

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

let folder: string;
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zhenggai-program-"));
  for (const name of ["old", "new", "one"]) mkdirSync(file(name));
  const [older, newer, next] = await Promise.all(["yunting-2019", "yunting-2019.edit", "yunting-2023"].map(sampleText));
  writeFileSync(file("old/yunting.txt"), older ?? "");
  writeFileSync(file("new/yunting.txt"), newer ?? "");
  writeFileSync(file("old/only.txt"), noticeText);
  writeFileSync(file("new/next.txt"), next ?? "");
  writeFileSync(file("old/baitang.html"), noticeHtml("utf-8"));
  writeFileSync(file("new/baitang.html"), noticeHtml("utf-8").replace("12处", "21处"));
  writeFileSync(file("one/notice.txt"), noticeText);
  writeFileSync(file("weather.txt"), "样州市气象局发布寒潮预警，请注意防寒保暖。");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program in the temporary folder, with nothing set but what is given. */
async function zhenggai(args: readonly string[], variables: Record<string, string> = {}): Promise<Run> {
  const environment = { DATA_DIR: file("data"), FEED_PATH: file("feed.atom"), ...variables };
  const written = { stdout: "", stderr: "" };
  let code = 0;
  await runProgram(args, {
    environment,
    settings: () => readSettings(environment),
    print: (text) => {
      written.stdout += text.endsWith("\n") ? text : `${text}\n`;
    },
    narrate: (text) => {
      written.stderr += `${text}\n`;
    },
    colour: false,
    width: 100,
    folder,
    fail: (worse) => {
      code = Math.max(code, worse);
    },
    signal: new AbortController().signal,
  });
  return { code, ...written };
}

const lines = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));

describe("help", () => {
  it.each([
    "demo",
    "crawl",
    "status",
    "read",
    "compare",
    "sources",
    "sources list",
    "sources check",
    "doctor",
    "explain",
  ])("of %s shows examples that begin with it, and is no error", async (command) => {
    const { code, stdout, stderr } = await zhenggai([...command.split(" "), "--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    const [, examples = ""] = stdout.split("例子 examples:");
    expect(examples).toMatch(new RegExp(`zhenggai ${command}|npm run ${command}`));
  });

  it("lists every command that the fix of a fault names", async () => {
    const { code, stdout } = await zhenggai(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("例子 examples:");
    const fixes = Object.values(faultCodes).flatMap(({ fix }) => [fix.zh, fix.en]);
    const named = new Set(fixes.flatMap((fix) => [...fix.matchAll(/zhenggai ([a-z]+)/g)].map(([, name = ""]) => name)));
    expect(named.size).toBeGreaterThan(2);
    for (const name of named) expect(stdout, name).toMatch(new RegExp(`^  ${name} `, "m"));
  });

  it("comes on stderr, with code 2, where the command is missing", async () => {
    const [bare, sources] = await Promise.all([zhenggai([]), zhenggai(["sources"])]);
    for (const { code, stdout, stderr } of [bare, sources]) {
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("Usage: zhenggai");
      expect(stderr).not.toContain("E2001");
    }
  });
});

describe("wrong usage", () => {
  it.each([
    [["reed", "x"], "read"],
    [["sources", "lists"], "list"],
    [["read", "--jsn", "x"], "--json"],
    [["read"], "file"],
    [["compare", "a", "b", "--as", "twins"], "series"],
    [["crawl", "--timeout", "soon"], "seconds"],
    [["explain", "E9999"], "E3001"],
  ])("%j: exit 2, one screen, and what was meant", async (args, suggestion) => {
    const { code, stdout, stderr } = await zhenggai(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^E2001 /);
    expect(stderr).toContain(suggestion);
    expect(stderr).toContain("解决 fix:");
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("explain", () => {
  it("says what a code means, what fixes it, and how the process exits", async () => {
    const { code, stdout } = await zhenggai(["explain", "E3001"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^E3001 连不上 MongoDB \/ can't reach MongoDB\n/);
    expect(stdout).toContain(faultCodes.E3001.fix.zh);
    expect(stdout).toContain("exit code: 3");
    const json = await zhenggai(["explain", "e3001", "--json"]);
    expect(JSON.parse(json.stdout)).toEqual({ code: "E3001", ...faultCodes.E3001 });
  });
});

describe("read", () => {
  it("--json prints the one notice as the vocabulary defines it", async () => {
    const { code, stdout, stderr } = await zhenggai(["read", "old/yunting.txt", "--json"]);
    expect([code, stderr]).toEqual([0, ""]);
    const notice = noticeSchema.parse(JSON.parse(stdout));
    expect(notice.text).toBe(readFileSync(file("old/yunting.txt"), "utf8"));
    expect(notice.subject.bodyId).toBe("division-990102");
    expect(notice.findings.length).toBe(9);
  });

  it.each([
    [["old"], [join("old", "baitang.html"), join("old", "only.txt"), join("old", "yunting.txt")]],
    [["one"], [join("one", "notice.txt")]],
    [
      ["one/notice.txt", "old/only.txt"],
      ["one/notice.txt", "old/only.txt"],
    ],
  ])("--json prints one document a line, each with its file, for %j", async (args, names) => {
    const { code, stdout } = await zhenggai(["read", ...args, "--json"]);
    expect(code).toBe(0);
    const documents = lines(stdout);
    expect(documents.map((document) => document["file"])).toEqual(names);
    for (const { file: _file, ...notice } of documents) expect(noticeSchema.safeParse(notice).success).toBe(true);
  });

  it("prints the others where one of several can't be read: exit 4, and the one is named on stderr", async () => {
    const { code, stdout, stderr } = await zhenggai(["read", "weather.txt", "one/notice.txt", "--json"]);
    expect(code).toBe(4);
    const [bad, good] = lines(stdout);
    expect(bad).toMatchObject({ file: "weather.txt", fault: { code: "E5001" } });
    expect(good).toMatchObject({ file: "one/notice.txt", kind: "rectification" });
    expect(stderr).toContain("weather.txt: E5001");
  });

  it.each([
    ["a file without a notice", "weather.txt", 5, "E5001"],
    ["a file that is not there", "none.txt", 2, "E2006"],
  ])("%s is an error: its exit code, nothing on stdout", async (_what, name, exitCode, fault) => {
    const { code, stdout, stderr } = await zhenggai(["read", name, "--json"]);
    expect([code, stdout]).toEqual([exitCode, ""]);
    expect(stderr).toContain(fault);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("--verbose shows the stack, before or after the command", async () => {
    const [before, after] = await Promise.all([
      zhenggai(["--verbose", "read", "weather.txt"]),
      zhenggai(["read", "weather.txt", "--verbose"]),
    ]);
    for (const { code, stderr } of [before, after]) {
      expect(code).toBe(5);
      expect(stderr).toMatch(/\n\s+at /);
    }
  });

  it("for a person shows a card, with --explain where each field stands", async () => {
    const { code, stdout } = await zhenggai(["read", "one/notice.txt", "--explain"]);
    expect(code).toBe(0);
    expect(stdout).toContain("样例省 样州市 柏塘县 990121");
    expect(stdout).toMatch(/inspection\.startedOn ← [\w-]+: “.*2023年4月12日/);
    expect(stdout).not.toContain("\u001B");
    expect(stdout).toContain("****");
    expect(stdout).not.toMatch(/0990|5550138/);
  });

  it("--explain hides numbers in the sentences around a value, also such as are cut in two", async () => {
    const spacing = "欢迎来电来访反映有关情况和意见建议并作好登记，";
    for (const cut of [0, 12, 16, 20, 23]) {
      const words = `开展了常规巡视，${spacing.slice(0, cut)}值班电话0990-5550138、5550139。`;
      writeFileSync(file("calls.txt"), noticeText.replace("开展了常规巡视。", words));
      const { stdout } = await zhenggai(["read", "calls.txt", "--explain"]);
      expect(stdout).toContain("inspection.team ← ");
      expect(stdout).toContain("欢迎来电来访".slice(0, cut));
      expect(stdout).not.toMatch(/0990|555|013[89]/);
    }
  });
});

describe("compare", () => {
  const changesSchema = z.array(changeSchema);

  it("of a silently edited notice finds its five edits, each quoting both sides", async () => {
    const { code, stdout } = await zhenggai(["compare", "old/yunting.txt", "new/yunting.txt", "--json"]);
    expect(code).toBe(0);
    const changes = changesSchema.parse(JSON.parse(stdout));
    const quoted = changes.map(({ kind, before, after }) => ({ kind, before: before?.text, after: after?.text }));
    expect(quoted).toHaveLength(5);
    const [date, money, people, removed, masked] = [
      quoted.find(({ kind }) => kind === "date-changed"),
      quoted.find(({ before }) => before === "482.6万元"),
      quoted.find(({ before }) => before === "13人"),
      quoted.find(({ kind }) => kind === "finding-removed"),
      quoted.find(({ kind }) => kind === "measure-reworded"),
    ];
    expect(date).toMatchObject({ before: "2月26日", after: "3月4日" });
    expect(money).toMatchObject({ kind: expect.stringMatching(/^(figure|outcome)-changed$/), after: "428.6万元" });
    expect(people).toMatchObject({ kind: "outcome-changed", after: "16人" });
    expect(removed?.before).toContain("会议文件过多");
    expect(removed?.after).toBeUndefined();
    expect(masked?.before).toContain("样州澜启新材料有限公司");
    expect(masked?.after).toContain("某新材料企业");
  });

  it("of a notice with itself finds nothing", async () => {
    const { code, stdout } = await zhenggai(["compare", "old/yunting.txt", "old/yunting.txt", "--json"]);
    expect([code, JSON.parse(stdout)]).toEqual([0, []]);
  });

  it("tells successive notices of a subject from versions of one, unless told", async () => {
    const [told, successive] = await Promise.all([
      zhenggai(["compare", "old/yunting.txt", "new/next.txt", "--json", "--as", "versions"]),
      zhenggai(["compare", "old/yunting.txt", "new/next.txt", "--json"]),
    ]);
    const kinds = (run: Run): string[] => changesSchema.parse(JSON.parse(run.stdout)).map(({ kind }) => kind);
    expect(kinds(successive)).toContain("notice-succeeded");
    expect(kinds(told)).not.toContain("notice-succeeded");
  });

  it("of two folders compares the files of one name, one pair a line", async () => {
    const { code, stdout, stderr } = await zhenggai(["compare", "old", "new", "--json"]);
    expect(code).toBe(0);
    const pairs = lines(stdout);
    expect(pairs.map((pair) => pair["file"])).toEqual(["baitang.html", "yunting.txt"]);
    expect(pairs.map((pair) => changesSchema.parse(pair["changes"]).length)).toEqual([1, 5]);
    expect(stderr).toMatch(/only\.txt.*old/);
    expect(stderr).toMatch(/next\.txt.*new/);
    expect(stderr).not.toContain("yunting");
  });

  it("of folders without a common name is E2006", async () => {
    const { code, stderr } = await zhenggai(["compare", "old", "one"]);
    expect(code).toBe(2);
    expect(stderr).toContain("E2006");
  });

  it("for a person prints sentences and both quotations", async () => {
    const { code, stdout } = await zhenggai(["compare", "old/yunting.txt", "new/yunting.txt"]);
    expect(code).toBe(0);
    expect(stdout).toContain("－ 482.6万元");
    expect(stdout).toContain("＋ 428.6万元");
    expect(stdout).not.toContain("\u001B");
  });
});

describe("doctor", () => {
  const reportSchema = z.object({
    checks: z.array(z.object({ name: z.string(), ok: z.boolean(), text: z.string(), fix: z.string().nullable() })),
    settings: z.array(z.object({ name: z.string(), value: z.string(), description: z.string().min(1) })),
  });

  it("finds nothing wrong with a machine that has nothing set", async () => {
    const { code, stdout } = await zhenggai(["doctor", "--json"]);
    const { checks } = reportSchema.parse(JSON.parse(stdout));
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(code).toBe(0);
  });

  it("names every wrong setting, with its fix, and still lists them all: that is where the error sends people", async () => {
    const { code, stdout } = await zhenggai(["doctor", "--json"], {
      HEALTH_PORT: "many",
      REDIS_URL: "redis:u:secret@h",
      WEBHOOK_URL: "https://hook.example/?access_token=secret",
    });
    const { checks, settings } = reportSchema.parse(JSON.parse(stdout));
    expect(code).toBe(2);
    expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(["设置 REDIS_URL", "设置 HEALTH_PORT"]);
    expect(settings.find(({ name }) => name === "WEBHOOK_URL")?.value).toBe("https://hook.example/?access_token=***");
    expect(stdout).not.toContain("secret");
  });

  it("says what it can't reach, and exits as that does", async () => {
    const { code, stdout } = await zhenggai(["doctor"], { SOURCES_DIR: file("none") });
    expect(code).toBe(2);
    expect(stdout).toContain("✗ 来源 sources: E2006");
    expect(stdout).toContain("解决 fix:");
  });
});

describe("crawl --dry-run", () => {
  it("says which sources it would crawl, and refuses those that it does not know", async () => {
    const [all, one, unknown] = await Promise.all([
      zhenggai(["crawl", "--dry-run", "--json"], { DATA_DIR: file("dry-1") }),
      zhenggai(["crawl", "jssjw-379", "--dry-run", "--json"], { DATA_DIR: file("dry-2") }),
      zhenggai(["crawl", "nowhere", "--dry-run"], { DATA_DIR: file("dry-3") }),
    ]);
    expect(JSON.parse(all.stdout)).toMatchObject({ wouldCrawl: expect.arrayContaining(["jssjw-379"]) });
    expect(JSON.parse(one.stdout)).toEqual({ wouldCrawl: ["jssjw-379"] });
    expect([unknown.code, unknown.stdout]).toEqual([2, ""]);
    expect(unknown.stderr).toContain("E2004");
  });
});

describe("sources", () => {
  it("check names file, line and key of what is malformed, and exits 2; list prints those that are good", async () => {
    writeFileSync(file("bad.yaml"), "id: bad\nname: 坏的\nhost: [a.example]\n");
    const [bad, good, list] = await Promise.all([
      zhenggai(["sources", "check", "bad.yaml", "--json"]),
      zhenggai(["sources", "check"]),
      zhenggai(["sources", "list", "--json"]),
    ]);
    expect(bad.code).toBe(2);
    expect(JSON.parse(bad.stdout)).toMatchObject({
      ok: false,
      code: "E2003",
      value: expect.stringMatching(/bad\.yaml:\d/),
    });
    expect(good.code).toBe(0);
    expect(good.stdout).not.toContain("✗");
    const { sources } = z.object({ sources: z.array(z.object({ id: z.string() })) }).parse(JSON.parse(list.stdout));
    expect(good.stdout.match(/✓/g)).toHaveLength(sources.length);
  });

  it("check refuses what loading would: an id used twice, a file or folder that can't be read, a schedule that means nothing", async () => {
    const shared = readFileSync(new URL("../../../packages/sources/sites/jssjw-379.yaml", import.meta.url), "utf8");
    mkdirSync(file("twins"));
    for (const name of ["a.yaml", "b.yaml"]) writeFileSync(file(`twins/${name}`), shared);
    writeFileSync(file("never.yaml"), shared.replace(/cron: .*/u, 'cron: "99 6 * * *"'));
    writeFileSync(file("mars.yaml"), shared.replace(/timeZone: .*/u, "timeZone: Mars/Base"));
    const unscheduled = await zhenggai(["sources", "check", "never.yaml", "mars.yaml"]);
    expect(unscheduled.code).toBe(2);
    expect(unscheduled.stdout).toMatch(/never\.yaml\nE2003[^]*99 6[^]*mars\.yaml\nE2003[^]*Mars/);
    const [twins, missing, folderless] = await Promise.all([
      zhenggai(["sources", "check"], { SOURCES_DIR: file("twins") }),
      zhenggai(["sources", "check", "none.yaml", "--json"]),
      zhenggai(["sources", "check"], { SOURCES_DIR: file("nowhere") }),
    ]);
    expect([twins.code, missing.code, folderless.code]).toEqual([2, 2, 2]);
    expect(twins.stdout).toMatch(/✓ jssjw-379[^]*✗ [^]*E2003[^]*used twice/);
    expect(JSON.parse(missing.stdout)).toMatchObject({ ok: false, code: "E2006" });
    expect(folderless.stderr).toContain("E2006");
  });
});

describe("status", () => {
  it("counts what is quarantined now, not what once was, and notifications that were given up", async () => {
    const store = await openEmbeddedStore({ folder: file("ledger") });
    await store.captures.insert(unreadCapture("capture-1"));
    await store.captures.insert(unreadCapture("capture-2"));
    await store.captures.setReading("capture-1", quarantined(1), []);
    await store.captures.setReading("capture-2", quarantined(1), []);
    await store.captures.setReading("capture-2", { ...quarantined(2), outcome: "not-a-notice", fault: null }, []);
    const rev = await store.series.claim(seriesId, at(0));
    const changes = ["change-1", "change-2"].map((_id) => changeOf(_id));
    await store.series.write(seriesId, rev, { notices: [], changes: changes.map(asWritten) });
    await store.changes.recordDelivery("change-1", "webhook", { at: at(1), status: 0 });
    await store.changes.recordDelivery("change-2", "webhook", { at: at(1), status: 200 });
    await store.close();
    const { code, stdout } = await zhenggai(["status", "--json"], { DATA_DIR: file("ledger") });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ quarantined: 1, undelivered: { feed: 0, webhook: 1 } });
    const { pages } = z.object({ pages: z.record(z.string(), z.int()) }).parse(JSON.parse(stdout));
    expect(Object.keys(pages)).toEqual(["discovered", "seen", "suspected-gone", "gone", "back"]);
    const person = await zhenggai(["status"], { DATA_DIR: file("ledger") });
    expect(person.stdout).toContain("隔离 quarantined: 1");
    expect(person.stdout).toContain("webhook 1");
  });
});
