import type { Notice, Sighting, StoredNotice, StoredVersion } from "@zhenggai/notice";
import { compareBy, compareRank, type PageEvent, type PageHistory } from "./series-sightings.ts";
import { similarity } from "./similarity.ts";
import { foldTypography } from "./typography.ts";

/** One logical notice of a series, put together from its sightings. */
export type ComposedNotice = {
  readonly id: string;
  readonly leading: PageHistory;
  readonly sightings: readonly Sighting[];
  readonly versionIds: readonly string[];
  /** What the leading page showed last. */
  readonly current: StoredVersion;
  readonly presence: StoredNotice["presence"];
  /** The notice that took its place on the leading page: itself with an edited inspection date. */
  readonly supersededBy: string | null;
};

const shows = (event: PageEvent, noticeId: string): boolean => event.version?.noticeId === noticeId;

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

/** Best rank, then earliest first seen, then page id. */
function leadingPage(histories: readonly PageHistory[], sightings: readonly Sighting[]): PageHistory | undefined {
  const firstOn = new Map<string, string>();
  for (const { pageId, firstSeenAt } of sightings) if (!firstOn.has(pageId)) firstOn.set(pageId, firstSeenAt);
  const own = histories.filter((history) => firstOn.has(history.pageId));
  return own.sort(
    (one, other) =>
      compareRank(one.rank, other.rank) ||
      compareBy([firstOn.get(one.pageId) ?? "", firstOn.get(other.pageId) ?? ""], [one.pageId, other.pageId]),
  )[0];
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

function presenceOn(leading: PageHistory, noticeId: string): StoredNotice["presence"] {
  let presence: StoredNotice["presence"] = "seen";
  let wasSeen = false;
  for (const event of leading.events) {
    if (event.isAbsent && wasSeen) presence = "gone";
    if (shows(event, noticeId)) {
      presence = presence === "seen" ? "seen" : "back";
      wasSeen = true;
    }
  }
  return presence;
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

/** The notices of a series: versions grouped by notice, copies as sightings. Sorted by id. */
export function composeNotices(histories: readonly PageHistory[]): ComposedNotice[] {
  const ids = new Set(histories.flatMap((history) => history.events.flatMap((event) => event.version?.noticeId ?? [])));
  return [...ids].sort().flatMap((id): ComposedNotice[] => {
    const sightings = sightingsOf(histories, id);
    const leading = leadingPage(histories, sightings);
    const current = leading?.events.findLast((event) => shows(event, id))?.version;
    if (leading === undefined || current === undefined || current === null) return [];
    return [
      {
        id,
        leading,
        sightings,
        versionIds: orderedVersions(leading, sightings),
        current,
        presence: presenceOn(leading, id),
        supersededBy: supersessorOf(leading, current),
      },
    ];
  });
}
