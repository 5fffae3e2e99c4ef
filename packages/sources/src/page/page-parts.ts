import { findBreadcrumb, isBreadcrumbLine, type Breadcrumb } from "./find-breadcrumb.ts";
import { findDominantBody } from "./find-dominant-body.ts";
import { findMarkedBody, type Body } from "./find-marked-body.ts";
import { findTitle, type PrintedTitle, type TitleLimit } from "./find-title.ts";
import { isHeaderLine, isLabelAlone, isLabelledHeader, isValueOf } from "./header-line.ts";
import { titleOfTab, type KnownTitle } from "./known-title.ts";
import { isPagerLine, isTailLine, isWidgetLine, squeeze } from "./page-line.ts";
import type { LineRange, PageOutline } from "./page-outline.ts";

/** Lines of a page that name values of the article, printed as one: a label and its value may stand in two cells. */
type HeaderLine = LineRange & { readonly text: string };

/** Which lines of a page are what. */
export type PageParts = {
  readonly breadcrumb: Breadcrumb | null;
  readonly title: PrintedTitle | null;
  readonly headers: readonly HeaderLine[];
  readonly body: Body | null;
  readonly bodyLines: readonly number[];
};

/** A line of the text under construction: which line of the page it is, and where it begins in the text. */
export type TextLine = {
  readonly text: string;
  readonly start: number;
  readonly role: "breadcrumb" | "title" | "header" | "body";
};

const headerReach = 8;
const insideReach = 3;

/** Sorts the lines of a page. `known` is the title that meta tags or marks name, `expectedDialect` what the YAML says. */
export function findParts(page: PageOutline, known: KnownTitle | null, expectedDialect: string | null): PageParts {
  const marked = findMarkedBody(page, expectedDialect);
  const markedStart = marked?.ranges[0]?.start;
  const title = findTitle(page, known, titleLimit(page, markedStart));
  const outline = titleIsChrome(page, title) ? withoutChrome(page) : page;
  const headers = findHeaders(outline, title, markedStart);
  const breadcrumb = findBreadcrumb(outline, title?.start ?? markedStart ?? outline.lines.length);
  const body = marked ?? findDominantBody(outline, articleStart(title, headers, breadcrumb));
  return { breadcrumb, title, headers, body, bodyLines: linesOfBody(outline, body, { title, headers }) };
}

/** The first line behind title and header, failing these behind the breadcrumb; null where nothing is known. */
function articleStart(
  title: PrintedTitle | null,
  headers: readonly HeaderLine[],
  breadcrumb: Breadcrumb | null,
): number | null {
  const ends = [title?.end ?? 0, headers.at(-1)?.end ?? 0];
  const start = Math.max(...ends);
  return start > 0 ? start : (breadcrumb?.end ?? null);
}

function titleIsChrome(page: PageOutline, title: PrintedTitle | null): boolean {
  return title !== null && page.lines[title.start]?.isChrome === true;
}

/** A site may call everything a menu; what surrounds the title is none. */
function withoutChrome(page: PageOutline): PageOutline {
  return { ...page, lines: page.lines.map((line) => (line.isChrome ? { ...line, isChrome: false } : line)) };
}

/**
 * Up to which line the title stands: above a marked body (a few bodies contain it), else above the header line, else where the prose
 * begins.
 */
function titleLimit(page: PageOutline, markedStart: number | undefined): TitleLimit {
  if (markedStart !== undefined) return { before: markedStart, within: markedStart + insideReach };
  const header = page.lines.findIndex((line, index) => index > 0 && !line.isFooter && isLabelledHeader(line.text));
  if (header !== -1) return { before: header, within: header + insideReach };
  const prose = findDominantBody(page, null)?.ranges[0]?.start ?? page.lines.length;
  return { before: prose + 1, within: prose + insideReach };
}

function findHeaders(page: PageOutline, title: PrintedTitle | null, markedStart: number | undefined): HeaderLine[] {
  const strictFrom = markedStart ?? Infinity;
  if (title === null) {
    const range = { start: 0, end: markedStart ?? page.lines.length };
    return headersIn(page, range, { strictFrom, stopsAtProse: false }).slice(0, 1);
  }
  const end = markedStart === undefined ? title.end + headerReach : Math.max(markedStart, title.end) + 2;
  const below = headersIn(page, { start: title.end, end }, { strictFrom, stopsAtProse: true });
  if (below.length > 0) return below;
  // A date line above the title, or a table of the article's values.
  const above = { start: Math.max(0, title.start - headerReach), end: title.start };
  return headersIn(page, above, { strictFrom: 0, stopsAtProse: false });
}

