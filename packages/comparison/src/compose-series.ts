import type { DateValue, Notice, StoredNotice } from "@zhenggai/notice";
import { composeNotices, type ComposedNotice } from "./compose-notices.ts";
import { composeChanges, type ComposedChange } from "./series-changes.ts";
import { compareBy, pageHistories, type SeriesInput } from "./series-sightings.ts";

/** Everything derived of one subject: its notices and all changes, each sorted by id. */
export type ComposedSeries = {
  readonly notices: readonly Omit<StoredNotice, "seriesRev">[];
  readonly changes: readonly ComposedChange[];
};

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

function byCycle(one: ComposedNotice, other: ComposedNotice): number {
  const [left, right] = [cycleKey(one), cycleKey(other)];
  return compareBy(...left.map((part, at) => [part, right[at] ?? ""] as const));
}

/** The notices of each kind in order of their cycles, as neighbouring pairs. A notice that an edit superseded has none. */
function neighboursOf(notices: readonly ComposedNotice[]): [ComposedNotice, ComposedNotice][] {
  const kinds = [...new Set(notices.map((notice) => notice.current.reading.kind))].sort();
  return kinds.flatMap((kind) => {
    const chain = notices
      .filter((notice) => notice.current.reading.kind === kind && notice.supersededBy === null)
      .sort(byCycle);
    return chain.slice(1).flatMap((after, at): [ComposedNotice, ComposedNotice][] => {
      const before = chain[at];
      return before === undefined ? [] : [[before, after]];
    });
  });
}

/** The reading without the parts that only evidence needs. */
function readingOf(notice: Notice): StoredNotice["reading"] {
  const { text: _text, outline: _outline, boilerplate: _boilerplate, evidence: _evidence, ...reading } = notice;
  return reading;
}

/**
 * All derived documents of one subject as a function of the set of its captures and versions: the order and repetition of
 * both don't matter. Notices with their copies as sightings, silent edits between consecutive versions of one page,
 * removals and returns of the leading page, and what became of the findings from one notice to the next.
 */
export function composeSeries(input: SeriesInput): ComposedSeries {
  const histories = pageHistories(input);
  const composed = composeNotices(histories);
  const neighbours = neighboursOf(composed);
  const precededBy = new Map(neighbours.map(([before, after]) => [after.id, before.id]));
  const succeededBy = new Map(neighbours.map(([before, after]) => [before.id, after.id]));
  const notices = composed.map((notice) => ({
    _id: notice.id,
    seriesId: input.seriesId,
    presence: notice.presence,
    currentVersionId: notice.current._id,
    versionIds: [...notice.versionIds],
    sightings: [...notice.sightings],
    precededBy: precededBy.get(notice.id) ?? null,
    succeededBy: succeededBy.get(notice.id) ?? null,
    reading: readingOf(notice.current.reading),
  }));
  const rectifications = neighbours.filter(([, after]) => after.current.reading.kind === "rectification");
  return { notices, changes: composeChanges(input.seriesId, histories, composed, rectifications) };
}
