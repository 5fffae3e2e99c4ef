import type { Span } from "@zhenggai/notice";
import type { View } from "./normalized-view.ts";

/** A stretch of the view, or (start null) a string that a page gives beside its text, such as a title in a meta tag. */
export type Passage = { readonly start: number | null; readonly text: string };

/** Where a part of the passage stands in the raw text; null where the passage is not of the text. */
export function spanIn(view: View, passage: Passage, at: number, length: number): Span | null {
  return passage.start === null ? null : view.span(passage.start + at, passage.start + at + length);
}