type HeaderSearch = {
  /** From this line on only labelled lines count, for in a body a bare date may be the signature's. */
  readonly strictFrom: number;
  /** Behind the first line of prose a date line is the signature's. */
  readonly stopsAtProse: boolean;
};

function headersIn(page: PageOutline, range: LineRange, search: HeaderSearch): HeaderLine[] {
  const found: HeaderLine[] = [];
  let { end } = range;
  let index = range.start;
  while (index < Math.min(end, page.lines.length)) {
    const header = headerAt(page, index, search.strictFrom);
    if (header === null && search.stopsAtProse && (page.lines[index]?.score ?? 0) > 0) break;
    if (header !== null) {
      if (!isWidgetLine(header.text)) found.push(header);
      // Each value of a table of values brings the next into reach.
      end = Math.max(end, Math.min(header.end + 1, search.strictFrom));
    }
    index = header?.end ?? index + 1;
  }
  return found;
}

function headerAt(page: PageOutline, index: number, strictFrom: number): HeaderLine | null {
  const line = page.lines[index];
  if (line === undefined || line.isFooter) return null;
  const next = page.lines[index + 1];
  if (next !== undefined && index + 1 < strictFrom && isLabelAlone(line.text)) {
    const label = line.text.replace(/[:：]/gu, "").trim();
    if (isValueOf(label, next.text) && !isLabelledHeader(next.text) && !isLabelAlone(next.text))
      return { text: `${label}：${next.text}`, start: index, end: index + 2 };
    return { text: line.text, start: index, end: index + 1 };
  }
  const isHeader = index >= strictFrom ? isLabelledHeader(line.text) : isHeaderLine(line);
  return isHeader ? { text: line.text, start: index, end: index + 1 } : null;
}

function linesOfBody(
  page: PageOutline,
  body: Body | null,
  above: { title: PrintedTitle | null; headers: readonly HeaderLine[] },
): number[] {
  const taken = above.title === null ? above.headers : [...above.headers, above.title];
  const used = new Set(indices(taken));
  const lines = indices(body?.ranges ?? []).filter((index) => !used.has(index));
  const opening = openingOf(page, lines, above.title?.text ?? titleOfTab(page)?.value ?? null);
  const ending = lines.findLastIndex((index) => !isNoEnding(page, index));
  return withoutCopy(page, lines.slice(opening, ending + 1));
}

function indices(ranges: readonly LineRange[]): number[] {
  const found: number[] = [];
  for (const { start, end } of ranges) for (let index = start; index < end; index += 1) found.push(index);
  return found;
}

/** How many lines at the head of a body only repeat what stands above it: breadcrumb, buttons, the title on one line or several. */
function openingOf(page: PageOutline, lines: readonly number[], title: string | null): number {
  const wanted = title === null ? "" : squeeze(title);
  let repeated = "";
  let opening = 0;
  for (const [at, index] of lines.entries()) {
    const text = page.lines[index]?.text ?? "";
    if (wanted !== "" && wanted.startsWith(repeated + squeeze(text))) {
      repeated += squeeze(text);
      if (repeated === wanted) {
        opening = at + 1;
        repeated = "";
      }
    } else if (at === opening && (isBreadcrumbLine(text) || isTailLine(text))) opening = at + 1;
    else break;
  }
  return opening;
}

/** Whether a line at the end of a body is a button or a link to another page. */
function isNoEnding(page: PageOutline, index: number): boolean {
  const line = page.lines[index];
  return (
    line !== undefined &&
    (isTailLine(line.text) || isPagerLine(line.text) || (line.isFooter && !/主办|承办/u.test(line.text)))
  );
}

/** A page that prints its body twice, for screens and for telephones, says it once. */
function withoutCopy(page: PageOutline, lines: readonly number[]): number[] {
  const texts = lines.map((index) => page.lines[index]?.text ?? "");
  const half = texts.length / 2;
  const isDoubled =
    half >= 1 && Number.isInteger(half) && texts.slice(0, half).join("\n") === texts.slice(half).join("\n");
  return isDoubled ? lines.slice(0, half) : [...lines];
}
