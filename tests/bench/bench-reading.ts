import { cpus } from "node:os";
import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import { noticeSchema, type Notice } from "@zhenggai/notice";
import { median, rounded } from "./extract/alternate.ts";
import { sampleArticles, seedArticles, type Article } from "./extract/articles.ts";
import { fieldScores, type Score } from "./gold/field-scores.ts";
import { goldSeeds } from "./gold/gold.ts";
import { outcomeScores } from "./gold/outcome-scores.ts";

const rounds = 7;
const shownMistakes = 3;

/**
 * Reading of texts: CPU per notice with validation and JSON. With `--gold` instead the table of the gold bar: what of the annotated seeds
 * is read as their annotators read it, field by field, and what is below its bar.
 */
export async function benchReading(flags: readonly string[]): Promise<unknown> {
  if (!flags.includes("--gold")) return readingSpeed();
  const seeds = goldSeeds();
  if (seeds.length === 0) throw new Error("../shared/gold and ../shared/seeds are not there");
  const rows = seeds.flatMap((seed) => {
    const notice = read(seed.text);
    const scores = [...fieldScores(notice, seed), ...outcomeScores(notice, seed)];
    return scores.map(({ field, right, of, bar, wrong }) => ({ seed: seed.seed, field, right, of, bar, wrong }));
  });
  const isBelow = (row: Score): boolean => row.right < row.bar * row.of;
  if (flags.includes("--json")) {
    return { bench: "reading", gold: rows, below: rows.filter(isBelow).map(({ seed, field }) => `${seed} ${field}`) };
  }
  return goldTable(rows, isBelow);
}

type Row = Score & { readonly seed: string };

function goldTable(rows: readonly Row[], isBelow: (row: Score) => boolean): string {
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const fields = [...new Set(rows.map(({ field }) => field))];
  const cell = (row: Row | undefined): string =>
    row === undefined ? "" : `${row.right}/${row.of} ${percent(row)}${isBelow(row) ? " ✗" : ""}`;
  const lines = fields.map((field) => {
    const own = rows.filter((row) => row.field === field);
    const bar = `≥ ${Math.round((own[0]?.bar ?? 1) * 100)} %`;
    const cells = seeds.map((seed) => cell(own.find((row) => row.seed === seed)));
    return [field].concat(cells, bar);
  });
  const table = [["", ...seeds, "bar"], ...lines];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  const printed = table.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const mistakes = rows
    .filter(({ wrong }) => wrong.length > 0)
    .map(({ seed, field, wrong }) => {
      const more = wrong.length > shownMistakes ? `\n    … ${wrong.length - shownMistakes} more` : "";
      return `${seed} ${field}:\n${wrong
        .slice(0, shownMistakes)
        .map((one) => `    ${one}`)
        .join("\n")}${more}`;
    });
  const below = rows.filter(isBelow).length;
  return [...printed, "", ...mistakes, "", below === 0 ? "every bar is met" : `${below} below their bar`].join("\n");
}

function percent({ right, of }: Score): string {
  return of === 0 ? "–" : `${Math.floor((right / of) * 1_000) / 10} %`;
}

async function readingSpeed(): Promise<unknown> {
  const groups = { samples: await sampleArticles(), seeds: seedArticles() };
  return {
    bench: "reading",
    at: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
    groups: Object.entries(groups).flatMap(([group, articles]) =>
      articles.length === 0 ? [] : [{ group, notices: articles.length, ...speedOf(articles.map(textOf)) }],
    ),
  };
}

function speedOf(texts: readonly string[]) {
  const times = Array.from({ length: rounds + 2 }, () => {
    const before = process.cpuUsage();
    for (const text of texts) JSON.stringify(read(text));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000 / texts.length;
  }).slice(2);
  return {
    meanCharacters: Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length),
    medianMsPerNotice: rounded(median(times)),
    rangeMs: [rounded(Math.min(...times)), rounded(Math.max(...times))],
  };
}

function textOf({ title, publisher, publishedAt, paragraphs }: Article): string {
  return [title, `发布日期：${publishedAt} 来源：${publisher}`, ...paragraphs].join("\n");
}

function read(text: string): Notice {
  return noticeSchema.parse(readNotice({ text }, { resolveSubject }));
}
