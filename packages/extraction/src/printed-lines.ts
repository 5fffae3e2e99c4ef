import { characterSet, holds } from "./character-set.ts";
import { findDates } from "./find-dates.ts";
import { withoutGluedHeadings } from "./glued-headings.ts";
import { paragraphs, type Line } from "./paragraphs.ts";
import { withTableRows } from "./table-rows.ts";

/** A piece of a date, alone on its line or at the end of one: “2024年”, “3月”, “15日”, “发布时间:2024-”. */
const opensDate =
  /(?:\d{4}\s?[-./]|(?:\d{4}|[〇○零一二三四五六七八九]{4})\s?年(?:\s?[\d一二三四五六七八九十]{1,3}\s?月)?)$/;
const endsOfOpening = characterSet("-./年月");
const pieceOfDate = /^[\d一二三四五六七八九十]{1,3}\s?[-./月日号]?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?$/;
const longestOpening = 60;

/** The lines of a text as they were meant: a date broken over lines in one, glued headings apart. */
export function printedLines(viewText: string): readonly Line[] {
  return withoutGluedHeadings(withTableRows(viewText, withoutBrokenDates(viewText, paragraphs(viewText))));
}

function withoutBrokenDates(viewText: string, lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    const count = piecesAfter(viewText, lines, at);
    const end = lines[at + count]?.end ?? line.end;
    joined.push({ index: joined.length, start: line.start, end, text: viewText.slice(line.start, end) });
    at += count + 1;
  }
  return joined;
}

/** How many of the next lines belong to the date that this one begins. */
function piecesAfter(viewText: string, lines: readonly Line[], at: number): number {
  const line = lines[at];
  if (!line || line.text.length > longestOpening) return 0;
  if (!holds(endsOfOpening, line.text.charCodeAt(line.text.length - 1)) || !opensDate.test(line.text)) return 0;
  for (const count of [2, 1]) {
    const last = lines[at + count];
    const pieces = lines.slice(at + 1, at + count + 1);
    if (!last || !pieces.every(({ text }) => pieceOfDate.test(text))) continue;
    const text = viewText.slice(line.start, last.end);
    const date = findDates(text).at(-1);
    if (date && date.year !== null && date.day !== null && date.end > last.start - line.start) return count;
  }
  return 0;
}
