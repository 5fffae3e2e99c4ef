import { findDominantBody, findMarkedBody, type Body } from "./find-body.ts";
import {
  findBreadcrumb,
  findTitle,
  isBreadcrumbLine,
  isHeaderLine,
  isLabelledHeader,
  type PrintedTitle,
} from "./find-header.ts";
import { squeeze } from "./page-line.ts";
import type { PageOutline } from "./read-outline.ts";

/** Which lines of a page are what. */
export type PageParts = {
  readonly breadcrumb: number | null;
  readonly title: PrintedTitle | null;
  readonly headers: readonly number[];
  readonly body: Body | null;
  readonly bodyLines: readonly number[];
};

/** A line of the text under construction: which line of the page it is, and where it begins in the text. */
export type TextLine = {
  readonly text: string;
  readonly start: number;
  readonly role: "breadcrumb" | "title" | "header" | "body";
};

const headerReach = 6;

/** Sorts the lines of a page. `known` is the title that meta tags or marks name, `expectedDialect` what the YAML says. */
export function findParts(outline: PageOutline, known: string | null, expectedDialect: string | null): PageParts {
  const marked = findMarkedBody(outline, expectedDialect);
  const markedStart = marked?.ranges[0]?.start;
  const title = findTitle(outline, known, titleLimit(outline, markedStart));
  const headers = findHeaders(outline, title, markedStart);
  const afterHeader = Math.max(title?.end ?? 0, (headers.at(-1) ?? -1) + 1);
  const body = marked ?? findDominantBody(outline, afterHeader === 0 ? null : afterHeader);
  const bodyLines = linesOfBody(outline, body, { title, headers });
  const trail = findBreadcrumb(outline, title?.start ?? bodyLines[0] ?? outline.lines.length);
  return { breadcrumb: trail === -1 ? null : trail, title, headers, body, bodyLines };
}

function linesOfBody(
  outline: PageOutline,
  body: Body | null,
  above: { title: PrintedTitle | null; headers: readonly number[] },
): number[] {
  const used = new Set([...above.headers, ...titleLines(above.title)]);
  const lines = (body?.ranges ?? [])
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, offset) => start + offset))
    .filter((index) => !used.has(index));
  const opening = lines.findIndex((index) => !isRepeatedOpening(outline, index, above.title));
  return opening === -1 ? [] : lines.slice(opening);
}

/** Up to which line the title may stand: shortly behind the body's start, for some bodies contain it; else the header line. */
function titleLimit(outline: PageOutline, markedStart: number | undefined): number {
  if (markedStart !== undefined) return markedStart + 3;
  const header = outline.lines.findIndex((line, index) => index > 0 && isHeaderLine(line.text));
  return header === -1 ? outline.lines.length : header;
}

function findHeaders(outline: PageOutline, title: PrintedTitle | null, markedStart: number | undefined): number[] {
  const isHeader = (index: number): boolean => {
    const text = outline.lines[index]?.text ?? "";
    return index >= (markedStart ?? Infinity) ? isLabelledHeader(text) : isHeaderLine(text);
  };
  if (title === null) {
    const first = outline.lines.findIndex((line, index) => isHeaderLine(line.text) && index <= (markedStart ?? index));
    return first === -1 ? [] : [first];
  }
  const near = markedStart === undefined ? title.end + headerReach : Math.max(markedStart, title.end) + 2;
  const found: number[] = [];
  for (let index = title.end; index < Math.min(near, outline.lines.length); index += 1) {
    if (isHeader(index)) found.push(index);
    // Behind the first line of prose a date line is the signature's.
    else if ((outline.lines[index]?.score ?? 0) > 0) break;
  }
  return found;
}

function titleLines(title: PrintedTitle | null): number[] {
  return title === null ? [] : Array.from({ length: title.end - title.start }, (_, offset) => title.start + offset);
}

/** Whether a line at the head of a body only repeats what stands above it: breadcrumb or title. */
function isRepeatedOpening(outline: PageOutline, index: number, title: PrintedTitle | null): boolean {
  const text = outline.lines[index]?.text ?? "";
  return isBreadcrumbLine(text) || (title !== null && squeeze(text) === squeeze(title.text));
}
