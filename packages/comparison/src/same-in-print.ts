import type { Notice } from "@zhenggai/notice";
import { furnitureOf } from "./regions.ts";
import { foldTypography, isFurniture } from "./typography.ts";

/** Whether two notices differ in typography and page furniture only; compared line by line up to the first word that differs. */
export function isSameInPrint(before: Notice, after: Notice): boolean {
  if (before.text === after.text) return true;
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

/** Gives the folded lines of a notice one after the other, furniture and empty ones left out; null at the end. */
function linesOf(notice: Notice): () => string | null {
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
      const words = piece === undefined && !isFurniture(line) ? foldTypography(line) : "";
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
