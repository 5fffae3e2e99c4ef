import type { Line } from "./paragraphs.ts";

/** What the columns of a table of findings are called. */
const columnName =
  /^(?:序号|编号|(?:巡[视察])?(?:反馈)?(?:的|具体)?问题|问题(?:类别|清单|描述|表现)|(?:整改|具体|主要)?(?:措施|目标|要求)|(?:整改|落实|完成|进展)(?:落实|进展|完成)?(?:情况|成效|结果|进度|状态|时限|时间)|(?:责任|牵头|配合)(?:单位|部门|科室|人|领导)|分管领导|备注)$/;
const longestColumnName = 8;
const numberAlone = /^\d{1,3}$/;
const longestNumber = 3;
const leastColumns = 3;

/** The lines of a table read cell by cell: the names of its columns in one, and the number of a row with the cell that follows it. */
export function withTableRows(viewText: string, lines: readonly Line[]): readonly Line[] {
  const numbered = rowStarts(lines);
  const rows: Line[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    const count = numbered.has(at) ? 2 : columnsAt(lines, at);
    const end = lines[at + count - 1]?.end ?? line.end;
    rows.push({ index: rows.length, start: line.start, end, text: viewText.slice(line.start, end) });
    at += count;
  }
  return rows;
}

/** How many lines from here on are one: the names of the columns, or 1. */
function columnsAt(lines: readonly Line[], start: number): number {
  let count = 0;
  while (isColumnName(lines[start + count]?.text ?? "")) count += 1;
  return count >= leastColumns ? count : 1;
}

/** Most lines are too long for one: the pattern is only tried on the others. */
function isColumnName(text: string): boolean {
  return text.length <= longestColumnName && columnName.test(text);
}

/** Numbers on lines of their own that count up from 1, each before a cell of text; the number of a page stands alone. */
function rowStarts(lines: readonly Line[]): ReadonlySet<number> {
  const starts: number[] = [];
  lines.forEach(({ text }, at) => {
    if (text.length > longestNumber || Number(numberAlone.exec(text)?.[0]) !== starts.length + 1) return;
    if (/[\u4e00-\u9fff]{3}/.test(lines[at + 1]?.text ?? "")) starts.push(at);
  });
  return new Set(starts.length > 1 ? starts : []);
}
