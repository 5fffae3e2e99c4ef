import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, it } from "vitest";
import { ids } from "../conformance/conformance-case.ts";
import { at, sampleCapture, sampleNotice, samplePage, sampleVersion } from "../conformance/samples.ts";
import { openEmbeddedStore } from "./open-embedded-store.ts";

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "zhenggai-durability-"));
  folders.push(folder);
  return folder;
};

const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const packageFolder = new URL("../../", import.meta.url).pathname;

/**
 * A process of its own that runs a script with the opened `store`; it inherits nothing but the folder. No file of its grows beyond
 * `mostKilobytes`, as on a full disk.
 */
function startChild(folder: string, script: string, mostKilobytes: number | "unlimited" = "unlimited"): ChildProcess {
  const prelude = `
    import { openEmbeddedStore } from "./src/index.ts";
    import * as samples from "./src/conformance/samples.ts";
    const store = await openEmbeddedStore({ folder: process.env.FOLDER });
    const say = (line) => process.stdout.write(line + "\\n");
  `;
  const node = [process.execPath, "--import", "tsx", "--input-type=module", "-e", prelude + script];
  const child = spawn("bash", ["-c", `ulimit -f ${mostKilobytes}; exec "$@"`, "bash", ...node], {
    cwd: packageFolder,
    env: { ...process.env, FOLDER: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

/** Writes long and short lines for ever and says each id once it is acknowledged. */
const writeForEver = `
  const reading = samples.sampleNotice({ text: "云汀区老旧小区加装电梯".repeat(3000) });
  for (let n = 0; ; n += 1) {
    const id = process.pid + "-" + n;
    await store.versions.put(samples.sampleVersion({ _id: id, reading }));
    await store.captures.insert(samples.sampleCapture({ _id: id, pageId: id }));
    await store.captures.sawAgain(id, samples.at(30));
    await store.pages.discover([samples.samplePage({ _id: id })]);
    await store.pages.update(id, { presence: "seen" });
    say(id);
  }
`;

async function killAfter(child: ChildProcess, lines: number): Promise<string[]> {
  const said: string[] = [];
  if (child.stdout === null) throw new Error("no stdout");
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => {
    said.push(line);
    if (said.length === lines) child.kill("SIGKILL");
  });
  await Promise.all([once(reader, "close"), once(child, "exit")]);
  return said;
}

describe("what the embedded store acknowledged survives", () => {
  it("SIGKILL in mid-write, three times in one folder", async () => {
    const folder = newFolder();
    const acknowledged: string[] = [];
    for (const lines of [20, 37, 5]) {
      acknowledged.push(...(await killAfter(startChild(folder, writeForEver), lines)));
      const store = await openEmbeddedStore({ folder });
      const versions = new Set(ids(await store.versions.listOfSeries("yunting-committee")));
      for (const id of acknowledged) {
        expect(versions.has(id), id).toBe(true);
        expect((await store.captures.get(id))?.lastSeenAt, id).toBe(at(30));
        expect((await store.pages.get(id))?.presence, id).toBe("seen");
      }
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(62);
  }, 60_000);

  it("a disk that is full: what does not fit is refused (E2006) and leaves nothing behind, what fits goes on", async () => {
    const folder = newFolder();
    const child = startChild(
      folder,
      `
        const reading = samples.sampleNotice({ text: "云汀区老旧小区加装电梯".repeat(30_000) });
        const put = (_id, other) =>
          store.versions.put(samples.sampleVersion({ _id, ...other })).then(() => say(_id), (error) => say(error.code));
        for (const n of [1, 2, 3, 4]) await put("large-" + n, { reading });
        await put("small");
        await store.close();
      `,
      2_500,
    );
    const said = await killAfter(child, Infinity);
    expect(said).toEqual(["large-1", "large-2", "E2006", "E2006", "small"]);
    const recovered: string[] = [];
    const store = await openEmbeddedStore({ folder, onRecovered: (text) => recovered.push(text) });
    expect(recovered).toEqual([]);
    expect(ids(await store.versions.listOfSeries("yunting-committee"))).toEqual(["large-1", "large-2", "small"]);
    await store.close();
  }, 60_000);

  it("closing and opening, bytes and names of headers included", async () => {
    const folder = newFolder();
    const bytes = Uint8Array.from({ length: 256 }, (_, n) => n);
    const capture = sampleCapture({ headers: { $binary: "x", $$odd: "y", "a.b": "z" } });
    const first = await openEmbeddedStore({ folder });
    await first.blobs.put({ _id: "0".repeat(64), encoding: "gzip", bytes, size: 9, storedAt: at(0) });
    await first.captures.insert(capture);
    await first.close();
    const second = await openEmbeddedStore({ folder });
    expect((await second.blobs.get("0".repeat(64)))?.bytes).toEqual(bytes);
    expect(await second.captures.get("capture-1")).toEqual(capture);
    await second.close();
  });
});

describe("a collection's file", () => {
  const cutAt = async (cut: (path: string) => void): Promise<{ folder: string; said: string[] }> => {
    const folder = newFolder();
    const store = await openEmbeddedStore({ folder });
    await store.pages.discover([samplePage({ _id: "a" }), samplePage({ _id: "b" })]);
    await store.close();
    cut(join(folder, "pages.ejsonl"));
    const said: string[] = [];
    const again = await openEmbeddedStore({ folder, onRecovered: (text) => said.push(text) });
    expect(ids(await again.pages.list(10))).toEqual(["a", "b"]);
    await again.pages.discover([samplePage({ _id: "c" })]);
    await again.close();
    const third = await openEmbeddedStore({ folder, onRecovered: (text) => said.push(text) });
    expect(ids(await third.pages.list(10))).toEqual(["a", "b", "c"]);
    await third.close();
    return { folder, said };
  };

  it("a half-written last line is dropped, said once, and later writes are whole", async () => {
    const { said } = await cutAt((path) => appendFileSync(path, '{"put":{"_id":"half","url":"云汀'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("pages.ejsonl");
  });

  it("a last line that lacks only its newline is dropped as well: it was not acknowledged", async () => {
    const { said } = await cutAt((path) => appendFileSync(path, JSON.stringify({ put: samplePage({ _id: "half" }) })));
    expect(said).toHaveLength(1);
  });

  it("a tail of zeros, as a power cut leaves it, is dropped", async () => {
    const { said } = await cutAt((path) => appendFileSync(path, Buffer.alloc(4096)));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("4096 bytes");
  });

  it("a damaged line that readable ones follow is a fault, and nothing is touched or kept locked", async () => {
    const folder = newFolder();
    const path = join(folder, "pages.ejsonl");
    const line = (id: string): string => `${JSON.stringify({ put: samplePage({ _id: id }) })}\n`;
    const content = `${line("a")}{"put":{"_id":\n${line("b")}`;
    writeFileSync(path, content);
    for (let n = 0; n < 2; n += 1) {
      await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: "E2006", value: `${path}:2` });
    }
    expect(readFileSync(path, "utf8")).toBe(content);
  });

  it("is compacted on opening when most of its lines are outdated, and keeps its content", async () => {
    const folder = newFolder();
    const path = join(folder, "captures.ejsonl");
    const store = await openEmbeddedStore({ folder });
    for (let n = 1; n <= 3; n += 1) await store.captures.insert(sampleCapture({ _id: `c${n}`, sequence: n }));
    for (let n = 0; n < 200; n += 1) await store.captures.sawAgain("c2", at(20 + n));
    await store.versions.put(sampleVersion({ reading: sampleNotice() }));
    await store.versions.removeOlder("yunting-committee", 99);
    const dump = await store.dump();
    await store.close();
    const before = statSync(path).size;
    const again = await openEmbeddedStore({ folder });
    expect(await again.dump()).toEqual(dump);
    expect((await again.captures.get("c2"))?.lastSeenAt).toBe(at(219));
    expect(statSync(path).size).toBeLessThan(before / 20);
    await again.captures.insert(sampleCapture({ _id: "c4", sequence: 4 }));
    await again.close();
    const third = await openEmbeddedStore({ folder });
    expect(ids(await third.captures.listUnread(1, 10))).toEqual(["c1", "c2", "c3", "c4"]);
    await third.close();
    expect(readdirSync(folder).filter((name) => !name.endsWith(".ejsonl"))).toEqual([]);
  });
});

describe("the folder's lock", () => {
  it("a second process is refused with E2007 while the first lives, and let in once it was killed", async () => {
    const folder = newFolder();
    const child = startChild(folder, `say("open"); setInterval(() => undefined, 1000);`);
    if (child.stdout === null) throw new Error("no stdout");
    await once(createInterface({ input: child.stdout }), "line");
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: "E2007", retry: "never" });
    child.kill("SIGKILL");
    await once(child, "exit");
    const store = await openEmbeddedStore({ folder });
    await store.close();
  }, 30_000);

  it("a second opener in the same process is refused until the first one closes", async () => {
    const folder = newFolder();
    const store = await openEmbeddedStore({ folder });
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: "E2007" });
    await store.close();
    const again = await openEmbeddedStore({ folder });
    await again.close();
  });

  it("is taken over from a dead process, an earlier one of our number, and from a file that says nothing", async () => {
    const dead = startChild(newFolder(), "await store.close();");
    await once(dead, "exit");
    const owners = [
      JSON.stringify({ pid: dead.pid, host: hostname(), startedAt: null }),
      JSON.stringify({ pid: process.pid, host: hostname(), startedAt: "1" }),
      "",
    ];
    for (const owner of owners.filter((text) => process.platform === "linux" || !text.includes('"1"'))) {
      const folder = newFolder();
      writeFileSync(join(folder, "lock"), owner);
      const store = await openEmbeddedStore({ folder });
      await expect(store.ping()).resolves.toBeUndefined();
      await store.close();
    }
  }, 30_000);

  it("is not taken over from another machine, whose processes can't be seen", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "lock"), JSON.stringify({ pid: 1, host: "elsewhere", startedAt: null }));
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: "E2007" });
  });
});
