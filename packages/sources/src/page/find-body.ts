import { isSourceLink, isTailLine } from "./page-line.ts";
import { blocksBelow, isBodyPart, type PageBlock, type PageOutline } from "./read-outline.ts";

/** Lines `[start, end)` of a page. */
type LineRange = { readonly start: number; readonly end: number };

export type Body = { readonly ranges: readonly LineRange[]; readonly rule: string; readonly dialect: string };

type Marker = { rule: string; dialect: string; matches: (block: PageBlock) => boolean };

const byClass = (dialect: string, name: string): Marker => ({
  rule: `.${name}`,
  dialect,
  matches: (block) => block.classes.includes(name),
});
const byId = (dialect: string, id: RegExp): Marker => ({
  rule: `#${id.source.replace(/[\^$\\]/gu, "")}`,
  dialect,
  matches: (block) => id.test(block.id),
});

/** Containers that CMS families put around a body, the most particular first (what is known of real sites). */
const markers: readonly Marker[] = [
  byClass("trs-static", "TRS_Editor"),
  byClass("trs-static", "TRS_UEDITOR"),
  byClass("trs-static", "trs_editor_view"),
  byClass("trs-static", "trs_paper_default"),
  byId("vsb", /^vsb_content(_\d+)?$/u),
  byClass("vsb", "v_news_content"),
  { rule: "ucapcontent", dialect: "ucap", matches: (block) => block.tag === "ucapcontent" },
  byId("ucap", /^UCAP-CONTENT$/u),
  byClass("hanweb-jpage", "artile_zw"),
  byClass("hanweb-jpage", "ivs_content"),
  byClass("hanweb-jpage", "bt-content"),
  byId("generic", /^zoom$/iu),
  byId("trs-static", /^show3$/u),
  byClass("hanweb-jpage", "main-txt"),
  byClass("generic", "artCon"),
];

/** Share of a block's prose that one child must hold for the search to go down into it. */
const dominantShare = 0.7;
const tableTags = new Set(["table", "thead", "tbody", "tfoot", "tr"]);

/** The body as the CMS itself marks it: between its comments, else in a container that it names; null without marks. */
export function findMarkedBody(page: PageOutline, expectedDialect: string | null): Body | null {
  return commentBody(page) ?? containerBody(page, expectedDialect);
}

function commentBody(page: PageOutline): Body | null {
  const parts = page.marked.filter(isBodyPart);
  const name = parts[0]?.name;
  if (name === undefined) return null;
  const ranges = parts.filter((part) => part.name === name).map(({ start, end }) => ({ start, end }));
  return {
    ranges: outermost(ranges),
    rule: `comment:${name}`,
    dialect: name === "content" ? "generic" : "hanweb-jpage",
  };
}

function containerBody(page: PageOutline, expectedDialect: string | null): Body | null {
  const found: (Body & { score: number })[] = [];
  const blocks = [...blocksBelow(page.root)].filter(
    (block) => block.end > block.start && (block.id !== "" || block.classes.length > 0 || block.tag === "ucapcontent"),
  );
  for (const { rule, dialect, matches } of markers) {
    const ranges = outermost(blocks.filter(matches).map(({ start, end }) => ({ start, end })));
    if (ranges.length > 0) {
      const score = ranges.reduce((sum, range) => sum + scoreOf(page, range) + 1, 0);
      found.push({ ranges, rule: `container:${rule}`, dialect, score });
    }
  }
  const first = found.find((body) => body.dialect === expectedDialect) ?? found[0];
  if (first === undefined) return null;
  // A later marker wins only where it clearly holds more: a body in several editors inside one #zoom.
  return found.find((other) => other.score > first.score * 1.2 + 2) ?? first;
}

function outermost(ranges: readonly LineRange[]): LineRange[] {
  const kept: LineRange[] = [];
  for (const range of ranges) {
    const last = kept.at(-1);
    if (last === undefined || range.start >= last.end) kept.push(range);
  }
  return kept;
}

/**
 * The body of a page without marks: the block that holds most Chinese prose outside links, widened to what stands beside it.
 * `afterLine` is the first line behind title and header where they are known. Returns null where the page shows no body.
 */
export function findDominantBody(page: PageOutline, afterLine: number | null): Body | null {
  const rule = "dominant-block";
  const dominant = widen(page, descend(page), afterLine ?? 0);
  const run = afterLine === null ? null : proseRun(page, afterLine);
  const isBelowHeader = run !== null && dominant.start <= run.end && dominant.end > run.start;
  const score = scoreOf(page, dominant);
  // A one-sentence notice has less punctuation than some footers; what follows its header line is the body.
  if (run !== null && run.end > run.start && !isBelowHeader && score < 30) {
    return { ranges: [run], rule: "below-header", dialect: "generic" };
  }
  if (score > 0) return { ranges: [trimBody(page, dominant)], rule, dialect: "generic" };
  return run !== null && run.end > run.start ? { ranges: [run], rule: "below-header", dialect: "generic" } : null;
}

function descend(page: PageOutline): PageBlock {
  const sums = [0];
  for (const line of page.lines) sums.push((sums.at(-1) ?? 0) + line.score);
  const score = (block: PageBlock): number => (sums[block.end] ?? 0) - (sums[block.start] ?? 0);
  let block = page.root;
  for (;;) {
    const child = block.children.find((inner) => score(inner) > 0 && score(inner) >= dominantShare * score(block));
    if (child === undefined) break;
    block = child;
  }
  // A table with prose in several cells is part of the body, not a frame around it.
  while (tableTags.has(block.tag) && block.parent !== null)
    block = block.tag === "table" ? block.parent : (block.parent ?? block);
  return block;
}

/** Lines beside the dominant block, within its parent, that read like the rest of the article: a signature, a short heading. */
function widen(page: PageOutline, block: PageBlock, from: number): LineRange {
  const bound = tableTags.has(block.parent?.tag ?? "") ? block : (block.parent ?? block);
  let { start, end } = block;
  while (start > Math.max(bound.start, from) && isArticleLine(page, start - 1)) start -= 1;
  while (end < bound.end && isArticleLine(page, end)) end += 1;
  return { start: from < end ? Math.max(start, from) : start, end };
}

/** The lines from `from` up to the first that can't belong to an article. */
function proseRun(page: PageOutline, from: number): LineRange {
  let end = from;
  while (end < page.lines.length && isArticleLine(page, end)) end += 1;
  return trimBody(page, { start: from, end });
}

function isArticleLine(page: PageOutline, index: number): boolean {
  const line = page.lines[index];
  if (line === undefined) return false;
  if (isSourceLink(line.text)) return true;
  return !line.isFooter && line.linkLength * 3 <= line.text.length && !isTailLine(line.text);
}

/** Cuts what is no article off both ends of a body that no CMS marked. */
function trimBody(page: PageOutline, range: LineRange): LineRange {
  let { start, end } = range;
  while (end > start && !isArticleLine(page, end - 1)) end -= 1;
  while (start < end && !isArticleLine(page, start)) start += 1;
  return { start, end };
}

function scoreOf(page: PageOutline, range: LineRange): number {
  let score = 0;
  for (let index = range.start; index < range.end; index += 1) score += page.lines[index]?.score ?? 0;
  return score;
}
