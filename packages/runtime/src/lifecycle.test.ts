import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { shutdownWithinMs } from "./lifecycle.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const fixture = fileURLToPath(new URL("lifecycle.fixture.ts", import.meta.url));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string; readonly ms: number };
type Service = {
  readonly started: Promise<void>;
  readonly ended: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
};

/** Runs the fixture's service; `ms` is the time from the first signal, or from the start, to the exit. */
function run(...args: string[]): Service {
  const child = spawn(process.execPath, ["--import", "tsx", fixture, ...args], { cwd: root });
  children.push(child);
  const written = { stdout: "", stderr: "" };
  let sinceMs = performance.now();
  const started = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk) => {
      written.stdout += String(chunk);
      if (written.stdout.includes("started")) resolve();
    });
  });
  child.stderr.on("data", (chunk) => {
    written.stderr += String(chunk);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => resolve({ code, ...written, ms: performance.now() - sinceMs }));
  });
  const kill = (signal: NodeJS.Signals): void => {
    sinceMs = performance.now();
    child.kill(signal);
  };
  return { started, ended, kill };
}

async function terminated(...args: string[]): Promise<Ended> {
  const service = run(...args);
  await service.started;
  service.kill("SIGTERM");
  return service.ended;
}

/** What the process said on stdout after it had started. */
const stops = ({ stdout }: Ended): string[] => stdout.split("\n").filter((line) => line.startsWith("stopped"));
const isLog = (line: string): boolean => line.startsWith("{");
const screen = ({ stderr }: Ended): string[] => stderr.split("\n").filter((line) => line !== "" && !isLog(line));

describe.concurrent("a service", { timeout: 20_000 }, () => {
  it("on SIGTERM stops its parts in reverse order and exits 0", async () => {
    const ended = await terminated("good");
    expect(ended.code, ended.stderr).toBe(0);
    expect(stops(ended)).toEqual(["stopped stage", "stopped queue", "stopped store"]);
  });

  it("on SIGINT does the same and exits 130", async () => {
    const service = run("good");
    await service.started;
    service.kill("SIGINT");
    const ended = await service.ended;
    expect(ended.code).toBe(130);
    expect(stops(ended)).toHaveLength(3);
  });

  it("waits for a part that takes its time", async () => {
    const ended = await terminated("slow");
    expect(ended.code).toBe(0);
    expect(ended.ms).toBeGreaterThan(250);
  });

  it("goes on to the next part when one hangs, and says which", async () => {
    const ended = await terminated("hanging", "4000");
    expect(ended.code).toBe(0);
    expect(stops(ended)).toEqual(["stopped store"]);
    expect(ended.stderr).toContain('"part":"stage"');
    expect(ended.ms).toBeLessThan(5_000);
  });

  it("exits within its time when every part hangs", async () => {
    const ended = await terminated("stuck", "1000");
    expect(ended.code).toBe(0);
    expect(ended.ms).toBeGreaterThan(800);
    expect(ended.ms).toBeLessThan(2_500);
  });

  it("stops the other parts when some fail to stop, with whatever they throw", async () => {
    const ended = await terminated("failing");
    expect(ended.code).toBe(0);
    expect(stops(ended)).toEqual(["stopped store"]);
    expect(ended.stderr).toContain("E3002");
    expect(ended.stderr).toContain("no error at all");
  });

  it("that can't start stops what has started, prints one screen and exits with the fault's code", async () => {
    const ended = await run("faulty").ended;
    expect(ended.code).toBe(3);
    expect(stops(ended)).toEqual(["stopped store"]);
    expect(screen(ended)).toEqual([
      expect.stringContaining("E3001"),
      "  值 value: mongodb://***@h",
      "  原因 why: no answer",
      expect.stringContaining("解决 fix:"),
    ]);
  });

  it("that can't start for a bug exits 1, with a stack when verbose only", async () => {
    const [quiet, verbose] = await Promise.all([run("buggy").ended, run("buggy", "5000", "--verbose").ended]);
    expect([quiet.code, verbose.code]).toEqual([1, 1]);
    expect(screen(quiet).join("\n")).toMatch(/^E1001/);
    expect(screen(quiet).join("\n")).not.toMatch(/\n\s+at /);
    expect(screen(verbose).join("\n")).toMatch(/\n\s+at /);
  });

  it.each(["rejection", "exception"])("ends with code 1 on an unhandled %s, its parts stopped", async (scenario) => {
    const ended = await run(scenario).ended;
    expect(ended.code).toBe(1);
    expect(stops(ended)).toEqual(["stopped store"]);
    expect(ended.stderr).toMatch(/"level":60.*nobody/);
  });

  it("ends with code 1 also when nothing at all was thrown", async () => {
    const ended = await run("rejection-of-nothing").ended;
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain("unhandled rejection");
  });

  it("has ended within 25 s where nobody says otherwise, as the README promises", () => {
    expect(shutdownWithinMs).toBeLessThan(25_000);
  });
});
