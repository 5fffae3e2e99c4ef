import { readMarker } from "./numbering.ts";
import type { Line } from "./paragraphs.ts";

type Count = {
  readonly line: number;
  readonly first: number;
  readonly last: number;
  readonly starts: readonly number[];
};

/**
 * The paragraphs whose inner numbers go on from one to the next, and where these begin: “(一)….1.…。2.…。” above “(二)….3.…。4.…。” holds four
 * headings, while an enumeration begins anew in each paragraph. `numbers` says for each line where its inner numbers begin.
 */
export function runningLines(
  lines: readonly Line[],
  numbers: readonly (readonly number[])[],
): ReadonlyMap<number, readonly number[]> {
  const counts: Count[] = [];
  lines.forEach(({ text }, at) => {
    const inside = numbers[at] ?? [];
    const count = inside.length === 0 ? null : countIn(text, at, inside);
    if (count !== null) counts.push(count);
  });
  const running = counts.filter((count, at) => {
    const [before, after] = [counts[at - 1], counts[at + 1]];
    return before?.last === count.first - 1 || after?.first === count.last + 1;
  });
  return new Map(running.map(({ line, starts }) => [line, starts]));
}

/** 1. 2. 3. in one paragraph that itself begins with a number of another kind. */
function countIn(text: string, line: number, inside: readonly number[]): Count | null {
  const own = readMarker(text);
  if (own === null || own.style === "arabic") return null;
  const starts = inside.filter((at) => /^\d{1,3}[.、]/.test(text.slice(at, at + 4)) && endsSentence(text, at));
  const ordinals = starts.map((at) => Number.parseInt(text.slice(at, at + 3), 10));
  const [first] = ordinals;
  const last = ordinals.at(-1);
  const isCounted = ordinals.every((ordinal, at) => ordinal === (first ?? 0) + at);
  return first !== undefined && last !== undefined && isCounted ? { line, first, last, starts } : null;
}

function endsSentence(text: string, at: number): boolean {
  return /[。;!?:]\s?$/.test(text.slice(Math.max(0, at - 3), at));
}
