import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { changeSchema, noticeSchema } from "@zhenggai/notice";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { noticeText, sampleText } from "./sample-files.fixture.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const main = fileURLToPath(new URL("main.ts", import.meta.url));
type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zhenggai-cli-"));
  writeFileSync(join(folder, "old.txt"), await sampleText("yunting-2019"));
  writeFileSync(join(folder, "new.txt"), await sampleText("yunting-2019.edit"));
  writeFileSync(join(folder, "empty.txt"), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the CLI as a process, as a person in the temporary folder does. */
function zhenggai(args: readonly string[], environment: Record<string, string> = {}, input = ""): Promise<Run> {
  const { REDIS_URL: _redis, MONGODB_URL: _mongodb, ...inherited } = process.env;
  const env = { ...inherited, INIT_CWD: folder, DATA_DIR: join(folder, "data"), ...environment };
  const child = spawn(process.execPath, ["--import", "tsx", main, ...args], { cwd: root, env });
  child.stdin.end(input);
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    written.stdout += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    written.stderr += String(chunk);
  });
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, ...written }));
  });
}

describe.concurrent("the CLI as a process", { timeout: 60_000 }, () => {
  it("reads a notice: exit 0, the result on stdout alone, without colour in a pipe", async () => {
    const { code, stdout, stderr } = await zhenggai(["read", "old.txt"], { NO_COLOR: "" });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("样例省 样州市 云汀区 990102");
    expect(stdout).not.toContain("\u001B");
  });

  it("reads standard input", async () => {
    const { code, stdout } = await zhenggai(["read", "-", "--json"], {}, noticeText);
    expect(code).toBe(0);
    expect(noticeSchema.parse(JSON.parse(stdout)).text).toBe(noticeText);
  });

  it("compares a notice with its silent edit: exit 0, five changes", async () => {
    const { code, stdout } = await zhenggai(["compare", "old.txt", "new.txt", "--json"]);
    expect(code).toBe(0);
    expect(z.array(changeSchema).parse(JSON.parse(stdout))).toHaveLength(5);
  });

  it.each([
    { what: "an unknown command", args: ["reed", "old.txt"], exitCode: 2, said: /E2001 [^]*Did you mean read\?/ },
    {
      what: "one of several files that can't be read",
      args: ["read", "old.txt", "empty.txt"],
      exitCode: 4,
      said: /empty\.txt: E5002/,
    },
    { what: "a file without a notice", args: ["read", "empty.txt"], exitCode: 5, said: /E5002/ },
  ])("with $what exits with $exitCode and says so on stderr", async ({ args, exitCode, said }) => {
    const { code, stderr } = await zhenggai(args);
    expect(code, stderr).toBe(exitCode);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("with a server that is not there exits with 3", async () => {
    const { code, stdout } = await zhenggai(["doctor"], { MONGODB_URL: "mongodb://127.0.0.1:9/?replicaSet=rs0" });
    expect(code).toBe(3);
    expect(stdout).toContain("✗ MongoDB: E3001");
  });

  it("interrupted in mid-crawl ends soon with 130, though the run it leaves open would be 4", async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = z.object({ port: z.number() }).parse(silent.address());
    const crawl = spawn(process.execPath, ["--import", "tsx", main, "crawl", "jssjw-379"], {
      cwd: root,
      env: {
        ...process.env,
        REDIS_URL: "",
        MONGODB_URL: "",
        DATA_DIR: join(folder, "interrupted"),
        FEED_PATH: join(folder, "interrupted.atom"),
        CRAWL_CONNECT_TO: `127.0.0.1:${port}`,
      },
    });
    const stdout: string[] = [];
    crawl.stdout.on("data", (chunk) => stdout.push(String(chunk)));
    let isInterrupted = false;
    // Read to its end: what nobody reads keeps the streams from closing.
    crawl.stderr.on("data", () => {
      isInterrupted = isInterrupted || crawl.kill("SIGINT");
    });
    const code = await new Promise((resolve) => {
      crawl.on("close", resolve);
    });
    silent.close();
    expect(code).toBe(130);
    expect(stdout.join("")).toContain("jssjw-379 [open]");
  });

  it("ends quietly when nobody reads on: a pipe into head is no error", async () => {
    const command = `"${process.execPath}" --import tsx "${main}" read ${"old.txt ".repeat(4)} --json | head -c 10; exit \${PIPESTATUS[0]}`;
    const shell = spawn("bash", ["-c", command], { cwd: root, env: { ...process.env, INIT_CWD: folder } });
    let stderr = "";
    shell.stderr.on("data", (chunk) => {
      stderr += String(chunk);
    });
    const code = await new Promise((resolve) => {
      shell.on("close", resolve);
    });
    expect([code, stderr]).toEqual([0, ""]);
  });
});
