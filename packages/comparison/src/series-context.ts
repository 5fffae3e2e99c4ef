import type { StoredCapture, StoredVersion } from "@zhenggai/notice";

/** Captures and versions of one series, as the store has them. */
export type SeriesEvidence = {
  readonly seriesId: string;
  readonly captures: readonly StoredCapture[];
  readonly versions: readonly StoredVersion[];
};

/** What a series must know of others; all of it a function of their captures, told by their traces. */
export type SeriesContext = {
  /** Series of single pages whose notice is a copy of one of ours. */
  readonly guests: readonly SeriesEvidence[];
  /** Series of the bodies that the subject succeeded, by recorded succession only. */
  readonly predecessors: readonly SeriesEvidence[];
  /** Bodies that many pages of one host answered with: an error page, whatever its status. */
  readonly sinks: ReadonlySet<string>;
  /** Keys of edits that many pages of one host show alike, and which page tells of it. */
  readonly templates: ReadonlyMap<string, string>;
};

export const noContext: SeriesContext = {
  guests: [],
  predecessors: [],
  sinks: new Set(),
  templates: new Map(),
};

/** The host of a page, which is part of its canonical address; the id itself where it has none. */
export const hostOf = (pageId: string): string => /^https?:\/\/([^/]+)/u.exec(pageId)?.[1] ?? pageId;

/** A body as one host served it. */
export const bodyKey = (pageId: string, blobId: string): string => `${hostOf(pageId)} ${blobId}`;
