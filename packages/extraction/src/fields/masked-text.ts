import { characterSet, hasAny } from "../character-set.ts";
import { beginsWithDigit } from "../chinese-number.ts";
import type { Range } from "./ranges.ts";

/** A text as the rules of figures see it, and the ranges between its quotation marks. */
export type MaskedText = { readonly text: string; readonly quotes: readonly Range[] };

const longestQuote = 60;
const markCharacters = characterSet(",:;。!?");
const marks = /[,:;。!?]/g;
/** Patterns with what stands for their brackets. “213名(217人次)” counts the same persons twice. */
const aside = [/\((?!次\))([^()\d\n]{1,8})\)/y, "〔", "〕"] as const;
const remark = [/\((?<=[名人]\()\d{1,6}人次\)/y, "■", "■"] as const;

/**
 * The text with document titles blanked (■) and with commas and stops inside quotation marks made neutral, so that neither cuts a clause; neutral, too, are short
 * brackets inside words (党(工)委, 村(社区)). Same length: offsets stay. A figure between quotation marks belongs to a name (“三项机制”) or
 * to a problem.
 */
export function maskedText(text: string, titles: readonly Range[]): MaskedText {
  const titled = withoutTitles(text, titles);
  const quotes = quotedRanges(titled);
  return { text: withoutBrackets(withoutQuotedMarks(titled, quotes)), quotes };
}

/** Looked for from bracket to bracket, of which a notice has few. */
function withoutBrackets(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf("("); at !== -1; at = text.indexOf("(", at + 1)) {
    const [pattern, opening, closing] = beginsWithDigit(text.charAt(at + 1)) ? remark : aside;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const [bracket, word = ""] = match;
    pieces.push(text.slice(from, at), opening, word === "" ? "■".repeat(bracket.length - 2) : word, closing);
    from = at + bracket.length;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}

function withoutTitles(text: string, titles: readonly Range[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of titles) {
    pieces.push(text.slice(at, start), "■".repeat(end - start));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** From each first closing mark back to the opening one nearest to it, on one line: most marks pair so, and none is looked at twice. */
function quotedRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let open = text.indexOf("“");
  while (open !== -1) {
    const close = text.indexOf("”", open + 1);
    if (close === -1) break;
    const start = text.lastIndexOf("“", close);
    const length = close - start - 1;
    const isQuote = length > 0 && length <= longestQuote && !text.slice(start, close).includes("\n");
    if (isQuote) ranges.push({ start, end: close + 1 });
    open = text.indexOf("“", close + 1);
  }
  return ranges;
}

function withoutQuotedMarks(text: string, quotes: readonly Range[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of quotes) {
    const quote = text.slice(start, end);
    if (!hasAny(markCharacters, quote)) continue;
    pieces.push(text.slice(at, start), quote.replaceAll(marks, "、"));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
