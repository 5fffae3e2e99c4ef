import type { Notice } from "@zhenggai/notice";
import { furnitureOf } from "./regions.ts";
import { isSpaceAt } from "./spaces.ts";
import { printKey } from "./text-keys.ts";
import { foldTypography, isFurniture } from "./typography.ts";

/** Whether two texts differ in white space only: one of them may be broken into lines anywhere, and be read otherwise. */
function isSameButForSpace(before: string, after: string): boolean {
  let [b, a] = [0, 0];
  for (;;) {
    while (b < before.length && before.charCodeAt(b) === after.charCodeAt(a)) {
      b += 1;
      a += 1;
    }
    if (b === before.length && a === after.length) return true;
    if (isSpaceAt(before, b)) b += 1;
    else if (isSpaceAt(after, a)) a += 1;
    else return false;
  }
}

/** Whether two notices differ in typography and page furniture only; compared line by line up to the first word that differs. */
export function isSameInPrint(before: Notice, after: Notice): boolean {
  if (before.text === after.text || isSameButForSpace(before.text, after.text)) return true;
  const [old, young] = [linesOf(before), linesOf(after)];
  let [one, other] = [old(), young()];
  while (one !== null && other !== null) {
    const shared = Math.min(one.length, other.length);
    if (one.slice(0, shared) !== other.slice(0, shared)) return false;
    one = one.length > shared ? one.slice(shared) : old();
    other = other.length > shared ? other.slice(shared) : young();
  }
  return one === null && other === null;
}

/** How a reading cuts a notice up: the measures of each finding. */
const shapeOf = (notice: Notice): string => notice.findings.map((finding) => finding.measures.length).join(" ");

/**
 * Whether two notices that are read differently say the same all the same: their figures are only printed otherwise.
 * Example: a space in 29 间 makes a finding of a measure in one of them, and 1300.5万元 is 13005000元.
 */
export function isSameReadOtherwise(before: Notice, after: Notice): boolean {
  return shapeOf(before) !== shapeOf(after) && wordsOf(before) === wordsOf(after);
}

function wordsOf(notice: Notice): string {
  const next = linesOf(notice, printKey);
  let words = "";
  for (let line = next(); line !== null; line = next()) words += line;
  return words;
}

/** Gives the lines of a notice by their keys one after the other, furniture and empty ones left out; null at the end. */
function linesOf(notice: Notice, keyOf: (line: string) => string = foldTypography): () => string | null {
  const around = furnitureOf(notice);
  const { text } = notice;
  let at = 0;
  return () => {
    while (at < text.length) {
      const piece = around.find((span) => span.start <= at && at < span.end);
      const next = around.find((span) => span.start > at)?.start ?? text.length;
      const end = Math.min(lineEnd(text, at), next);
      const line = text.slice(at, end);
      at = piece === undefined ? end : piece.end;
      const words = piece === undefined && !isFurniture(line) ? keyOf(line) : "";
      if (words !== "") return words;
    }
    return null;
  };
}

/** Where the line ends: a piece in which no figure is cut. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end + 1;
}
