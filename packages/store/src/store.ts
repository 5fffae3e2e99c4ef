import type {
  CaptureReading,
  RunCounts,
  StoredBlob,
  StoredCapture,
  StoredChain,
  StoredChange,
  StoredFault,
  StoredIssue,
  StoredNotice,
  StoredPage,
  StoredRun,
  StoredSource,
  StoredTrace,
  StoredVersion,
} from "@zhenggai/notice";

export type SourcesStore = {
  /** Inserts a source or, where its name or schedule differ, updates them and `updatedAt`; `paused` is ops' and is kept. */
  readonly register: (source: Omit<StoredSource, "paused">) => Promise<void>;
  readonly list: () => Promise<StoredSource[]>;
  readonly setPaused: (sourceId: string, paused: boolean, at: string) => Promise<boolean>;
};

export type RunsStore = {
  /** Inserts the run unless it exists; returns the stored one. */
  readonly open: (run: StoredRun) => Promise<StoredRun>;
  readonly get: (runId: string) => Promise<StoredRun | null>;
  /** Ends a run that is open; one that has ended stays as it is. */
  readonly finish: (
    runId: string,
    end: { state: StoredRun["state"]; counts: RunCounts; fault: StoredFault | null; at: string },
  ) => Promise<void>;
  /** Newest first by slot, then id. */
  readonly list: (limit: number, sourceId?: string) => Promise<StoredRun[]>;
  readonly listOpen: (limit: number) => Promise<StoredRun[]>;
};

export type BlobsStore = {
  /** Idempotent: the id is the digest of the bytes. */
  readonly put: (blob: StoredBlob) => Promise<void>;
  readonly get: (blobId: string) => Promise<StoredBlob | null>;
};

export type PagesStore = {
  /** Inserts pages that are not known yet (presence "discovered"); returns the ids that were new. */
  readonly discover: (pages: readonly StoredPage[]) => Promise<string[]>;
  readonly get: (pageId: string) => Promise<StoredPage | null>;
  readonly getMany: (pageIds: readonly string[]) => Promise<StoredPage[]>;
  readonly update: (pageId: string, fields: Partial<Omit<StoredPage, "_id">>) => Promise<void>;
  /** Pages of a source whose nextCheckAt has come, oldest first. */
  readonly listDue: (sourceId: string, at: string, limit: number) => Promise<StoredPage[]>;
  readonly list: (limit: number, sourceId?: string) => Promise<StoredPage[]>;
};

export type CapturesStore = {
  /** Inserts; false when page × sequence is taken already (another crawler was first). */
  readonly insert: (capture: StoredCapture) => Promise<boolean>;
  readonly get: (captureId: string) => Promise<StoredCapture | null>;
  readonly latestOfPage: (pageId: string) => Promise<StoredCapture | null>;
  /** Widens the interval [firstSeenAt, lastSeenAt] ($min/$max). */
  readonly sawAgain: (captureId: string, at: string) => Promise<void>;
  /**
   * Writes a reading: sets `reading`, raises readingRev, adds to pendingSeries; all in one update, and only where the stored
   * reading is null or was made by the same or an older extractor. Returns false when a newer extractor's reading stands.
   */
  readonly setReading: (
    captureId: string,
    reading: CaptureReading,
    pendingSeries: readonly string[],
  ) => Promise<boolean>;
  /** Takes `seriesId` off pendingSeries, only where readingRev still is `readingRev`. */
  readonly acknowledgeSeries: (captureId: string, seriesId: string, readingRev: number) => Promise<void>;
  /**
   * Makes a series pending by one of its captures, because what it must know of another series changed; raises that capture's
   * readingRev, so that a comparison under way does not acknowledge it. False where no capture is read into the series.
   */
  readonly markPending: (seriesId: string) => Promise<boolean>;
  /**
   * Says that an absence was confirmed: the host was well, and a second fetch said the same. The capture is to be read again. False
   * where it is confirmed already, or none.
   */
  readonly confirmAbsence: (captureId: string) => Promise<boolean>;
  /** Captures that this extractor has not read: reading null or by an older extractor. Oldest id first, after `afterId`. */
  readonly listUnread: (extractor: number, limit: number, afterId?: string) => Promise<StoredCapture[]>;
  /** How many captures `listUnread` would list. */
  readonly countUnread: (extractor: number) => Promise<number>;
  /** How many captures hold nothing that could be read, as things stand. */
  readonly countQuarantined: () => Promise<number>;
  /** Captures read into the series, or pending for it. */
  readonly listOfSeries: (seriesId: string) => Promise<StoredCapture[]>;
  readonly listOfPages: (pageIds: readonly string[]) => Promise<StoredCapture[]>;
  /** Distinct values of pendingSeries. */
  readonly listPendingSeries: (limit: number) => Promise<string[]>;
};

export type VersionsStore = {
  /** Upserts; an older extractor never overwrites a newer one's reading. */
  readonly put: (version: StoredVersion) => Promise<void>;
  readonly get: (versionId: string) => Promise<StoredVersion | null>;
  readonly listOfSeries: (seriesId: string) => Promise<StoredVersion[]>;
  readonly getMany: (versionIds: readonly string[]) => Promise<StoredVersion[]>;
  /**
   * Removes versions of the series that were made by an extractor older than this one. Called with the oldest extractor that a
   * capture of the series was read by: nothing points to what is older, and nothing that old is being written any more.
   */
  readonly removeOlder: (seriesId: string, extractor: number) => Promise<void>;
};

