import type { Finding, Notice, Span } from "@zhenggai/notice";
import { sliceOf } from "./spans.ts";
import { foldTypography } from "./typography.ts";

const shortestTitle = 6;
/** What a heading prints beside the title: its number, 关于, 问题的整改情况. */
const longestFrame = 16;

/** Folded lines of the prose that are no longer than headings. */
const headingsIn = (text: string, prose: readonly Span[], longest: number): string[] =>
  prose
    .flatMap((span) => sliceOf(text, span).split("\n"))
    .filter((line) => line.length <= longest * 2)
    .map(foldTypography);

/**
 * Tells of a finding that only one reading has whether it is one: a heading that is prose in the other reading, word for word,
 * is prose in both. The group of a deleted finding may be read as a finding itself, and a heading without its quotes as none.
 */
export function isFindingBeside(own: Notice, other: Notice, prose: readonly Span[]): (finding: Finding) => boolean {
  const titles = new Set(other.findings.map((finding) => foldTypography(finding.title)));
  const texts = prose.map((span) => sliceOf(other.text, span));
  let folded: string[] | null = null;
  let headings: string[] | null = null;
  return (finding) => {
    const title = foldTypography(finding.title);
    if (titles.has(title)) return true;
    const words = sliceOf(own.text, finding.span).trim();
    if (words === "") return true;
    if (texts.some((text) => text.includes(words))) return false;
    // The other paragraphs may be broken elsewhere, or set in other marks.
    folded ??= texts.map(foldTypography);
    const print = foldTypography(words);
    if (folded.some((text) => text.includes(print))) return false;
    headings ??= headingsIn(other.text, prose, Math.max(...own.findings.map((one) => one.heading.length)));
    const isHeading = (line: string): boolean => line.length <= title.length + longestFrame && line.includes(title);
    return title.length < shortestTitle || !headings.some(isHeading);
  };
}
