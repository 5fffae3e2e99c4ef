import type { Span } from "@zhenggai/notice";

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
    cover = cover === null ? span : { start: Math.min(cover.start, span.start), end: Math.max(cover.end, span.end) };
  }
  return cover;
}

/** What is left of `whole` when `holes` are taken out, in order. */
export function without(whole: Span, holes: readonly Span[]): Span[] {
  const sorted = holes.filter((hole) => overlaps(whole, hole)).sort((one, other) => one.start - other.start);
  const rest: Span[] = [];
  let at = whole.start;
  for (const hole of sorted) {
    if (hole.start > at) rest.push({ start: at, end: hole.start });
    at = Math.max(at, hole.end);
  }
  if (at < whole.end) rest.push({ start: at, end: whole.end });
  return rest;
}
