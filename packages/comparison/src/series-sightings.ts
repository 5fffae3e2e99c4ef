import type { Sighting, StoredCapture, StoredVersion } from "@zhenggai/notice";

export type Rank = Sighting["rank"];

export type SeriesInput = {
  readonly seriesId: string;
  /** Captures of all pages of the series, also those that answered 404 or something else. */
  readonly captures: readonly StoredCapture[];
  readonly versions: readonly StoredVersion[];
  readonly rankOf: (sourceId: string) => Rank;
};

/** One response of a page as the series sees it: a version, a confirmed absence, or neither. */
export type PageEvent = {
  readonly capture: StoredCapture;
  readonly version: StoredVersion | null;
  readonly isAbsent: boolean;
};

/** A page and what it answered, oldest first. */
export type PageHistory = { readonly pageId: string; readonly rank: Rank; readonly events: readonly PageEvent[] };

const rankOrder: Record<Rank, number> = { official: 0, mirror: 1, repost: 2 };

const compareText = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/** Compares by each pair in turn; ISO instants of one precision sort as text. */
export function compareBy(...pairs: readonly (readonly [string | number, string | number])[]): number {
  for (const [one, other] of pairs) {
    const order =
      typeof one === "number" && typeof other === "number" ? one - other : compareText(String(one), String(other));
    if (order !== 0) return order;
  }
  return 0;
}

export const compareRank = (one: Rank, other: Rank): number => rankOrder[one] - rankOrder[other];

/** One of the documents with an id, the same whatever their order: the last to be written, else by its content. */
function chosen<Stored extends { _id: string }>(
  stored: readonly Stored[],
  revOf: (one: Stored) => number,
): Map<string, Stored> {
  const byId = new Map<string, Stored>();
  for (const one of stored) {
    const known = byId.get(one._id);
    const isNewer =
      known === undefined || compareBy([revOf(one), revOf(known)], [JSON.stringify(one), JSON.stringify(known)]) > 0;
    if (isNewer) byId.set(one._id, one);
  }
  return byId;
}

/** The histories of all pages of a series, by page id; a function of the set of captures and versions. */
export function pageHistories(input: SeriesInput): PageHistory[] {
  const versions = chosen(input.versions, (version) => version.extractor);
  const captures = [...chosen(input.captures, (capture) => capture.readingRev).values()];
  const byPage = new Map<string, StoredCapture[]>();
  for (const capture of captures) byPage.set(capture.pageId, [...(byPage.get(capture.pageId) ?? []), capture]);
  const histories = [...byPage].map(([pageId, own]): PageHistory => {
    const ordered = own.sort((one, other) =>
      compareBy([one.firstSeenAt, other.firstSeenAt], [one.sequence, other.sequence], [one._id, other._id]),
    );
    const events = ordered.map((capture) => eventOf(input, capture, versions));
    const ranks = ordered.map((capture) => input.rankOf(capture.sourceId)).sort(compareRank);
    return { pageId, rank: ranks[0] ?? "repost", events };
  });
  return histories.sort((one, other) => compareText(one.pageId, other.pageId));
}

function eventOf(input: SeriesInput, capture: StoredCapture, versions: ReadonlyMap<string, StoredVersion>): PageEvent {
  const { reading, status } = capture;
  const isAbsent = status === 404 || status === 410;
  const isOwn = reading?.outcome === "version" && reading.seriesId === input.seriesId && reading.versionId !== null;
  const version = isOwn ? versions.get(reading.versionId ?? "") : undefined;
  return { capture, version: version?.seriesId === input.seriesId ? version : null, isAbsent };
}
