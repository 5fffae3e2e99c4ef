import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "vitest/node";
import { z } from "zod";

/** A regular expression as it stands in the source. */
export type RegexLiteral = {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
};

const literalSchema = z.object({
  type: z.literal("Literal"),
  start: z.number(),
  regex: z.object({ pattern: z.string(), flags: z.string() }),
});

/** The regex literals of a folder's TypeScript files, tests left out: a test's own patterns meet no page. */
export function regexesIn(root: string, folder: string): RegexLiteral[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/\.(?:test|fixture)\.ts$/.test(name) && !name.includes("node_modules"))
    .flatMap((name) => regexesOf(readFileSync(join(root, folder, name), "utf8"), join(folder, name)));
}

/** The regex literals of a file, in order. */
export function regexesOf(code: string, file: string): RegexLiteral[] {
  const found: (Omit<RegexLiteral, "file"> & { start: number })[] = [];
  const waiting: unknown[] = [parseAst(code, { lang: "ts" }, file)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const literal = literalSchema.safeParse(node);
    if (literal.success) {
      const { start, regex } = literal.data;
      found.push({ start, line: code.slice(0, start).split("\n").length, source: regex.pattern, flags: regex.flags });
    } else if (typeof node === "object" && node !== null) {
      waiting.push(...Object.values(node).filter((part) => typeof part === "object" && part !== null));
    }
  }
  return found.sort((a, b) => a.start - b.start).map(({ line, source, flags }) => ({ file, line, source, flags }));
}
