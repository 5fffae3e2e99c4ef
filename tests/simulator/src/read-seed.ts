import { toFullWidth } from "./full-width.ts";

/** A real notice as it was collected: normalized text, the page's own lines around it cut off. */
export type SeedNotice = {
  /** Full-width, one a line, without title, header line and what collectors and CMS added below. */
  readonly paragraphs: readonly string[];
  readonly title: string | null;
  /** What a repost added below: link to the original, disclaimer. */
  readonly repostLines: readonly string[];
};

/**
 * Takes a seed's text apart: breadcrumb, title and header line above, `Produced By …` or `原文链接：…` below. Seeds without a title
 * (002) have `title: null`.
 */
export function readSeed(seedText: string): SeedNotice {
  const lines = seedText
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("Produced By"));
  const titleIndex = lines.findIndex((line) => /^[^，。,:：]{6,60}通报$/u.test(line));
  const bodyStart = lines.findIndex((line, index) => index > titleIndex && !/^(来源|发布日期):/u.test(line));
  const body = lines.slice(bodyStart).map(toFullWidth);
  const repostStart = body.findIndex((line) => line.startsWith("原文链接"));
  return {
    title: titleIndex === -1 ? null : toFullWidth(lines[titleIndex] ?? ""),
    paragraphs: repostStart === -1 ? body : body.slice(0, repostStart),
    repostLines: repostStart === -1 ? [] : body.slice(repostStart),
  };
}
