import type { Span } from "@zhenggai/notice";
import { classAt, classOf, signClass } from "./sign-classes.ts";
import { spanOf } from "./spans.ts";

const { clauseMark, sentenceMark, closer, space, digit, titleMark } = signClass;

const isSpace = (text: string, at: number): boolean => (classAt(text, at) & space) !== 0;
const isDigit = (text: string, at: number): boolean => (classAt(text, at) & digit) !== 0;

/** A comma inside 1,234 or a colon inside 10:30 or http:// ends nothing. */
function isInsideNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const isColon = code === 0x3a || code === 0xff_1a;
  if (isColon && text.startsWith("//", at + 1)) return true;
  if (!isDigit(text, at - 1) || !isDigit(text, at + 1)) return false;
  if (isColon) return true;
  if (code !== 0x2c && code !== 0xff_0c) return false;
  const around = text.slice(Math.max(0, at - 4), at + 5);
  return /(?:^|[^0-9０-９])[0-9０-９]{1,3}[,，][0-9０-９]{3}(?:[^0-9０-９]|$)/.test(around);
}

function pieceEnd(text: string, from: number, mark: number): number {
  let end = from;
  while ((classAt(text, end) & (mark | closer)) !== 0) end += 1;
  while (isSpace(text, end)) end += 1;
  return end;
}

const longestTitle = 120;

/** Behind the title that opens at a place: its commas end no clause. */
function afterTitle(text: string, open: number, limit: number): number {
  const [opener, closing] = text.charAt(open) === "《" ? ["《", "》"] : ["〈", "〉"];
  const reach = text.slice(open + 1, open + longestTitle + 1);
  const found = reach.indexOf(closing);
  const close = found === -1 ? -1 : open + 1 + found;
  const opened = reach.indexOf(opener);
  const next = opened === -1 ? -1 : open + 1 + opened;
  const isTitle = close !== -1 && close < limit && (next === -1 || next > close);
  return isTitle ? close + 1 : open + 1;
}

/** Whether a title may end behind a place: most places have none near, and looking ahead is cheaper than looking back. */
const mayBeInTitle = (text: string, at: number): boolean =>
  ["》", "〉"].some((mark) => text.slice(at + 1, at + longestTitle).includes(mark));

/** Whether a place lies within a title. */
function isInsideTitle(text: string, at: number): boolean {
  if (!mayBeInTitle(text, at)) return false;
  // No further back than a title is long: a text without titles would be searched from its start every time.
  const least = Math.max(0, at - longestTitle);
  let open = at - 1;
  while (open >= least && (classAt(text, open) & titleMark) === 0) open -= 1;
  return open >= least && afterTitle(text, open, text.length) > at;
}

function split(text: string, within: Span, mark: number): Span[] {
  const pieces: Span[] = [];
  let { start } = within;
  let at = start;
  while (at < within.end) {
    const classes = classOf(text.charCodeAt(at));
    if ((classes & (mark | titleMark)) === 0) {
      at += 1;
    } else if ((classes & mark) !== 0 && !isInsideNumber(text, at)) {
      at = Math.min(pieceEnd(text, at + 1, mark), within.end);
      pieces.push(spanOf(start, at));
      start = at;
    } else {
      at = (classes & titleMark) === 0 ? at + 1 : afterTitle(text, at, within.end);
    }
  }
  if (start < within.end) pieces.push(spanOf(start, within.end));
  return pieces;
}

/** Where the last clause ends that ends at or before `at` and after `from`; `from` where none does. */
export function clauseEndBefore(text: string, from: number, at: number): number {
  for (let mark = at - 1; mark >= from; mark -= 1) {
    if ((classAt(text, mark) & clauseMark) === 0 || isInsideNumber(text, mark)) continue;
    const end = pieceEnd(text, mark + 1, clauseMark);
    if (end <= at && !isInsideTitle(text, mark)) return end;
  }
  return from;
}

/** Where the first clause ends that ends at or after `at`; `to` where none does before it. */
export function clauseEndAfter(text: string, at: number, to: number): number {
  let mark = at;
  while (mark > 0 && (classAt(text, mark - 1) & (clauseMark | closer | space)) !== 0) mark -= 1;
  for (; mark < to; mark += 1) {
    if ((classAt(text, mark) & clauseMark) === 0 || isInsideNumber(text, mark)) continue;
    const end = pieceEnd(text, mark + 1, clauseMark);
    if (end >= at && !isInsideTitle(text, mark)) return Math.min(end, to);
  }
  return to;
}

/**
 * Sentences of a stretch of text; they tile it, each with its closing marks, quotes and white space.
 * Example: 召开会议3次。立案2件。 is two sentences.
 */
export const splitSentences = (text: string, within: Span): Span[] => split(text, within, sentenceMark);

/**
 * Clauses of a stretch of text, tiling it. Figures are never split: 1,234万元 and 10:30 are whole.
 * Example: 修订制度4项，约谈6人； is two clauses.
 */
export const splitClauses = (text: string, within: Span): Span[] => split(text, within, clauseMark);
