import type { Span } from "@zhenggai/notice";

const sentenceMarks = new Set("。！？!?\n");
const clauseMarks = new Set("。！？!?\n，,；;：:");
const closers = new Set("”’」』）)】》〉");
const digit = /[0-9０-９]/;
const space = /\s/;

/** A comma inside 1,234 or a colon inside 10:30 or http:// ends nothing. */
function isInsideNumber(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if ((mark === ":" || mark === "：") && text.startsWith("//", at + 1)) return true;
  if (!digit.test(text.charAt(at - 1)) || !digit.test(text.charAt(at + 1))) return false;
  if (mark === ":" || mark === "：") return true;
  if (mark !== "," && mark !== "，") return false;
  const around = text.slice(Math.max(0, at - 4), at + 5);
  return /(?:^|[^0-9０-９])[0-9０-９]{1,3}[,，][0-9０-９]{3}(?:[^0-9０-９]|$)/.test(around);
}

function pieceEnd(text: string, from: number, marks: ReadonlySet<string>): number {
  let end = from;
  while (marks.has(text.charAt(end)) || closers.has(text.charAt(end))) end += 1;
  while (end < text.length && space.test(text.charAt(end))) end += 1;
  return end;
}

function split(text: string, within: Span, marks: ReadonlySet<string>): Span[] {
  const pieces: Span[] = [];
  let start = within.start;
  let at = start;
  while (at < within.end) {
    if (marks.has(text.charAt(at)) && !isInsideNumber(text, at)) {
      at = Math.min(pieceEnd(text, at + 1, marks), within.end);
      pieces.push({ start, end: at });
      start = at;
    } else {
      at += 1;
    }
  }
  if (start < within.end) pieces.push({ start, end: within.end });
  return pieces;
}

/**
 * Sentences of a stretch of text; they tile it, each with its closing marks, quotes and white space.
 * Example: 召开会议3次。立案2件。 is two sentences.
 */
export const splitSentences = (text: string, within: Span): Span[] => split(text, within, sentenceMarks);

/**
 * Clauses of a stretch of text, tiling it. Figures are never split: 1,234万元 and 10:30 are whole.
 * Example: 修订制度4项，约谈6人； is two clauses.
 */
export const splitClauses = (text: string, within: Span): Span[] => split(text, within, clauseMarks);