/** What one recomputation of a series yields; `seriesRev` is filled in from the claim. */
export type SeriesResult = {
  readonly notices: readonly Omit<StoredNotice, "seriesRev">[];
  readonly changes: readonly Omit<StoredChange, "seriesRev" | "state" | "deliveries">[];
  readonly chains?: readonly Omit<StoredChain, "seriesRev">[];
};

export type SeriesStore = {
  /** Raises rev (upsert) and records the claim; returns the new rev. Called before loading. */
  readonly claim: (seriesId: string, at: string) => Promise<number>;
  /**
   * Writes a result under its claim, fenced: a notice or change already written under a later rev is left alone; afterwards
   * everything of the series with a rev below the newest claim's is withdrawn (changes) or removed (notices, chains). Deliveries of
   * a change survive rewriting. Takes the claim and earlier ones off. Returns true when no later claim exists. Whoever comes
   * when a later claim is on record already writes nothing. Throws E1001 without a claim.
   */
  readonly write: (seriesId: string, rev: number, result: SeriesResult) => Promise<boolean>;
  /** Series with a claim made before `before`: their comparer died half-way. */
  readonly listStaleClaims: (before: string, limit: number) => Promise<string[]>;
};

export type NoticesStore = {
  readonly get: (noticeId: string) => Promise<StoredNotice | null>;
  /** Newest first by publication, then id. */
  readonly list: (limit: number) => Promise<StoredNotice[]>;
  readonly count: () => Promise<number>;
};

export type ChangesStore = {
  readonly get: (changeId: string) => Promise<StoredChange | null>;
  /** Withdrawn ones too. */
  readonly getMany: (changeIds: readonly string[]) => Promise<StoredChange[]>;
  /** Current changes, newest first by firstSeenAfterAt, then id. */
  readonly list: (limit: number) => Promise<StoredChange[]>;
  /** How many are current. */
  readonly count: () => Promise<number>;
  /**
   * Current changes from the site, not cosmetic, without a delivery on `channel`; by id, after `afterId`. A channel's name is
   * a letter, then letters, digits, `-` and `_` (E1001): it becomes a field's name.
   */
  readonly listUndelivered: (channel: string, limit: number, afterId?: string) => Promise<StoredChange[]>;
  /** How many current changes were given up on a channel: their delivery has status 0. */
  readonly countGivenUp: (channel: string) => Promise<number>;
  readonly recordDelivery: (
    changeId: string,
    channel: string,
    delivery: { at: string; status: number },
  ) => Promise<void>;
};

/** The ledger of findings, as series.write leaves it. */
export type ChainsStore = {
  readonly listOfSeries: (seriesId: string) => Promise<StoredChain[]>;
  /** Those named most often first, then by id. */
  readonly list: (limit: number) => Promise<StoredChain[]>;
};

/** By what a series looks for others: keys of texts, and all other keys. */
export type TraceQuery = {
  readonly seriesId: string;
  readonly isPage: boolean;
  readonly copyKeys: readonly string[];
  readonly otherKeys: readonly string[];
};

export type TracesStore = {
  readonly get: (seriesId: string) => Promise<StoredTrace | null>;
  /** Upserts; false where a later claim's trace stands already. */
  readonly put: (trace: StoredTrace) => Promise<boolean>;
  /**
   * Traces that share a key with the series, or know it; by id. Two series with subjects don't look for copies in each other: theirs
   * are told apart by subject and cycle.
   */
  readonly peersOf: (query: TraceQuery) => Promise<StoredTrace[]>;
};

export type HostsStore = {
  /**
   * Takes the host's lease if it is free (or expired, or ours) and its pace allows a request now.
   * Returns null on success, else the instant to try again: when the pace allows it, or, while another holder is busy, after
   * a second (a lease is mostly given back long before it ends), at the latest when the lease ends.
   */
  readonly acquire: (host: string, holder: string, now: string, leaseUntilAt: string) => Promise<string | null>;
  /** Gives the lease back and sets the earliest next request. */
  readonly release: (host: string, holder: string, nextRequestAt: string) => Promise<void>;
};

export type IssuesStore = {
  /** Upserts by _id: keeps firstSeenAt, raises lastSeenAt. */
  readonly put: (issues: readonly StoredIssue[]) => Promise<void>;
  readonly list: (limit: number) => Promise<StoredIssue[]>;
};

/** Documents of the collections that are a function of the set of captures, volatile fields dropped, sorted by _id. */
export type CanonicalDump = Record<string, readonly unknown[]>;

/**
 * The contract of the store, kept by `connectMongoStore` and `openEmbeddedStore` alike (`storeConformance`). Instants are
 * compared as text: pass them as `Date.toISOString` prints them (UTC, milliseconds, Z). Limits are at least 1. What can't be
 * reached throws a Fault E3001 (retry later); a document that does not match its schema is refused with code 121.
 */
export type Store = {
  readonly sources: SourcesStore;
  readonly runs: RunsStore;
  readonly blobs: BlobsStore;
  readonly pages: PagesStore;
  readonly captures: CapturesStore;
  readonly versions: VersionsStore;
  readonly series: SeriesStore;
  readonly notices: NoticesStore;
  readonly changes: ChangesStore;
  readonly chains: ChainsStore;
  readonly traces: TracesStore;
  readonly hosts: HostsStore;
  readonly issues: IssuesStore;
  /** Throws a Fault (E3001, E3003, E3005) where the database can't be used. */
  readonly ping: () => Promise<void>;
  readonly dump: () => Promise<CanonicalDump>;
  readonly close: () => Promise<void>;
};
