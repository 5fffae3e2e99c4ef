import { calendarDay } from "./calendar-day.ts";
import { squeeze } from "./page-line.ts";
import { blocksBelow, type PageBlock, type PageOutline } from "./read-outline.ts";

/** The printed title: lines `[start, end)`; null where the title only stands in meta tags. */
export type PrintedTitle = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
};

const headingTags = new Set(["h1", "h2", "h3", "ucaptitle"]);
const titleClass = /^(title|tit|bt|biaoti|art(icle)?[-_]?title|con(tent)?[-_]?title|main[-_]?title|xl[-_]?title)$/iu;
const headerLabel =
  /(发布(日期|时间)|发表时间|更新时间|信息来源|文章来源|来\s*源|稿源|时间|日期|字号|字体|浏览次数)\s*[:：]/u;
const leadingDay = /^[（(【[]?\s*\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/u;
const trailLabel = /^(您?(现在|当前)?的?(所在)?位置|当前(所在)?(位置|页面|栏目)|首页\s*[>＞»›/→])/u;
const trailMark = /[>＞»›→]/u;

/**
 * The line `发布日期：2024-03-27信息来源：清风样例网字号：[ 大 中 小 ]` (values may touch the next label), or a bare
 * `2023-06-27 09:02 样例省纪委监委网站`.
 */
export function isHeaderLine(text: string): boolean {
  if (text.length > 160 || text.includes("。")) return false;
  return (leadingDay.test(text) && text.length < 60) || isLabelledHeader(text);
}

/** As `isHeaderLine`, without the bare form: what may be cut off the head of a body. */
export function isLabelledHeader(text: string): boolean {
  if (text.length > 160 || text.includes("。")) return false;
  return headerLabel.test(text) && (calendarDay(text) !== null || /来\s*源\s*[:：]|字[号体]\s*[:：]/u.test(text));
}

/** `当前位置：首页 > 工作之窗 > 巡视巡察` */
export function isBreadcrumbLine(text: string): boolean {
  return text.length < 120 && trailLabel.test(text) && trailMark.test(text);
}

/** `当前位置：首页 > 工作之窗 > 巡视巡察` → `["首页", "工作之窗", "巡视巡察"]` */
export function breadcrumbParts(text: string): string[] {
  return text
    .replace(/^[^:：>＞»›→]*[:：]/u, "")
    .split(/[>＞»›→]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Index of the last breadcrumb before `before`, or -1. */
export function findBreadcrumb(page: PageOutline, before: number): number {
  return page.lines.findLastIndex((line, index) => index < before && isBreadcrumbLine(line.text));
}

/**
 * The article's title as the page prints it, before line `before`. `known` is what meta tags or CMS marks call the title; without it a
 * heading that the document's title repeats, else the last heading, else the line above the header line.
 */
export function findTitle(page: PageOutline, known: string | null, before: number): PrintedTitle | null {
  const candidates = headings(page).filter((heading) => heading.start < before);
  if (known !== null) {
    const wanted = squeeze(known);
    const heading = candidates.findLast((candidate) => squeeze(candidate.text) === wanted);
    if (heading !== undefined) return heading;
    const line = page.lines.findLastIndex(({ text }, index) => index < before && squeeze(text) === wanted);
    return line === -1 ? null : lineAsTitle(page, line, "line:title");
  }
  const documentTitle = squeeze(page.documentTitle);
  const plausible = candidates.filter(({ text }) => text.length >= 6 && text.length <= 120);
  return (
    plausible.findLast(({ text }) => documentTitle.includes(squeeze(text))) ??
    plausible.findLast(({ rule }) => rule !== "block:title") ??
    plausible.at(-1) ??
    titleAboveHeader(page, before)
  );
}

function titleAboveHeader(page: PageOutline, before: number): PrintedTitle | null {
  const header = page.lines.findIndex((line, index) => index > 0 && index <= before && isHeaderLine(line.text));
  const above = page.lines[header - 1];
  if (above === undefined || above.text.length < 6 || above.text.length > 120) return null;
  if (above.linkLength > 0 || isBreadcrumbLine(above.text) || above.isFooter) return null;
  return lineAsTitle(page, header - 1, "above-header");
}

function lineAsTitle(page: PageOutline, line: number, rule: string): PrintedTitle {
  return { text: page.lines[line]?.text ?? "", start: line, end: line + 1, rule };
}

function headings(page: PageOutline): PrintedTitle[] {
  const found: PrintedTitle[] = [];
  for (const block of blocksBelow(page.root)) {
    const rule = headingRule(block);
    const lines = page.lines.slice(block.start, block.end);
    const isLinked = lines.some((line) => line.linkLength > 0);
    if (rule !== null && lines.length > 0 && lines.length <= 3 && !isLinked) {
      found.push({ text: lines.map((line) => line.text).join(""), start: block.start, end: block.end, rule });
    }
  }
  return found;
}

function headingRule(block: PageBlock): string | null {
  if (headingTags.has(block.tag)) return `heading:${block.tag}`;
  const isTitle = titleClass.test(block.id) || block.classes.some((name) => titleClass.test(name));
  return isTitle ? "block:title" : null;
}
