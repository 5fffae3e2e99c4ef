import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { superLinear } from "./regexes/backtracking.ts";
import { regexesIn, regexesOf } from "./regexes/regex-literals.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The packages whose regexes meet pages: what the world writes. */
const folders = ["sources", "extraction", "comparison", "bodies"].map((name) => `packages/${name}/src`);

describe("regexes that meet pages", () => {
  it.each(folders)(
    "of %s take no more than linear time",
    (folder) => {
      expect(existsSync(`${root}${folder}`)).toBe(true);
      const slow = regexesIn(root, folder).flatMap((regex) => {
        const reasons = superLinear(regex);
        const where = `${regex.file}:${regex.line} /${regex.source}/${regex.flags}`;
        return reasons.length === 0 ? [] : [`${where}: ${[...new Set(reasons)].join("; ")}`];
      });
      expect(slow).toEqual([]);
    },
    60_000,
  );
});

describe("the lint bites", () => {
  it.each([
    ["nested quantifiers", /(?:[a-z]+)+\d/, "Self"],
    ["two quantifiers that share characters", /^\s*(?:\d+|\s)*\s*$/u, ""],
    ["neighbours that share characters", /^a*[ab]*c/, "Trade"],
    ["a quantifier that is tried anew at every character", /\s+$/, "Move"],
    ["a mailbox", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u, "Move"],
    ["a beginning that an unbounded middle swallows", /<record>[\s\S]*?<\/record>/u, "Restart"],
    ["the same inside a group", /(?:“|")(?:.*)(?:”|")问题/u, ""],
    ["the same behind an optional beginning", /(?:关于)?“.+”/u, "Restart"],
  ])("on %s", (_, regex, reason) => {
    const reasons = superLinear({ source: regex.source, flags: regex.flags });
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.join("\n")).toContain(reason);
  });

  it.each([
    ["a bounded middle", /巡视组.{0,40}进驻/u],
    ["a middle that can't hold the beginning", /“[^“”]*”/u],
    ["an anchored beginning", /^<record>.*<\/record>/su],
    ["a sticky regex", /<record>.*<\/record>/suy],
    ["a quantifier at the end, behind which nothing may fail", /附件[:：].*/u],
    ["white space behind a word", /来源\s*[:：]/u],
  ])("but not on %s", (_, regex) => {
    expect(superLinear({ source: regex.source, flags: regex.flags })).toEqual([]);
  });

  it("and finds the literals of TypeScript with their lines", () => {
    const code = `const type = 1 as number;\n/** /no/ */\nconst a = /x+$/u, b: RegExp = cond ? /a\\/b/ : other;\nconst quotient = a / b / c;`;
    expect(regexesOf(code, "x.ts")).toEqual([
      { file: "x.ts", line: 3, source: "x+$", flags: "u" },
      { file: "x.ts", line: 3, source: "a\\/b", flags: "" },
    ]);
  });
});
