import type { Span } from "@zhenggai/notice";
import { orderedBy } from "./ordered-by.ts";

/** The stretch of a text from one place up to another. */
export const spanOf = (start: number, end: number): Span => ({ start, end });

/** An empty span, for what stands on the other side only. */
export const nowhere: Span = { start: 0, end: 0 };

/** Whether two spans share at least one character; an empty span shares none. */
export const overlaps = (one: Span, other: Span): boolean =>
  one.start < other.end && other.start < one.end && one.start < one.end && other.start < other.end;

/** Whether `inner` lies in `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const isEmpty = (span: Span): boolean => span.end <= span.start;

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The smallest span that covers all of them; null for none. */
export function coverOf(spans: readonly Span[]): Span | null {
  let cover: Span | null = null;
  for (const span of spans) {
    if (isEmpty(span)) continue;
    cover = cover === null ? span : spanOf(Math.min(cover.start, span.start), Math.max(cover.end, span.end));
  }
  return cover;
}

const startOf = (span: Span): number => span.start;

/** What is left of `whole` when `holes` are taken out, in order. */
export function without(whole: Span, holes: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let at = whole.start;
  for (const hole of orderedBy(holes, startOf)) {
    if (!overlaps(whole, hole)) continue;
    if (hole.start > at) rest.push(spanOf(at, hole.start));
    at = Math.max(at, hole.end);
  }
  if (at < whole.end) rest.push(spanOf(at, whole.end));
  return rest;
}
