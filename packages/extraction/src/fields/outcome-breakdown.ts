import type { Outcome } from "@zhenggai/notice";
import { printedFigures, type PrintedFigure } from "./printed-figures.ts";

type Part = Outcome["breakdown"][number];
/** Parts of a figure; `isWhole` where they must add up (no 其中, one unit). `length` is what they take of the text. */
export type Breakdown = { readonly parts: readonly Part[]; readonly length: number; readonly isWhole: boolean };

const longest = 400;
const none: Breakdown = { parts: [], length: 0, isWhole: false };

/** “(警告7人、严重警告3人)” right behind a figure; a bracket inside the bracket belongs to the part before it. */
export function bracketBreakdown(text: string, figure: PrintedFigure): Breakdown {
  const end = closingBracket(text, figure.end);
  if (end === null) return none;
  const inside = outerLevel(text.slice(figure.end + 1, end));
  const parts: Part[] = [];
  let from = 0;
  for (const part of printedFigures(inside)) {
    parts.push({ label: labelOf(inside.slice(from, part.start)), value: part.value, unit: part.unit });
    from = part.end;
  }
  const isWhole = !/其中|包括|含/.test(inside) && parts.every(({ unit }) => unit === figure.unit) && parts.length > 1;
  return parts.length === 0 ? none : { parts, length: end + 1 - figure.end, isWhole };
}

/** Whether the parts contradict the figure: more than the whole, or less where nothing is left out. */
export function isContradicted(value: number, unit: string, { parts, isWhole }: Omit<Breakdown, "length">): boolean {
  const own = parts.filter((part) => part.unit === unit);
  const sum = Math.round(own.reduce((total, part) => total + part.value, 0) * 1e6) / 1e6;
  return isWhole ? sum !== value : own.some((part) => part.value > value);
}

/** The words of a part: “,其中党内警告” is 党内警告. */
export function labelOf(printed: string): string {
  return printed
    .replace(/^[、,;:和及以\s]*(?:其中|包括|含)?[:,]?/, "")
    .replace(/(?:给予|分别)?(?:为|有|共)?$/, "")
    .slice(-20);
}

function closingBracket(text: string, start: number): number | null {
  if (text.charAt(start) !== "(") return null;
  let depth = 0;
  for (let at = start; at < text.length && at - start < longest; at += 1) {
    const character = text.charAt(at);
    if (character === "\n") return null;
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

/** The text without what stands in brackets: “党纪处分12人(警告8人)、诫勉6人” keeps the two of one level. */
function outerLevel(text: string): string {
  let depth = 0;
  let kept = "";
  for (const character of text) {
    if (character === "(") depth += 1;
    if (depth === 0) kept += character;
    if (character === ")") depth = Math.max(0, depth - 1);
  }
  return kept;
}
