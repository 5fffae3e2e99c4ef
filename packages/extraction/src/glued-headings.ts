import { isChapterHeading } from "./heading-cues.ts";
import { numbersIn } from "./inner-numbers.ts";
import { readMarker, type Marker } from "./numbering.ts";
import type { Line } from "./paragraphs.ts";
import { readProblemHeading } from "./problem-heading.ts";
import { runningLines } from "./running-lines.ts";

const mostCuts = 400;

/**
 * Cuts a line where a heading is glued into it, so that every heading begins a line: “一、整改情况(一)关于“…”问题的整改。1.…。2.…。”. A number
 * counts where the formula of a problem follows it, where it goes on counting as its line began, or where a chapter heading is all that
 * follows. Enumerations inside a measure (一是…二是…, 1.…;2.…) stay whole.
 */
export function withoutGluedHeadings(lines: readonly Line[]): readonly Line[] {
  const numbers = lines.map(({ text }) => numbersIn(text));
  const running = runningLines(lines, numbers);
  const cut: Line[] = [];
  lines.forEach((line, at) => {
    const inside = numbers[at] ?? [];
    const starts = running.get(at) ?? (inside.length === 0 ? [] : cutsOf(line.text, inside, lines[at + 1]));
    if (starts.length === 0) cut.push(line);
    else cut.push(...pieces(line, starts));
  });
  return cut.length === lines.length ? lines : cut.map(({ start, end, text }, index) => ({ index, start, end, text }));
}

function pieces(line: Line, starts: readonly number[]): readonly Line[] {
  return [0, ...starts].map((start, at, all) => {
    const text = line.text.slice(start, all[at + 1] ?? line.text.length).trimEnd();
    return { index: line.index, start: line.start + start, end: line.start + start + text.length, text };
  });
}

function cutsOf(text: string, inside: readonly number[], nextLine: Line | undefined): readonly number[] {
  const cuts: number[] = [];
  const next = nextLine ? readMarker(nextLine.text) : null;
  let last = readMarker(text);
  let inner: Marker | null = null;
  for (const at of inside) {
    const marker = readMarker(text.slice(at, at + 20));
    if (!marker || cuts.length >= mostCuts) continue;
    if (!isHeadingAt(text, at, marker)) {
      // “1.做好三件事:1.…;2.…” counts on by itself.
      if (marker.ordinal === 1 || follows(marker, inner)) inner = marker;
      if (inner === marker || !goesOn(text, at, { last, marker, next })) continue;
    }
    cuts.push(at);
    last = marker;
    inner = null;
  }
  return cuts.filter((cut) => isOutsideBrackets(text, cut));
}

function isHeadingAt(text: string, at: number, marker: Marker): boolean {
  const rest = text.slice(at + marker.length, at + marker.length + 200);
  const problem = readProblemHeading(rest);
  if (problem && problem.kind !== "bare") return true;
  return at + marker.length + rest.length === text.length && isChapterHeading(rest);
}

type Count = { readonly last: Marker | null; readonly marker: Marker; readonly next: Marker | null };

/** “(一)….(二)…” in one paragraph; but “1.做好三件事:1.…。2.…。” before a line that begins with 2. is an enumeration. */
function goesOn(text: string, at: number, { last, marker, next }: Count): boolean {
  if (!follows(marker, last) || !/[。;!?]\s?$/.test(text.slice(Math.max(0, at - 2), at))) return false;
  return !(next?.style === marker.style && next.ordinal === marker.ordinal);
}

function follows(marker: Marker, before: Marker | null): boolean {
  return before?.style === marker.style && before.ordinal + 1 === marker.ordinal;
}

/** A number inside 《》 or a quotation belongs to it. */
function isOutsideBrackets(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 100), at);
  return before.lastIndexOf("《") <= before.lastIndexOf("》") && before.lastIndexOf("“") <= before.lastIndexOf("”");
}
