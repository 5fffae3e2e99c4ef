import type { CitedDocument, Span } from "@zhenggai/notice";
import { characterSet, holds } from "../character-set.ts";
import type { View } from "../normalized-view.ts";
import type { Range } from "./ranges.ts";

const longestTitle = 200;

/** Distinct titles between 《 and 》, outermost where they nest, in the order of their first mention; `titles` are their ranges in the view. */
export function documentsOf(view: View, titles: readonly Range[]): readonly CitedDocument[] {
  const spans = new Map<string, Span[]>();
  for (const { start, end } of titles) {
    const title = view.text.slice(start, end).trim();
    if (title === "") continue;
    const mentions = spans.get(title);
    if (mentions === undefined) spans.set(title, [view.span(start, end)]);
    else mentions.push(view.span(start, end));
  }
  return [...spans].map(([title, mentions]) => ({ title, mentions: mentions.length, spans: mentions }));
}

/** Ranges between the brackets; a bracket that is not closed on its line opens nothing. */
export function titleRanges(text: string): readonly Range[] {
  const ranges: { start: number; end: number }[] = [];
  let start = -1;
  let depth = 0;
  let lineEnd = text.indexOf("\n");
  for (let at = text.indexOf("《"); at !== -1; at = nextBracket(text, at + 1, depth)) {
    const isOnNewLine = lineEnd !== -1 && lineEnd < at;
    if (isOnNewLine) lineEnd = text.indexOf("\n", at);
    if (isOnNewLine || (start >= 0 && at - start > longestTitle)) depth = 0;
    if (text.charAt(at) === "《") {
      if (depth === 0) start = at + 1;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) ranges.push({ start, end: at });
    }
  }
  return ranges;
}

const brackets = characterSet("《》");

/** Where the next bracket that matters stands: outside a title none closes. -1 where none does. */
function nextBracket(text: string, from: number, depth: number): number {
  if (depth === 0) return text.indexOf("《", from);
  for (let at = from; at < text.length; at += 1) if (holds(brackets, text.charCodeAt(at))) return at;
  return -1;
}
