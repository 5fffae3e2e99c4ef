import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const keeper = fileURLToPath(new URL("keeper.mjs", import.meta.url));

export type KeptProcess = {
  readonly child: ChildProcess;
  /** Everything it printed so far, both streams. */
  readonly output: () => string;
  /** What it printed on standard output alone. */
  readonly stdout: () => string;
  readonly exited: Promise<number>;
  readonly stop: () => Promise<void>;
};

/** Starts a command that ends with this process, even when this process is killed. */
export function startKept(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): KeptProcess {
  const child = spawn(process.execPath, [keeper, command, ...args], {
    env: environment,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const chunks: string[] = [];
  const results: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    chunks.push(chunk);
    results.push(chunk);
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  const exited = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await exited;
  };
  return { child, output: () => chunks.join(""), stdout: () => results.join(""), exited, stop };
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Asks every `everyMs` until the answer is true; throws with `what` after `timeoutMs`. */
export async function waitUntil(
  what: string,
  timeoutMs: number,
  ask: () => Promise<boolean>,
  everyMs = 50,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    if (await ask()) return;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  throw new Error(`${what}: not within ${timeoutMs} ms`);
}
