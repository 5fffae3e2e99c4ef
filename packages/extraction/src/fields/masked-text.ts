import { characterSet, holds } from "../character-set.ts";
import { beginsWithDigit } from "../chinese-number.ts";
import type { Range } from "./ranges.ts";

/** A text as the rules of figures see it, and the ranges between its quotation marks. */
export type MaskedText = { readonly text: string; readonly quotes: readonly Range[] };

const longestQuote = 60;
const marks = characterSet(",:;。!?");
const aside = /\((?!次\))[^()\d\n]{1,8}\)/y;
/** “213名(217人次)” counts the same persons twice. */
const remark = /\((?<=[名人]\()\d{1,6}人次\)/y;

/** What stands at a place of the text instead of as many units. */
type Change = { readonly at: number; readonly text: string };

/**
 * The text with document titles blanked (■) and with commas and stops inside quotation marks made neutral, so that neither cuts a clause; neutral, too, are short
 * brackets inside words (党(工)委, 村(社区)). Same length: offsets stay. A figure between quotation marks belongs to a name (“三项机制”) or
 * to a problem.
 */
export function maskedText(text: string, titles: readonly Range[]): MaskedText {
  const titled = changed(
    text,
    titles.map(({ start, end }) => ({ at: start, text: "■".repeat(end - start) })),
  );
  const quotes = quotedRanges(titled);
  const changes = [...quotedMarks(titled, quotes), ...bracketChanges(titled)];
  return {
    text: changed(
      titled,
      changes.sort((left, right) => left.at - right.at),
    ),
    quotes,
  };
}

/** In one piece: a text of joined halves is slower to walk over. */
function changed(text: string, changes: readonly Change[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const change of changes) {
    pieces.push(text.slice(from, change.at), change.text);
    from = change.at + change.text.length;
  }
  pieces.push(text.slice(from));
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

function quotedMarks(text: string, quotes: readonly Range[]): readonly Change[] {
  const changes: Change[] = [];
  for (const { start, end } of quotes) {
    for (let at = start; at < end; at += 1) if (holds(marks, text.charCodeAt(at))) changes.push({ at, text: "、" });
  }
  return changes;
}

/** Looked for from bracket to bracket, of which a notice has few. */
function bracketChanges(text: string): readonly Change[] {
  const changes: Change[] = [];
  for (let at = text.indexOf("("); at !== -1; at = text.indexOf("(", at + 1)) {
    const isRemark = beginsWithDigit(text.charAt(at + 1));
    const pattern = isRemark ? remark : aside;
    pattern.lastIndex = at;
    if (!pattern.test(text)) continue;
    const end = pattern.lastIndex;
    if (isRemark) changes.push({ at, text: "■".repeat(end - at) });
    else changes.push({ at, text: "〔" }, { at: end - 1, text: "〕" });
  }
  return changes;
}
