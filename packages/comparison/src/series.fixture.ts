import type { Notice, StoredCapture, StoredVersion } from "@zhenggai/notice";
import { composeSeries, type ComposedSeries } from "./compose-series.ts";
import type { SeriesContext } from "./series-context.ts";
import type { Rank, SeriesInput } from "./series-sightings.ts";

export const district = "division-990103";

/** A version as a series knows it; its digest is its id. */
export const versionOf = (
  _id: string,
  noticeId: string,
  reading: Notice,
  more: Partial<StoredVersion> = {},
): StoredVersion => ({
  _id,
  noticeId,
  seriesId: noticeId.startsWith("page:") ? noticeId.replace(/\.\w+$/u, "") : district,
  digest: _id,
  extractor: 1,
  reading,
  ...more,
});

/** A response of a page on that day of 2025: what it showed, else its status. */
export type Seen = {
  readonly page: string;
  readonly day: number;
  readonly shows?: StoredVersion;
  readonly status?: number;
  readonly absence?: "confirmed" | "unconfirmed";
  readonly source?: Rank;
  readonly blob?: string;
  readonly finalUrl?: string;
};

/** The instant on that day of the year 2025, as 90 days of three months go. */
export function onDay(day: number, time = "00:00:00.000"): string {
  const monthStarts = [0, 31, 59];
  const month = monthStarts.filter((start) => start < day).length;
  const date = day - (monthStarts[month - 1] ?? 0);
  return `2025-0${month}-${String(date).padStart(2, "0")}T${time}Z`;
}

function readingOf(shows: StoredVersion | undefined, isAbsent: boolean): StoredCapture["reading"] {
  if (shows === undefined) {
    const outcome = isAbsent ? "absent" : "quarantined";
    return { extractor: 1, outcome, versionId: null, seriesId: null, noticeId: null, fault: null };
  }
  const { _id: versionId, seriesId, noticeId, extractor } = shows;
  return { extractor, outcome: "version", versionId, seriesId, noticeId, fault: null };
}

/** A capture, seen for half a day; pages are addresses on official.example unless they say otherwise. */
function captureOf(seen: Seen): StoredCapture {
  const pageId = pageOf(seen.page);
  const { shows, status = 200 } = seen;
  const isAbsent = status === 404 || status === 410;
  const blob = seen.blob ?? shows?._id ?? "nothing";
  return {
    _id: `${seen.page}#${seen.day}`,
    pageId,
    sequence: seen.day,
    blobId: status === 200 ? blob.padEnd(64, "0") : null,
    status,
    headers: {},
    redirects: [],
    finalUrl: pageOf(seen.finalUrl ?? seen.page),
    sourceId: seen.source ?? "official",
    firstSeenAt: onDay(seen.day),
    lastSeenAt: onDay(seen.day, "12:00:00.000"),
    reading: readingOf(shows, isAbsent),
    ...(isAbsent ? { absence: seen.absence ?? "confirmed" } : {}),
    readingRev: 1,
    pendingSeries: [],
  };
}

export const pageOf = (page: string): string => (page.startsWith("http") ? page : `http://official.example/${page}`);

const ranks: ReadonlyMap<string, Rank> = new Map([
  ["official", "official"],
  ["mirror", "mirror"],
]);

export const inputOf = (seen: readonly Seen[], seriesId = district): SeriesInput => ({
  seriesId,
  captures: seen.map(captureOf),
  versions: [...new Set(seen.flatMap(({ shows }) => shows ?? []))].filter((one) => one.seriesId === seriesId),
  rankOf: (sourceId) => ranks.get(sourceId) ?? "repost",
  pageKeyOf: (pageId) => pageId.replace(/_ext$/u, ""),
});

export const composeSeen = (seen: readonly Seen[], context?: Partial<SeriesContext>): ComposedSeries =>
  composeSeries({
    ...inputOf(seen),
    context: { guests: [], predecessors: [], sinks: new Set(), templates: new Map(), ...context },
  });

/** Kinds and targets of the changes, sorted, for short expectations. */
export const kindsIn = ({ changes }: ComposedSeries): string[] => changes.map(({ change }) => change.kind).sort();
