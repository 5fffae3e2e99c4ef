// `npm test`: starts the servers that the tests need, runs all suites, stops everything, prints one closing line.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { startMongo } from "./servers/start-mongo.ts";
import { startRedis } from "./servers/start-redis.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

async function main(): Promise<number> {
  const redis = await startRedis();
  const mongo = await startMongo();
  process.stderr.write(
    `Redis:   ${redis?.description ?? "无 none (skipped)"}\nMongoDB: ${mongo?.description ?? "无 none (skipped)"}\n`,
  );
  if (process.env["CI"] !== undefined && (redis === null || mongo === null)) {
    process.stderr.write("CI 不允许跳过 / CI must not skip\n");
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), "zhenggai-report-"));
  const report = join(folder, "report.json");
  try {
    const status = await vitest(report, { ZHENGGAI_TEST_REDIS_URL: redis?.url, ZHENGGAI_TEST_MONGODB_URL: mongo?.url });
    closingLine(report);
    return status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await Promise.all([redis?.stop(), mongo?.stop()]);
  }
}

function vitest(report: string, servers: Record<string, string | undefined>): Promise<number> {
  const args = [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ];
  const child = spawn(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...servers },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 130)));
}

function closingLine(report: string): void {
  if (!existsSync(report)) return;
  const counts = reportSchema.parse(JSON.parse(readFileSync(report, "utf8")));
  const skipped = counts.numPendingTests + counts.numTodoTests;
  process.stdout.write(`\n${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${skipped} skipped\n`);
}

process.exitCode = await main();
