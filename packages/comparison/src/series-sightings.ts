import type { Sighting, StoredCapture, StoredVersion } from "@zhenggai/notice";
import { joinedCopies } from "./join-copies.ts";
import { bodyKey, noContext, type SeriesContext, type SeriesEvidence } from "./series-context.ts";

export type Rank = Sighting["rank"];

export type SeriesInput = SeriesEvidence & {
  /** Captures of all pages of the series, also those that answered 404 or something else. */
  readonly captures: readonly StoredCapture[];
  readonly rankOf: (sourceId: string) => Rank;
  /** The key that twins of a page share (plain and `_ext`); the page's id where nothing else is given. */
  readonly pageKeyOf?: (pageId: string) => string;
  readonly context?: SeriesContext;
};

/** One response of a page as the series sees it: a version, an absence (404, 410), or neither. */
export type PageEvent = {
  readonly capture: StoredCapture;
  readonly version: StoredVersion | null;
  readonly absence: "confirmed" | "unconfirmed" | null;
};

/** A page and what it answered, oldest first. */
export type PageHistory = {
  readonly pageId: string;
  /** The same for its twin. */
  readonly pageKey: string;
  readonly rank: Rank;
  readonly events: readonly PageEvent[];
};

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

/** Own evidence and that of the guests, which is ours for as long as they join us. */
function withGuests(input: SeriesInput): SeriesEvidence {
  const { seriesId } = input;
  const guests = input.context?.guests ?? [];
  const adopted = guests.map((guest) => ({
    captures: guest.captures.map((capture) =>
      capture.reading?.seriesId === guest.seriesId
        ? { ...capture, reading: { ...capture.reading, seriesId } }
        : capture,
    ),
    versions: guest.versions.map((version) => ({ ...version, seriesId })),
  }));
  return {
    seriesId,
    captures: [...input.captures, ...adopted.flatMap(({ captures }) => captures)],
    versions: [...input.versions, ...adopted.flatMap(({ versions }) => versions)],
  };
}

/** A page both of the series and of a guest: its capture is the one that was adopted. */
const readHere = (seriesId: string) => (capture: StoredCapture) =>
  capture.readingRev * 2 + (capture.reading?.seriesId === seriesId ? 1 : 0);

/** The histories of all pages of a series, by page id; a function of the set of captures and versions. */
export function pageHistories(input: SeriesInput): PageHistory[] {
  const evidence = withGuests(input);
  const guests = new Set((input.context?.guests ?? []).map((guest) => guest.seriesId));
  const known = chosen(evidence.versions, (version) => version.extractor);
  const versions = joinedCopies([...known.values()], guests);
  const captures = [...chosen(evidence.captures, readHere(input.seriesId)).values()];
  const byPage = new Map<string, StoredCapture[]>();
  for (const capture of captures) byPage.set(capture.pageId, [...(byPage.get(capture.pageId) ?? []), capture]);
  const histories = [...byPage].map(([pageId, own]): PageHistory => {
    const ordered = own.sort((one, other) =>
      compareBy([one.firstSeenAt, other.firstSeenAt], [one.sequence, other.sequence], [one._id, other._id]),
    );
    const events = ordered.map((capture) => eventOf(input, capture, versions));
    const ranks = ordered.map((capture) => input.rankOf(capture.sourceId)).sort(compareRank);
    return { pageId, pageKey: input.pageKeyOf?.(pageId) ?? pageId, rank: ranks[0] ?? "repost", events };
  });
  return histories.sort((one, other) => compareText(one.pageId, other.pageId));
}

function isSink(input: SeriesInput, { blobId, pageId }: StoredCapture): boolean {
  const { sinks } = input.context ?? noContext;
  return blobId !== null && sinks.has(bodyKey(pageId, blobId));
}

function eventOf(input: SeriesInput, capture: StoredCapture, versions: ReadonlyMap<string, StoredVersion>): PageEvent {
  const { reading, status } = capture;
  const isOwn = reading?.outcome === "version" && reading.seriesId === input.seriesId;
  const version = isOwn && !isSink(input, capture) ? versions.get(reading.versionId ?? "") : undefined;
  const isAbsent = status === 404 || status === 410;
  return {
    capture,
    version: version?.seriesId === input.seriesId ? version : null,
    absence: isAbsent ? (capture.absence ?? "unconfirmed") : null,
  };
}
