import type { Span } from "@zhenggai/notice";
import { foldTypography } from "./typography.ts";

/** A stretch without white space and marks, and where each of its characters stood. */
export type Squeezed = { readonly words: string; readonly places: readonly number[] };

/** The words of a stretch, to look something up that may be broken or set otherwise. Example: 一是\n“先行” gives 一是先行. */
export function squeezed(text: string, { start, end }: Span): Squeezed {
  const places: number[] = [];
  let words = "";
  for (let at = start; at < end; at += 1) {
    const folded = foldTypography(text.charAt(at));
    words += folded;
    for (let one = 0; one < folded.length; one += 1) places.push(at);
  }
  return { words, places };
}
