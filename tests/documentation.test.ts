import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { faultCodes } from "@zhenggai/notice";
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

/** Commands of the CLI that a document shows: `zhenggai -- sources list` is `sources` and `list`. */
function namedCommands(text: string): string[] {
  const shown = [
    ...text.matchAll(/\bzhenggai -- ([a-z]+)/g),
    // The one command that has parts.
    ...text.matchAll(/(?:-- |`|；)(sources) (\w+)/g),
  ];
  const words = shown.flatMap(([, name = "", part = ""]) => [name, part]);
  return [...new Set(words)].filter((word) => word !== "");
}

/** Benches that a document lists: `bench -- reading --gold  # …; also changes compare` names three. */
function namedBenches(text: string): string[] {
  const [, first = "", others = ""] = /run -s bench -- (\w+).*?(?:also|另有) ([\w ]+)$/m.exec(text) ?? [];
  return [first, ...others.split(" ")].filter((name) => name !== "");
}

const commandsFolder = join(root, "services/ops/src/commands");
const commands = new Set(
  readdirSync(commandsFolder).flatMap((file) =>
    [...readFileSync(join(commandsFolder, file), "utf8").matchAll(/new Command\("([a-z]+)"\)/g)].map(
      ([, name]) => name,
    ),
  ),
);

describe.each(documents)("%s", (name) => {
  const text = readFileSync(join(root, name), "utf8");

  it("names only paths that exist", () => {
    expect(namedPaths(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("names only scripts that exist", () => {
    expect(namedScripts(text).filter((script) => !scripts.includes(script))).toEqual([]);
  });

  it("names only commands and benches that exist", () => {
    expect(namedCommands(text).filter((command) => !commands.has(command))).toEqual([]);
    expect(namedBenches(text).filter((bench) => !existsSync(join(root, `tests/bench/bench-${bench}.ts`)))).toEqual([]);
  });

  it("is at most 150 lines", () => {
    expect(text.split("\n").length).toBeLessThanOrEqual(150);
  });
});

const inFolder = (folder: string, name = ""): string[] =>
  readdirSync(join(root, folder)).map((entry) => join(folder, entry, name));
const guides = [...inFolder("packages", "README.md"), "tests/simulator/README.md"].filter((path) =>
  existsSync(join(root, path)),
);

function ownPaths(text: string): string[] {
  return [...text.matchAll(/`((?:src|sample|sites)\/[\w./-]+)`/g)].map((match) => match[1] ?? "");
}

describe.each([...guides, ...inFolder("infra/decisions")])("%s", (path) => {
  it("names only paths that exist, of its own folder or of the repository", () => {
    const text = readFileSync(join(root, path), "utf8");
    // A decision says `src/index.ts` of every package.
    const own = guides.includes(path) ? ownPaths(text) : [];
    const places = (name: string): string[] => [join(root, dirname(path), name), join(root, name)];
    const missing = [...own, ...namedPaths(text)].filter(
      (name) => !/名称/.test(name) && !places(name).some(existsSync),
    );
    expect(missing).toEqual([]);
  });
});

describe("the installer, which runs before anything can be imported", () => {
  it("prints codes that the registry has, with its words", () => {
    const text = readFileSync(join(root, "infra/setup/run.mjs"), "utf8");
    const printed = [...text.matchAll(/\bE\d{4}(?= )/g)].map(([code]) => code);
    expect(printed).toEqual(["E2002", "E3007"]);
    expect(Object.keys(faultCodes)).toEqual(expect.arrayContaining(printed));
    expect(text).toContain(`E3007 ${faultCodes.E3007.zh} / ${faultCodes.E3007.en}`);
  });
});

describe("the guard bites", () => {
  it("on a path and a script that do not exist", () => {
    expect(namedPaths("see `packages/nowhere/src/x.ts` and [this](tests/none)")).toEqual([
      "packages/nowhere/src/x.ts",
      "tests/none",
    ]);
    expect(namedCommands("npm run -s zhenggai -- crawl\nnpm run -s zhenggai -- sources lists")).toEqual([
      "crawl",
      "sources",
      "lists",
    ]);
    expect(namedBenches("npm run -s bench -- reading --gold  # also nothing")).toEqual(["reading", "nothing"]);
    expect(namedScripts("run `npm run nothing` or pnpm check, then npm test")).toEqual(["nothing", "check", "test"]);
  });

  it("finds something to check in the README", () => {
    const text = readFileSync(join(root, "README.md"), "utf8");
    expect(namedPaths(text).length).toBeGreaterThan(10);
    expect(namedScripts(text).length).toBeGreaterThan(3);
    expect(namedCommands(text).length).toBeGreaterThan(5);
    expect(namedBenches(text).length).toBeGreaterThan(5);
  });
});
