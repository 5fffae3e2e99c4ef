import type { Span } from "@zhenggai/notice";

/** Whether two spans share at least one character; an empty span shares none. */
export const overlaps = (one: Span, other: Span): boolean =>
  Math.max(one.start, other.start) < Math.min(one.end, other.end);

/** Whether `inner` lies in `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const isEmpty = (span: Span): boolean => span.end <= span.start;

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The smallest span that covers all of them; null for none. */
export function coverOf(spans: readonly Span[]): Span | null {
  const full = spans.filter((span) => !isEmpty(span));
  if (full.length === 0) return null;
  return { start: Math.min(...full.map((span) => span.start)), end: Math.max(...full.map((span) => span.end)) };
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
