import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import { noticeSchema } from "@zhenggai/notice";
import { pageToText } from "@zhenggai/sources";
import { parseDocument } from "htmlparser2";
import { z } from "zod";
import { alternate, type Ratio, rounded, type Timing } from "./extract/alternate.ts";
import { type Article, sampleArticles, seedArticles } from "./extract/articles.ts";
import { hardPages } from "./extract/hard-pages.ts";
import { pageStyles } from "./extract/page-styles.ts";
import { readabilityLines } from "./extract/peers.ts";
import { type Quality, qualityOf } from "./extract/quality.ts";
import { machine } from "./machine.ts";

const url = "http://qingfeng.yangli.example/x/y/1.html";
const warmUpPasses = 12;
const targets = { pageToTextOverParse: 2, readabilityOverPageToText: 6, fullOverParse: 3 };

/**
 * Page → text against htmlparser2's DOM and against Readability over linkedom, full reading with validation against the DOM, quality on pages
 * of every style and on hard ones, peak memory over 10,000 notices. The targets are E1 to E3 and M1 of reference/performance.md section 9.
 */
export async function benchExtract(): Promise<unknown> {
  const groups = { samples: await sampleArticles(), seeds: seedArticles() };
  warmUp(Object.values(groups).flat());
  const speed = Object.entries(groups).flatMap(([group, articles]) =>
    articles.length === 0 ? [] : pageStyles.map(({ name, print }) => speedOf(group, name, articles.map(print))),
  );
  return {
    bench: "extract",
    at: new Date().toISOString(),
    machine: machine(),
    versions: versionsOf(["htmlparser2", "@mozilla/readability", "linkedom"]),
    targets,
    speed,
    quality: { styles: styleQuality(Object.values(groups).flat()), hard: hardQuality() },
    memory: memoryOfChild(),
  };
}

/** The engine compiles for some hundred readings: the style that is timed first must not pay for the others. */
function warmUp(articles: readonly Article[]): void {
  const pages = pageStyles.flatMap(({ print }) => articles.map(print));
  for (let pass = 0; pass < warmUpPasses; pass += 1) {
    for (const html of pages) {
      parseDocument(html);
      readWhole(html);
    }
  }
}

function speedOf(group: string, style: string, pages: readonly string[]) {
  // Readability takes so long that two pages must do; page → text is timed on the same two beside it.
  const two = pages.slice(0, 2);
  const against = alternate([
    { name: "parseDocument", run: () => void pages.map((html) => parseDocument(html)) },
    { name: "pageToText", run: () => void pages.map((html) => pageToText(html, { url })) },
    { name: "fullReading", run: () => void pages.map(readWhole) },
  ]);
  const peers = alternate([
    { name: "pageToText", run: () => void two.map((html) => pageToText(html, { url })) },
    { name: "readability", run: () => void two.map(readabilityLines) },
  ]);
  const { parseDocument: parse, pageToText: text, fullReading: full } = against;
  const { readability } = peers;
  const perPage = (timing: Timing | undefined, count: number): number => rounded((timing?.medianMs ?? 0) / count);
  return {
    group,
    style,
    pages: pages.length,
    meanKilobytes: Math.round(pages.reduce((sum, html) => sum + Buffer.byteLength(html), 0) / pages.length / 1_000),
    pageToTextOverParse: verdict(text?.ratio, (median) => median <= targets.pageToTextOverParse),
    fullOverParse: verdict(full?.ratio, (median) => median <= targets.fullOverParse),
    readabilityOverPageToText: verdict(readability?.ratio, (median) => median >= targets.readabilityOverPageToText),
    medianMsPerPage: {
      parseDocument: perPage(parse, pages.length),
      pageToText: perPage(text, pages.length),
      fullReading: perPage(full, pages.length),
      readability: perPage(readability, two.length),
    },
  };
}

/** A ratio, whether it meets its target, and whether the rounds lie so far apart (15 %) that it says little. */
function verdict(ratio: Ratio | undefined, isMet: (median: number) => boolean) {
  if (ratio === undefined) return null;
  return { ...ratio, met: isMet(ratio.median), wide: ratio.highest > ratio.lowest * 1.15 };
}

function readWhole(html: string): unknown {
  const page = pageToText(html, { url });
  const notice = readNotice({ text: page.text, page: page.facts, url }, { resolveSubject });
  return noticeSchema.parse({ ...notice, issues: [...page.issues, ...notice.issues] });
}

function styleQuality(articles: readonly Article[]) {
  return pageStyles.map(({ name, print }) => {
    const own = articles.map((article) => qualityOf(ownLines(print(article)), article.paragraphs));
    const peer = articles.map((article) => qualityOf(readabilityLines(print(article)), article.paragraphs));
    return { style: name, pages: articles.length, own: mean(own), readability: mean(peer) };
  });
}

function hardQuality() {
  return hardPages.map(({ name, html, paragraphs }) => ({
    page: name,
    own: qualityOf(ownLines(html), paragraphs),
    issues: pageToText(html, { url }).issues.map(({ code }) => code),
    readability: qualityOf(readabilityLines(html), paragraphs),
  }));
}

/** The body's lines: what stands below breadcrumb, title and header line. */
function ownLines(html: string): string[] {
  const lines = pageToText(html, { url }).text.split("\n");
  return lines.slice(lines.findIndex((line) => /^(?:发布日期|来源|时间|发布时间)：/u.test(line)) + 1);
}

function mean(qualities: readonly Quality[]) {
  const average = (pick: (one: Quality) => number): number =>
    Math.round((qualities.reduce((sum, one) => sum + pick(one), 0) / qualities.length) * 10_000) / 10_000;
  return {
    recall: average(({ recall }) => recall),
    extra: average(({ extra }) => extra),
    pagesWithJunk: qualities.filter(({ junk }) => junk.length > 0).length,
  };
}

/** Measured in a process of its own: the peers' memory is not ours. */
function memoryOfChild(): unknown {
  const main = new URL("main.ts", import.meta.url).pathname;
  const output = execFileSync(process.execPath, [...process.execArgv, main, "extract-memory", "--json"], {
    encoding: "utf8",
  });
  const parsed: unknown = JSON.parse(output);
  return parsed;
}

function versionsOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const manifest = readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8");
      return [name, z.object({ version: z.string() }).parse(JSON.parse(manifest)).version];
    }),
  );
}
