// Entry of `npm run demo` and `npm test` on a machine that has only Node and npm: installs what the lockfile names (pnpm is
// fetched by package name), then hands over to the task. Plain JavaScript without dependencies: it runs before any exists.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const pnpmVersion = "12.21.0";
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const tasks = {
  demo: ["services/ops/src/main.ts", "demo"],
  test: ["tests/run-tests.ts"],
  zhenggai: ["services/ops/src/main.ts"],
};
/** Tasks that are scripts of package.json. */
const scripts = ["check", "check-static"];

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `E2002 需要 Node ≥ 20.19 / Node ≥ 20.19 is needed\n  值 value: ${process.versions.node}\n  解决 fix: https://nodejs.org/\n`,
  );
  process.exit(2);
}

function pnpm(args, stdio) {
  const command = process.platform === "win32" ? "npm.cmd" : "npm";
  return spawnSync(command, ["exec", "--yes", `--package=pnpm@${pnpmVersion}`, "--", "pnpm", ...args], {
    cwd: root,
    stdio,
  });
}

function lockDigest() {
  const hash = createHash("sha256").update(process.version);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function ensureInstalled() {
  const marker = join(root, "node_modules", ".zhenggai-installed");
  const digest = lockDigest();
  if (existsSync(marker) && readFileSync(marker, "utf8") === digest) return;
  process.stderr.write(`首次运行：按锁文件安装依赖（pnpm ${pnpmVersion}）… / installing from the lockfile…\n`);
  const done = pnpm(["install", "--frozen-lockfile"], ["ignore", "pipe", "pipe"]);
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}`);
    process.stderr.write(
      "E3007 依赖安装失败 / installing the dependencies failed\n  解决 fix: 检查网络能否访问 npm 源后重试 / check that the npm registry can be reached, then run again\n",
    );
    process.exit(3);
  }
  writeFileSync(marker, digest);
}

function handOver(args) {
  const child = spawn(process.execPath, ["--import", "tsx", ...args], { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

const [task = "", ...rest] = process.argv.slice(2);
if (!(task in tasks) && !scripts.includes(task)) {
  process.stderr.write(
    `usage: node infra/setup/run.mjs ${[...Object.keys(tasks), ...scripts].join("|")} [arguments]\n`,
  );
  process.exit(2);
}
requireNode();
ensureInstalled();
if (scripts.includes(task)) process.exit(pnpm(["run", task], "inherit").status ?? 1);
handOver([...tasks[task], ...rest]);
