import { areComparable, ends, shownOn, type Draft } from "./change-draft.ts";
import { lastShown, type ComposedNotice } from "./compose-notices.ts";
import { divergencesOf } from "./series-kinds/copy-diverged.ts";
import type { PageHistory } from "./series-sightings.ts";

/** What a copy says differently now, where both are readings of one extractor and the copy is still there. */
function draftsOf(notice: ComposedNotice, copy: PageHistory): Draft[] {
  const shown = shownOn(copy).findLast(({ version }) => version.noticeId === notice.id);
  const state = notice.pages.find(({ pageId }) => pageId === copy.pageId)?.presence;
  if (shown === undefined || state === "gone" || state === "moved") return [];
  const { current } = notice;
  if (shown.version._id === current._id || !areComparable(current, shown.version)) return [];
  return divergencesOf(current.reading, shown.version.reading, copy.pageId).map((change) => ({
    pageId: copy.pageId,
    noticeIds: ends(notice.id, notice.id),
    versionIds: ends(current._id, shown.version._id),
    lastSeenBeforeAt: shown.capture.firstSeenAt,
    firstSeenAfterAt: shown.capture.lastSeenAt,
    change,
  }));
}

/**
 * Where copies of a notice differ from its leading page now. A copy that only lags behind (it shows what the leading page showed
 * before) does not differ by itself, and each version is compared once, however many pages show it.
 */
export function copyDivergences(notice: ComposedNotice): Draft[] {
  const source = notice.movedTo ?? notice.leading;
  const known = new Set(shownOn(source).map(({ version }) => version._id));
  const drafts: Draft[] = [];
  for (const copy of notice.shownOn) {
    const version = lastShown(copy, notice.id);
    if (copy.pageId === source.pageId || version === null || known.has(version._id)) continue;
    known.add(version._id);
    drafts.push(...draftsOf(notice, copy));
  }
  return drafts;
}
