import type { Body } from "./find-marked-body.ts";
import { isSourceLink, isSureTail, isTailLine } from "./page-line.ts";
import { proseIn, type LineRange, type PageBlock, type PageLine, type PageOutline } from "./page-outline.ts";

/** Share of a block's prose that one child must hold for the search to go down into it. */
const dominantShare = 0.7;
/** So many links in a row are a list of other pages, also where they stand between two parts of a body. */
const listLength = 4;
/** What a page without title and header must show to be believed. */
const leastProse = 3;
/** A footer or a disclaimer may hold so much prose. */
const footerProse = 30;
/** Share of the prose that a part behind such a list must hold to be a part of the body. */
const partShare = 0.2;
const noLines: LineRange = { start: 0, end: 0 };

/**
 * The body of a page without marks: the block that holds most Chinese prose outside links, with the lines that go on beside it.
 * `afterLine` is the first line behind title and header where they are known; without them nothing short is believed. Null where the
 * page shows no body.
 */
export function findDominantBody(page: PageOutline, afterLine: number | null): Body | null {
  const from = afterLine ?? 0;
  const run = afterLine === null ? noLines : proseRun(page, afterLine);
  const dominant = descend(page, from);
  const prose = dominant === null ? 0 : proseIn(page, dominant);
  const isBelievable = prose >= (afterLine === null ? leastProse : 1);
  if (dominant !== null && isBelievable && !isBesideShort(run, dominant, prose)) {
    return { ranges: withoutLists(page, extend(page, dominant, from)), rule: "dominant-block", dialect: "generic" };
  }
  return run.end > run.start ? { ranges: [run], rule: "below-header", dialect: "generic" } : null;
}

/** A one-sentence notice has less punctuation than some footers; what follows its header line is the body. */
function isBesideShort(run: LineRange, dominant: LineRange, prose: number): boolean {
  const isBelowHeader = dominant.start < run.end && dominant.end > run.start;
  return run.end > run.start && !isBelowHeader && prose < footerProse;
}

function descend(page: PageOutline, from: number): PageBlock | null {
  const sums = proseSums(page, from);
  const score = (block: PageBlock): number => (sums[block.end] ?? 0) - (sums[block.start] ?? 0);
  let block = page.root;
  if (score(block) === 0) return null;
  for (;;) {
    const child = block.children.find((inner) => score(inner) > 0 && score(inner) >= dominantShare * score(block));
    if (child === undefined) return block;
    block = child;
  }
}

/** Running sums of the prose below the title, menus and side lists left out. */
function proseSums(page: PageOutline, from: number): number[] {
  const sums = [0];
  for (const [index, line] of page.lines.entries()) {
    sums.push((sums.at(-1) ?? 0) + (index >= from && !line.isChrome ? line.score : 0));
  }
  return sums;
}

/** The block with the lines before and after it that read like the rest of the article: other sections, a table, a signature. */
function extend(page: PageOutline, block: PageBlock, from: number): LineRange {
  let { start, end } = block;
  while (start > from && isArticleLine(page, start - 1)) start -= 1;
  while (end < page.lines.length && isArticleLine(page, end)) end += 1;
  return trimBody(page, beforeTail(page, { start: from < end ? Math.max(start, from) : start, end }));
}

/** Up to `分享到：` or `上一篇：…`, unless most of the article stands below: then it was a row of buttons above. */
function beforeTail(page: PageOutline, range: LineRange): LineRange {
  const lengths = [0];
  for (let index = range.start; index < range.end; index += 1) {
    lengths.push((lengths.at(-1) ?? 0) + (page.lines[index]?.text.length ?? 0));
  }
  const total = lengths.at(-1) ?? 0;
  for (let index = range.start; index < range.end; index += 1) {
    const before = lengths[index - range.start] ?? 0;
    if (total - before <= 2 * before && isSureTail(page.lines[index]?.text ?? "")) return { ...range, end: index };
  }
  return range;
}

/** The lines from `from` up to the first that can't belong to an article. */
function proseRun(page: PageOutline, from: number): LineRange {
  let start = from;
  while (start < page.lines.length && start < from + 4 && isTailLine(page.lines[start]?.text ?? "")) start += 1;
  let end = start;
  while (end < page.lines.length && isArticleLine(page, end)) end += 1;
  return { start, end };
}

function isArticleLine(page: PageOutline, index: number): boolean {
  const line = page.lines[index];
  if (line === undefined) return false;
  if (isSourceLink(line.text) || isAttachmentLine(line.text)) return true;
  return !line.isFooter && !line.isChrome && !isLinkLine(line) && !isTailLine(line.text);
}

function isLinkLine(line: PageLine): boolean {
  return line.linkLength * 3 > line.text.length;
}

/** `附件：1.云汀区整改清单.docx` */
function isAttachmentLine(text: string): boolean {
  return /^[（(【[]?附件|\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar)[)）】\]]?$/iu.test(text);
}

/** Cuts what is no article off both ends of a body that no CMS marked. */
function trimBody(page: PageOutline, range: LineRange): LineRange {
  let { start, end } = range;
  while (end > start && !isArticleLine(page, end - 1)) end -= 1;
  while (start < end && !isArticleLine(page, start)) start += 1;
  return { start, end };
}

/** Leaves lists of links to other pages out, which stand between the parts of a body that spans several blocks. */
function withoutLists(page: PageOutline, range: LineRange): LineRange[] {
  const ranges: LineRange[] = [];
  let start = range.start;
  let index = range.start;
  while (index < range.end) {
    let end = index;
    while (end < range.end && isListLine(page.lines[end])) end += 1;
    if (end - index >= listLength) {
      if (index > start) ranges.push({ start, end: index });
      start = end;
    }
    index = Math.max(end, index + 1);
  }
  if (range.end > start) ranges.push({ start, end: range.end });
  const parts = ranges.map((one) => trimBody(page, one)).filter((one) => one.end > one.start);
  const total = parts.reduce((sum, part) => sum + proseIn(page, part), 0);
  return parts.length > 1 ? parts.filter((part) => proseIn(page, part) >= partShare * total) : parts;
}

function isListLine(line: PageLine | undefined): boolean {
  return line !== undefined && isLinkLine(line) && !isAttachmentLine(line.text);
}
