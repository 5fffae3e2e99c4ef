import type { DateValue } from "@zhenggai/notice";
import type { ComposedNotice } from "./compose-notices.ts";
import { compareBy } from "./series-sightings.ts";

const dayOf = (value: DateValue | null): string => {
  if (value === null) return "";
  return typeof value === "string" ? value : value.approximate;
};

/** Feedback, else start, else signature, else publication; then each of them, so that the order is total. */
function cycleKey(notice: ComposedNotice): string[] {
  const { inspection, signedOn, publishedOn } = notice.current.reading;
  const days = [inspection.feedbackOn, inspection.startedOn, signedOn, publishedOn].map(dayOf);
  return [days.find((day) => day !== "") ?? "", ...days, notice.id];
}

export function byCycle(one: ComposedNotice, other: ComposedNotice): number {
  const [left, right] = [cycleKey(one), cycleKey(other)];
  return compareBy(...left.map((part, at) => [part, right[at] ?? ""] as const));
}

/** The notices of one kind in order of their cycles. A notice that an edit superseded has no place among them. */
export const inCycleOrder = (notices: readonly ComposedNotice[], kind: string): ComposedNotice[] =>
  notices.filter((notice) => notice.current.reading.kind === kind && notice.supersededBy === null).sort(byCycle);

export type Neighbours = readonly (readonly [ComposedNotice, ComposedNotice])[];

/** Neighbouring pairs of each kind. */
export function neighboursOf(notices: readonly ComposedNotice[]): Neighbours {
  const kinds = [...new Set(notices.map((notice) => notice.current.reading.kind))].sort();
  return kinds.flatMap((kind) => {
    const chain = inCycleOrder(notices, kind);
    return chain.slice(1).flatMap((after, at): [ComposedNotice, ComposedNotice][] => {
      const before = chain[at];
      return before === undefined ? [] : [[before, after]];
    });
  });
}
