import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type KeptProcess, startKept, waitUntil } from "./kept-process.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const serviceNames = ["crawler", "extractor", "comparer", "notifier", "console"] as const;
export type ServiceName = (typeof serviceNames)[number];

export type ServiceProcess = {
  readonly name: string;
  readonly kept: KeptProcess;
  /** Process id of the service itself, not of its keeper. */
  readonly pid: number;
  readonly healthUrl: string;
  /** Where the console listens; null for the others. */
  readonly url: string | null;
};

const readySchema = z.object({
  msg: z.literal("ready"),
  pid: z.number(),
  healthPort: z.number(),
  url: z.string().optional(),
});

/** Starts a service from its main file and waits until it says that it is ready. */
export async function startService(
  name: string,
  environment: NodeJS.ProcessEnv,
  mainFile?: string,
): Promise<ServiceProcess> {
  const file = mainFile ?? `services/${name}/src/main.ts`;
  const kept = startKept(process.execPath, ["--import", "tsx", `${root}${file}`], { ...process.env, ...environment });
  let exitCode: number | null = null;
  void kept.exited.then((code) => {
    exitCode = code;
    return code;
  });
  await waitUntil(`${name} ready`, 30_000, async () => {
    if (exitCode !== null) throw new Error(`${name} exited with ${exitCode}\n${kept.output()}`);
    return readyLine(kept.output()) !== null;
  });
  const ready = readyLine(kept.output());
  if (ready === null) throw new Error(`${name} lost its ready line`);
  return { name, kept, pid: ready.pid, healthUrl: `http://127.0.0.1:${ready.healthPort}`, url: ready.url ?? null };
}

function readyLine(output: string): z.infer<typeof readySchema> | null {
  for (const line of output.split("\n").filter((text) => text.includes('"ready"'))) {
    const parsed = readySchema.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
  }
  return null;
}

export type CliRun = {
  readonly status: number;
  /** Both streams, as a person sees them. */
  readonly output: string;
  readonly stdout: string;
};

/** Runs the CLI to its end. */
export async function runCli(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<CliRun> {
  const main = `${root}services/ops/src/main.ts`;
  const kept = startKept(process.execPath, ["--import", "tsx", main, ...args], { ...process.env, ...environment });
  const status = await kept.exited;
  return { status, output: kept.output(), stdout: kept.stdout() };
}
