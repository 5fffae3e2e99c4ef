import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const documents = ["README.md", "README.en.md", "CONTRIBUTING.md"];
const scripts = Object.keys(
  z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).scripts,
);
const topLevel =
  /^(?:packages|services|infra|tests|docker-compose\.yml|package\.json|pnpm-workspace\.yaml|tsconfig\.base\.json|CONTRIBUTING\.md|CHANGELOG\.md|README(?:\.en)?\.md|LICENSE)/;
const builtin = new Set(["install", "exec", "ci"]);

/** Paths of the repository that a document names: in code spans and links. */
function namedPaths(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\s]+)`/g), ...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return [
    ...new Set(
      spans.filter((path) => topLevel.test(path) && !/[*<{…]/.test(path)).map((path) => path.replace(/#.*$/, "")),
    ),
  ];
}

/** Scripts that a document tells a person to run with npm or pnpm. */
function namedScripts(text: string): string[] {
  const commands = [
    ...text.matchAll(/\b(?:npm run(?: -s)?|pnpm)\s+([a-z][\w:-]*)/g),
    ...text.matchAll(/\bnpm (test)\b/g),
  ];
  return [...new Set(commands.map((match) => match[1] ?? ""))].filter((name) => !builtin.has(name));
}

describe.each(documents)("%s", (name) => {
  const text = readFileSync(join(root, name), "utf8");

  it("names only paths that exist", () => {
    expect(namedPaths(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("names only scripts that exist", () => {
    expect(namedScripts(text).filter((script) => !scripts.includes(script))).toEqual([]);
  });

  it("is at most 150 lines", () => {
    expect(text.split("\n").length).toBeLessThanOrEqual(150);
  });
});

describe("the guard bites", () => {
  it("on a path and a script that do not exist", () => {
    expect(namedPaths("see `packages/nowhere/src/x.ts` and [this](tests/none)")).toEqual([
      "packages/nowhere/src/x.ts",
      "tests/none",
    ]);
    expect(namedScripts("run `npm run nothing` or pnpm check, then npm test")).toEqual(["nothing", "check", "test"]);
  });

  it("finds something to check in the README", () => {
    const text = readFileSync(join(root, "README.md"), "utf8");
    expect(namedPaths(text).length).toBeGreaterThan(10);
    expect(namedScripts(text).length).toBeGreaterThan(3);
  });
});
