import type { Notice, PagePresence, Presence, Sighting, StoredVersion } from "@zhenggai/notice";
import { pageStates } from "./presence.ts";
import { hostOf } from "./series-context.ts";
import { compareBy, compareRank, type PageEvent, type PageHistory } from "./series-sightings.ts";
import { similarity } from "./similarity.ts";
import { foldTypography } from "./typography.ts";

/** One logical notice of a series, put together from its sightings. */
export type ComposedNotice = {
  readonly id: string;
  readonly leading: PageHistory;
  /** The page of the same host that shows it since the leading page is gone. */
  readonly movedTo: PageHistory | null;
  /** Every page that ever showed it, the leading one first. */
  readonly shownOn: readonly PageHistory[];
  readonly sightings: readonly Sighting[];
  readonly versionIds: readonly string[];
  /** What the leading page showed last, or the page that it moved to. */
  readonly current: StoredVersion;
  readonly presence: Presence;
  readonly pages: readonly PagePresence[];
  /** The notice that took its place on the leading page: itself with an edited inspection date. */
  readonly supersededBy: string | null;
};

const shows = (event: PageEvent, noticeId: string): boolean => event.version?.noticeId === noticeId;

/** The last version of a notice that a page showed; null where it never did. */
export const lastShown = (history: PageHistory, noticeId: string): StoredVersion | null =>
  history.events.findLast((event) => shows(event, noticeId))?.version ?? null;

function sightingsOf(histories: readonly PageHistory[], noticeId: string): Sighting[] {
  const sightings = histories.flatMap((history) =>
    history.events.flatMap((event): Sighting[] => {
      if (event.version === null || !shows(event, noticeId)) return [];
      const { _id: captureId, pageId, firstSeenAt, lastSeenAt } = event.capture;
      return [{ pageId, captureId, versionId: event.version._id, rank: history.rank, firstSeenAt, lastSeenAt }];
    }),
  );
  return sightings.sort((one, other) =>
    compareBy([one.firstSeenAt, other.firstSeenAt], [one.pageId, other.pageId], [one.captureId, other.captureId]),
  );
}

const firstSeenOn = (sightings: readonly Sighting[], history: PageHistory): string =>
  sightings.find(({ pageId }) => pageId === history.pageId)?.firstSeenAt ?? "";

/** Pages that show the notice: best rank, then earliest first seen, then page id. */
function pagesOf(histories: readonly PageHistory[], sightings: readonly Sighting[]): PageHistory[] {
  const ids = new Set(sightings.map(({ pageId }) => pageId));
  return histories
    .filter((history) => ids.has(history.pageId))
    .sort(
      (one, other) =>
        compareRank(one.rank, other.rank) ||
        compareBy([firstSeenOn(sightings, one), firstSeenOn(sightings, other)], [one.pageId, other.pageId]),
    );
}

/** In order of first sighting on the leading page, then elsewhere. */
function orderedVersions(leading: PageHistory, sightings: readonly Sighting[]): string[] {
  const onLeading = sightings.filter((sighting) => sighting.pageId === leading.pageId);
  const ids = (some: readonly Sighting[]) => some.map((sighting) => sighting.versionId);
  const elsewhere = sightings
    .filter((sighting) => sighting.pageId !== leading.pageId)
    .sort((one, other) => compareBy([one.firstSeenAt, other.firstSeenAt], [one.versionId, other.versionId]));
  const inEventOrder = leading.events.flatMap((event) => event.version?._id ?? []);
  const own = new Set(ids(onLeading));
  return [...new Set([...inEventOrder.filter((id) => own.has(id)), ...ids(elsewhere)])];
}

/** Pages of the host, no twins, that show the notice still and did not before the page was last seen with it. */
function successorPage(noticeId: string, history: PageHistory, all: readonly PageHistory[]): PageHistory | null {
  const states = pageStates(history, noticeId);
  if (states?.presence !== "gone") return null;
  const host = hostOf(history.pageId);
  const successor = all.find((other) => {
    if (other.pageKey === history.pageKey || hostOf(other.pageId) !== host) return false;
    const firstSeenAt = other.events.find((event) => shows(event, noticeId))?.capture.firstSeenAt;
    const presence = pageStates(other, noticeId)?.presence;
    return firstSeenAt !== undefined && firstSeenAt > states.lastSeenAt && (presence === "seen" || presence === "back");
  });
  return successor ?? null;
}

function presenceOn(noticeId: string, history: PageHistory, all: readonly PageHistory[]): PagePresence[] {
  const states = pageStates(history, noticeId);
  if (states === null) return [];
  const movedTo = successorPage(noticeId, history, all)?.pageId ?? null;
  return [
    {
      pageId: history.pageId,
      presence: movedTo === null ? states.presence : "moved",
      lastSeenAt: states.lastSeenAt,
      firstAbsentAt: states.firstAbsentAt,
      movedTo,
    },
  ];
}

/** How much two texts must share to be one notice where no findings tell. */
const sameText = 0.8;

/** Whether two readings are one notice with edits, whatever cycle they claim: most findings or most of the text agree. */
export function isSameNotice(one: Notice, other: Notice): boolean {
  if (one.kind !== other.kind) return false;
  const titles = (notice: Notice) => notice.findings.map((finding) => foldTypography(finding.title));
  const known = new Set(titles(one));
  const most = Math.max(one.findings.length, other.findings.length);
  if (most > 0) return titles(other).filter((title) => known.has(title)).length * 2 >= most;
  return similarity(foldTypography(one.text), foldTypography(other.text)) >= sameText;
}

function supersessorOf(leading: PageHistory, current: StoredVersion): string | null {
  const last = leading.events.flatMap((event) => event.version ?? []).at(-1);
  if (last === undefined || last.noticeId === current.noticeId) return null;
  return isSameNotice(current.reading, last.reading) ? last.noticeId : null;
}

function composeNotice(histories: readonly PageHistory[], id: string): ComposedNotice | null {
  const sightings = sightingsOf(histories, id);
  const shownOn = pagesOf(histories, sightings);
  const [leading] = shownOn;
  if (leading === undefined) return null;
  const movedTo = successorPage(id, leading, shownOn);
  const last = lastShown(leading, id);
  const current = (movedTo === null ? null : lastShown(movedTo, id)) ?? last;
  if (current === null || last === null) return null;
  const pages = shownOn.flatMap((history) => presenceOn(id, history, shownOn));
  return {
    id,
    leading,
    movedTo,
    shownOn,
    sightings,
    versionIds: orderedVersions(leading, sightings),
    current,
    presence: pages[0]?.presence ?? "seen",
    pages,
    supersededBy: supersessorOf(leading, last),
  };
}

/** The notices of a series: versions grouped by notice, copies as sightings. Sorted by id. */
export function composeNotices(histories: readonly PageHistory[]): ComposedNotice[] {
  const ids = new Set(histories.flatMap((history) => history.events.flatMap((event) => event.version?.noticeId ?? [])));
  return [...ids].sort().flatMap((id) => composeNotice(histories, id) ?? []);
}
