import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import { noticeSchema, type Notice } from "@zhenggai/notice";
import { median, rounded } from "./extract/alternate.ts";
import { sampleArticles, seedArticles, type Article } from "./extract/articles.ts";
import { goldRows, goldTable, isBelow } from "./gold/gold-table.ts";
import { machine } from "./machine.ts";

const rounds = 7;

/**
 * Reading of texts: CPU per notice with validation and JSON. With `--gold` instead the table of the gold bar: what of the annotated seeds
 * is read as their annotators read it, field by field, and what is below its bar.
 */
export async function benchReading(flags: readonly string[]): Promise<unknown> {
  if (!flags.includes("--gold")) return readingSpeed();
  const rows = goldRows();
  if (rows.length === 0) throw new Error("../shared/gold and ../shared/seeds are not there");
  if (!flags.includes("--json")) return goldTable(rows);
  return { bench: "reading", gold: rows, below: rows.filter(isBelow).map(({ seed, field }) => `${seed} ${field}`) };
}

async function readingSpeed(): Promise<unknown> {
  const groups = { samples: await sampleArticles(), seeds: seedArticles() };
  return {
    bench: "reading",
    at: new Date().toISOString(),
    machine: machine(),
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
