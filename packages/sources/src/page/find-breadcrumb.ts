import {
  blocksBelow,
  linksWithin,
  type LineRange,
  type PageBlock,
  type PageLine,
  type PageLink,
  type PageOutline,
} from "./page-outline.ts";

/** The path of columns above an article; lines `[start, end)`, printed as one line. */
export type Breadcrumb = LineRange & { readonly text: string; readonly parts: readonly string[] };

const trailLabel =
  /^(?:您?(?:现在|当前|目前)?的?(?:所在)?(?:的?位置|栏目)(?:是|在)?|当前(?:所在)?(?:位置|页面|栏目)|所在位置|位置)\s?[:：]?/u;
const homeWord = /^(?:网站|本站)?首页/u;
const mark = /[>＞»›→]+/u;
const softMark = /\s?[/／\\|｜·]\s?|\s[-–—]\s|-{2,}/u;
const onlyMarks = /^[>＞»›→/／\\|｜·:：—–-]+$/u;
const trailName =
  /(?:^|[\s_-])(?:crumbs?|breadcrumbs?|curmb|position|weizhi|dqwz|location|mbx|place|curpos|local|lujing|path)\d{0,4}(?=[\s_-]|$)/iu;
const longestPart = 24;
const mostParts = 9;
const mostNamed = 20;

/** `当前位置：首页 > 工作之窗 > 巡视巡察` */
export function isBreadcrumbLine(text: string): boolean {
  return text.length < 120 && (trailLabel.test(text) || homeWord.test(text)) && mark.test(text);
}

/**
 * `当前位置：首页 > 工作之窗 > 巡视巡察` → `["首页", "工作之窗", "巡视巡察"]`; `links` are the texts of its links, for a path that
 * is drawn with pictures between them.
 */
function breadcrumbParts(text: string, links: readonly string[] = []): string[] {
  const path = text.replace(trailLabel, "").trim();
  const parts = tidyParts(path.split(mark));
  if (parts.length > 1) return parts;
  const soft = tidyParts(path.split(softMark));
  if (soft.length > 1) return soft;
  return tidyParts(links).length > 1 ? byLinks(path, tidyParts(links)) : parts;
}

/** The last breadcrumb before line `before`: a line, a row of list entries or spans, or a block that a site names so. */
export function findBreadcrumb(page: PageOutline, before: number): Breadcrumb | null {
  const named = namedTrail(page, before);
  if (named !== null) return named;
  for (let start = Math.min(before, page.lines.length) - 1; start >= 0; start -= 1) {
    const line = page.lines[start];
    if (line === undefined || !(trailLabel.test(line.text) || homeWord.test(line.text))) continue;
    const found = trailOf(page, { start, end: endOfTrail(page, start, before) }, false);
    if (found !== null) return found;
  }
  return null;
}

function namedTrail(page: PageOutline, before: number): Breadcrumb | null {
  const named: PageBlock[] = [];
  for (const block of blocksBelow(page.root)) {
    const size = block.end - block.start;
    if (size > 0 && size <= 2 * mostParts && block.end <= before && isNamedTrail(block)) named.push(block);
  }
  for (const block of named.slice(-mostNamed).reverse()) {
    const found = trailOf(page, block, true);
    if (found !== null) return found;
  }
  return null;
}

function isNamedTrail({ id, className }: PageBlock): boolean {
  return (id !== "" && trailName.test(id)) || (className !== "" && trailName.test(className));
}

/** How far a path goes that is printed piece by piece: short linked pieces, marks between them, at last the column without a link. */
function endOfTrail(page: PageOutline, start: number, before: number): number {
  let end = start + 1;
  while (end < Math.min(before, start + 2 * mostParts)) {
    const line = page.lines[end];
    if (line === undefined || line.text.length > longestPart) break;
    const isPiece = isLinked(line) || onlyMarks.test(line.text) || mark.test(line.text.slice(0, 1));
    const isBehindMark = onlyMarks.test(page.lines[end - 1]?.text ?? "");
    if (!isPiece && !isBehindMark) break;
    end += 1;
  }
  return end;
}

/** `isNamed`: the site calls the block a path. A list of links that begins with 首页 is otherwise a menu. */
function trailOf(page: PageOutline, range: LineRange, isNamed: boolean): Breadcrumb | null {
  const lines = page.lines.slice(range.start, range.end);
  const [first] = lines;
  if (first === undefined || !(trailLabel.test(first.text) || homeWord.test(first.text))) return null;
  const printed = lines.length === 1 ? lineTrail(page, range, first.text) : piecesTrail(lines, isNamed);
  if (printed === null || printed.parts.length < 2 || printed.parts.length > mostParts) return null;
  return isPath(first.text, printed.parts) ? { start: range.start, end: range.end, ...printed } : null;
}

type PrintedTrail = Pick<Breadcrumb, "text" | "parts">;

function lineTrail(page: PageOutline, range: LineRange, text: string): PrintedTrail | null {
  return text.length < 120 ? { text, parts: breadcrumbParts(text, linksOf(page.links, range)) } : null;
}

function piecesTrail(lines: readonly PageLine[], isNamed: boolean): PrintedTrail | null {
  const label = trailLabel.exec(lines[0]?.text ?? "")?.[0] ?? "";
  if (!isNamed && label === "" && !lines.some(({ text }) => onlyMarks.test(text) || mark.test(text))) return null;
  const parts = tidyParts(lines.flatMap((line) => breadcrumbParts(line.text)));
  return { text: `${label}${parts.join(" > ")}`, parts };
}

/** A path names home, or says that it is one; its pieces are short. */
function isPath(text: string, parts: readonly string[]): boolean {
  const isNamed = trailLabel.test(text) || parts.some((part) => homeWord.test(part));
  return isNamed && parts.slice(0, -1).every((part) => part.length <= longestPart);
}

function byLinks(path: string, links: readonly string[]): string[] {
  const last = links.at(-1) ?? "";
  const rest = path.slice(path.lastIndexOf(last) + last.length).trim();
  return rest === "" || rest.length > longestPart ? [...links] : [...links, rest];
}

function linksOf(links: readonly PageLink[], range: LineRange): string[] {
  return linksWithin(links, range).map(({ text }) => text);
}

function isLinked(line: PageLine): boolean {
  return line.linkLength * 2 > line.text.length;
}

function tidyParts(parts: readonly string[]): string[] {
  return parts
    .map((part) => part.replace(/^[\s:：>＞»›→]+/u, "").trim())
    .filter((part) => part !== "" && !onlyMarks.test(part));
}
