import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const manifestSchema = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

const pure = ["notice", "bodies", "sources", "extraction", "comparison"];
const services = ["crawler", "extractor", "comparer", "notifier", "console", "ops"];

/** Who may depend on which of our packages (design, section 4; decisions 0001 and 0003). */
const allowed: Readonly<Record<string, readonly string[]>> = {
  notice: [],
  bodies: ["notice"],
  sources: ["notice"],
  extraction: ["notice", "bodies"],
  comparison: ["notice"],
  queues: ["notice"],
  store: ["notice"],
  runtime: ["notice"],
  service: ["notice", "queues", "store", "runtime", "sources"],
  crawler: ["notice", "queues", "store", "runtime", "service", "sources"],
  extractor: ["notice", "queues", "store", "runtime", "service", "sources", "extraction", "bodies"],
  comparer: ["notice", "queues", "store", "runtime", "service", "sources", "comparison", "bodies"],
  notifier: ["notice", "queues", "store", "runtime", "service"],
  console: ["notice", "queues", "store", "runtime", "service"],
  // The CLI runs every stage in one process (embedded mode), so it alone may import the services.
  ops: [...pure, "queues", "store", "runtime", "service", "crawler", "extractor", "comparer", "notifier", "simulator"],
  simulator: ["notice", "sources"],
};

type Violation = string;

function violations(name: string, ours: readonly string[]): Violation[] {
  const permitted = allowed[name];
  if (permitted === undefined) return [`${name} is not in the table`];
  return ours.filter((dependency) => !permitted.includes(dependency)).map((dependency) => `${name} → ${dependency}`);
}

function workspaces(): string[] {
  const inFolder = (folder: string): string[] => readdirSync(join(root, folder)).map((name) => join(folder, name));
  return [...inFolder("packages"), ...inFolder("services"), "tests/simulator"].filter((path) =>
    existsSync(join(root, path, "package.json")),
  );
}

function manifest(path: string): z.infer<typeof manifestSchema> {
  return manifestSchema.parse(JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")));
}

/** Those for development too: a source file can import them just as well. */
function ourDependencies(path: string): string[] {
  const { dependencies, devDependencies } = manifest(path);
  return Object.keys({ ...dependencies, ...devDependencies }).flatMap((name) =>
    name.startsWith("@zhenggai/") ? [name.slice("@zhenggai/".length)] : [],
  );
}

describe("who may import whom", () => {
  it.each(workspaces())("%s depends on nothing that it may not", (path) => {
    expect(violations(manifest(path).name.slice("@zhenggai/".length), ourDependencies(path))).toEqual([]);
  });

  it("bites: a pure package that takes the store is named", () => {
    expect(violations("extraction", ["notice", "store"])).toEqual(["extraction → store"]);
    expect(violations("crawler", ["extractor"])).toEqual(["crawler → extractor"]);
    expect(violations("newcomer", [])).toEqual(["newcomer is not in the table"]);
  });

  it("store, queues and runtime don't know each other, and no service but ops knows a service", () => {
    for (const name of ["store", "queues", "runtime"]) expect(allowed[name]).toEqual(["notice"]);
    for (const name of services.filter((service) => service !== "ops")) {
      expect(allowed[name]?.filter((dependency) => services.includes(dependency))).toEqual([]);
    }
  });

  it("the root has no runtime dependencies: they would be visible everywhere", () => {
    expect(manifest(".").dependencies).toEqual({});
  });
});

describe("the lint guards bite", () => {
  const seeded: readonly { readonly folder: string; readonly code: string; readonly rule: string }[] = [
    {
      folder: "packages/extraction/src",
      code: 'import { readFileSync } from "node:fs";\nexport const x = readFileSync("x");',
      rule: "no-restricted-imports",
    },
    {
      folder: "packages/comparison/src",
      code: "export const now = (): number => Date.now();",
      rule: "no-restricted-globals",
    },
    {
      folder: "packages/sources/src",
      code: 'export const page = (): Promise<Response> => fetch("http://a.example");',
      rule: "no-restricted-globals",
    },
    { folder: "packages/store/src", code: "export const x: any = 1;", rule: "no-explicit-any" },
    {
      folder: "packages/store/src",
      code: "export const x = (y: string | null): number => y!.length;",
      rule: "no-non-null-assertion",
    },
    {
      folder: "packages/store/src",
      code: "export const x = (y: unknown): string => y as string;",
      rule: "consistent-type-assertions",
    },
    { folder: "packages/store/src", code: "export default 1;", rule: "no-default-export" },
    {
      folder: "services/crawler/src",
      code: "export const x = async (): Promise<void> => undefined;\nexport const y = (): void => { x(); };",
      rule: "no-floating-promises",
    },
    {
      folder: "services/crawler/src",
      code: Array.from({ length: 260 }, (_, line) => `export const a${line} = ${line};`).join("\n"),
      rule: "max-lines",
    },
    {
      folder: "packages/queues/src",
      code: `export function x(): void {\n${"  void 0;\n".repeat(41)}}`,
      rule: "max-lines-per-function",
    },
    {
      folder: "packages/runtime/src",
      code: "export const x = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;",
      rule: "max-params",
    },
    {
      folder: "packages/service/src",
      code: 'import { maskContacts } from "../../runtime/src/mask-contacts.ts";\nexport const x = maskContacts("");',
      rule: "no-restricted-imports",
    },
    { folder: "services/ops/src", code: 'export const x = (): void => console.log("x");', rule: "no-console" },
  ];
  /** What the linter says of each violation, by its place in the list; one run for all, since the type checker takes seconds. */
  let said: readonly string[] = [];

  beforeAll(() => {
    const folders = seeded.map(({ folder }) => mkdtempSync(join(root, folder, "seeded-")));
    try {
      const files = folders.map((folder) => relative(root, join(folder, "violation.ts")));
      for (const [at, { code }] of seeded.entries()) writeFileSync(join(root, files[at] ?? ""), `${code}\n`);
      const lint = spawnSync(join(root, "node_modules/.bin/oxlint"), ["--type-aware", "--format=unix", ...files], {
        cwd: root,
        encoding: "utf8",
      });
      const lines = lint.stdout.split("\n");
      said = files.map((file) => lines.filter((line) => line.startsWith(`${file}:`)).join("\n"));
    } finally {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it.each(seeded.map(({ folder, rule }, at) => ({ folder, rule, at })))("$rule in $folder", ({ rule, at }) => {
    expect(said[at]).toContain(`(${rule})]`);
    expect(said[at]).toContain("[Error/");
  });
});
