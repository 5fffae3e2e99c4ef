import type { Change, StoredChange, StoredVersion } from "@zhenggai/notice";
import { changeId, digestOf } from "./change-id.ts";
import { compareSuccessive } from "./compare-series.ts";
import { compareVersions } from "./compare-versions.ts";
import { isSameNotice, type ComposedNotice } from "./compose-notices.ts";
import { pageRemoved, pageRestored } from "./kinds/page-presence.ts";
import { compareBy, type PageEvent, type PageHistory } from "./series-sightings.ts";

export type ComposedChange = Omit<StoredChange, "seriesRev" | "state" | "deliveries">;

type Draft = Omit<ComposedChange, "_id" | "seriesId"> & { readonly pageId: string };

type Shown = PageEvent & { readonly version: StoredVersion };

const shownOn = (history: PageHistory): Shown[] =>
  history.events.flatMap((event) => (event.version === null ? [] : [{ ...event, version: event.version }]));

const earlier = (one: string, other: string): string => (one < other ? one : other);

const ends = (before: string, after: string) => ({ before, after });

/** Only readings of one extractor are compared: what another made of a text is our change, not theirs. */
const areComparable = (one: StoredVersion, other: StoredVersion): boolean => one.extractor === other.extractor;

/** Changes between two versions that one page showed one after the other. */
function editsBetween(pageId: string, one: Shown, other: Shown): Draft[] {
  const [before, after] = [one.version, other.version];
  if (before._id === after._id || !areComparable(before, after)) return [];
  if (before.noticeId !== after.noticeId && !isSameNotice(before.reading, after.reading)) return [];
  const isSameBytes = one.capture.blobId !== null && one.capture.blobId === other.capture.blobId;
  return compareVersions(before.reading, after.reading).map((change) => ({
    pageId,
    noticeIds: ends(before.noticeId, after.noticeId),
    versionIds: ends(before._id, after._id),
    lastSeenBeforeAt: earlier(one.capture.lastSeenAt, other.capture.firstSeenAt),
    firstSeenAfterAt: other.capture.firstSeenAt,
    change: isSameBytes ? { ...change, origin: "re-extraction" } : change,
  }));
}

/** Silent edits: consecutive distinct versions on one page. A→B→A is two. Copies on other pages are never compared here. */
function silentEdits(history: PageHistory): Draft[] {
  const shown = shownOn(history);
  return shown.slice(1).flatMap((event, at) => {
    const previous = shown[at];
    return previous === undefined ? [] : editsBetween(history.pageId, previous, event);
  });
}

/** Removals and returns of the leading page, each where it happened. */
function presenceChanges(notice: ComposedNotice): Draft[] {
  const drafts: Draft[] = [];
  let seen: Shown | null = null;
  let absent: PageEvent | null = null;
  const push = (from: PageEvent, to: PageEvent, versionIds: Draft["versionIds"], change: Change) =>
    drafts.push({
      pageId: notice.leading.pageId,
      noticeIds: ends(notice.id, notice.id),
      versionIds,
      lastSeenBeforeAt: earlier(from.capture.lastSeenAt, to.capture.firstSeenAt),
      firstSeenAfterAt: to.capture.firstSeenAt,
      change,
    });
  for (const event of notice.leading.events) {
    const { version } = event;
    if (version?.noticeId === notice.id) {
      if (seen !== null && absent !== null)
        push(absent, event, ends(seen.version._id, version._id), pageRestored(version.reading, absent.capture.status));
      seen = { ...event, version };
      absent = null;
    } else if (event.isAbsent && seen !== null) {
      if (absent === null) push(seen, event, ends(seen.version._id, seen.version._id), removalOf(seen, event));
      absent = event;
    }
  }
  return drafts;
}

const removalOf = (seen: Shown, event: PageEvent): Change => pageRemoved(seen.version.reading, event.capture.status);

/** What came back, was dropped or is new between two neighbouring notices of a subject. */
function successionBetween(before: ComposedNotice, after: ComposedNotice): Draft[] {
  if (!areComparable(before.current, after.current)) return [];
  const firstSeenAfterAt = after.sightings.map((sighting) => sighting.firstSeenAt).sort()[0] ?? "";
  const lastSeen =
    before.sightings
      .map((sighting) => sighting.lastSeenAt)
      .sort()
      .at(-1) ?? firstSeenAfterAt;
  return compareSuccessive(before.current.reading, after.current.reading).map((change) => ({
    pageId: "",
    noticeIds: ends(before.id, after.id),
    versionIds: ends(before.current._id, after.current._id),
    lastSeenBeforeAt: earlier(lastSeen, firstSeenAfterAt),
    firstSeenAfterAt,
    change,
  }));
}

/** The k-th time that a page shows the very same change has an id of its own. */
function withIds(seriesId: string, drafts: readonly Draft[]): (Draft & { readonly id: string })[] {
  const counts = new Map<string, number>();
  return drafts.map((draft) => {
    const base = changeId(seriesId, draft.noticeIds, draft.versionIds, draft.change);
    const key = `${draft.pageId} ${base}`;
    const turn = counts.get(key) ?? 0;
    counts.set(key, turn + 1);
    return { ...draft, id: turn === 0 ? base : digestOf([base, turn]) };
  });
}

/** All changes of a series, sorted by id; the same change on several pages once, as its leading page dates it. */
export function composeChanges(
  seriesId: string,
  histories: readonly PageHistory[],
  notices: readonly ComposedNotice[],
  neighbours: readonly (readonly [ComposedNotice, ComposedNotice])[],
): ComposedChange[] {
  const leading = new Set(notices.map((notice) => notice.leading.pageId));
  const drafts = withIds(seriesId, [
    ...histories.flatMap(silentEdits),
    ...notices.flatMap(presenceChanges),
    ...neighbours.flatMap(([before, after]) => successionBetween(before, after)),
  ]);
  const place = (draft: Draft): number => (leading.has(draft.pageId) ? 0 : 1);
  const ordered = drafts.sort((one, other) =>
    compareBy(
      [one.id, other.id],
      [place(one), place(other)],
      [one.firstSeenAfterAt, other.firstSeenAfterAt],
      [one.pageId, other.pageId],
    ),
  );
  const first = ordered.filter((draft, at) => draft.id !== ordered[at - 1]?.id);
  return first.map(({ id, noticeIds, versionIds, lastSeenBeforeAt, firstSeenAfterAt, change }) => ({
    _id: id,
    seriesId,
    noticeIds,
    versionIds,
    lastSeenBeforeAt,
    firstSeenAfterAt,
    change,
  }));
}
