import type { Change, ChangeKind } from "@zhenggai/notice";
import { digestOf } from "./change-id.ts";
import { areComparable, earlier, ends, shownOn, type Draft, type Shown } from "./change-draft.ts";
import { compareVersions } from "./compare-versions.ts";
import { isSameNotice, type ComposedNotice } from "./compose-notices.ts";
import { hostOf } from "./series-context.ts";
import type { PageHistory } from "./series-sightings.ts";

/** A change between two versions that one page showed one after the other, and the edit that other pages may show alike. */
export type Edit = Draft & { readonly pageKey: string; readonly editKey: string | null };

/** Outside the findings, where templates print: a like edit of these kinds on many pages is one of the template. */
const templateKinds: ReadonlySet<ChangeKind> = new Set([
  "text-edited",
  "figure-changed",
  "document-added",
  "document-removed",
]);

function editKeyOf(pageId: string, { kind, target, before, after }: Change): string | null {
  if (!templateKinds.has(kind) || target.finding !== null) return null;
  return digestOf([hostOf(pageId), before?.text ?? null, after?.text ?? null]);
}

function editsBetween(history: PageHistory, one: Shown, other: Shown): Edit[] {
  const [before, after] = [one.version, other.version];
  if (before._id === after._id || !areComparable(before, after)) return [];
  if (before.noticeId !== after.noticeId && !isSameNotice(before.reading, after.reading)) return [];
  const isSameBytes = one.capture.blobId !== null && one.capture.blobId === other.capture.blobId;
  const { pageId, pageKey } = history;
  return compareVersions(before.reading, after.reading).map((change) => ({
    pageId,
    pageKey,
    editKey: editKeyOf(pageId, change),
    noticeIds: ends(before.noticeId, after.noticeId),
    versionIds: ends(before._id, after._id),
    lastSeenBeforeAt: earlier(one.capture.lastSeenAt, other.capture.firstSeenAt),
    firstSeenAfterAt: other.capture.firstSeenAt,
    change: isSameBytes ? { ...change, origin: "re-extraction" } : change,
  }));
}

/** Silent edits: consecutive distinct versions on one page. A→B→A is two. Copies on other pages are never compared here. */
export function silentEdits(history: PageHistory): Edit[] {
  const shown = shownOn(history);
  return shown.slice(1).flatMap((event, at) => {
    const previous = shown[at];
    return previous === undefined ? [] : editsBetween(history, previous, event);
  });
}

/** What was edited on the way when a notice moved to another page. */
export function editsOnTheWay({ id, leading, movedTo }: ComposedNotice): Edit[] {
  if (movedTo === null) return [];
  const last = shownOn(leading).findLast(({ version }) => version.noticeId === id);
  const first = shownOn(movedTo).find(({ version }) => version.noticeId === id);
  return last === undefined || first === undefined ? [] : editsBetween(movedTo, last, first);
}

/**
 * Edits of a template leave the news: the page that comes first among those of the host tells of it, as a cosmetic change, and no
 * other does.
 */
export function withoutTemplates(edits: readonly Edit[], templates: ReadonlyMap<string, string>): Draft[] {
  return edits.flatMap(({ editKey, pageKey, ...draft }): Draft[] => {
    const teller = editKey === null ? undefined : templates.get(editKey);
    if (teller === undefined) return [draft];
    return teller === pageKey ? [{ ...draft, change: asTemplate(draft.change, draft.pageId) }] : [];
  });
}

const asTemplate = (change: Change, pageId: string): Change => ({
  ...change,
  kind: "cosmetic",
  severity: "cosmetic",
  summary: {
    zh: `${hostOf(pageId)}的多个页面有同样的改动，属于网站模板。`,
    en: `Several pages of ${hostOf(pageId)} changed alike: a template.`,
  },
});

const contentKey = ({ noticeIds, change }: Draft): string =>
  JSON.stringify([noticeIds, change.kind, change.target, change.before?.text ?? null, change.after?.text ?? null]);

/**
 * The same edit on several pages of a notice (twins, a copy that follows the original) is one: as the first of these pages dates it.
 * An edit that a page makes twice stays two.
 */
export function oncePerNotice(drafts: readonly Draft[], placeOf: (draft: Draft) => number): Draft[] {
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    const known = first.get(contentKey(draft));
    const isBefore = known === undefined || comparePlaces(placeOf, draft, known) < 0;
    if (isBefore) first.set(contentKey(draft), draft);
  }
  return drafts.filter((draft) => first.get(contentKey(draft))?.pageId === draft.pageId);
}

function comparePlaces(placeOf: (draft: Draft) => number, one: Draft, other: Draft): number {
  const places = placeOf(one) - placeOf(other);
  if (places !== 0) return places;
  if (one.firstSeenAfterAt !== other.firstSeenAfterAt) return one.firstSeenAfterAt < other.firstSeenAfterAt ? -1 : 1;
  return one.pageId < other.pageId ? -1 : 1;
}
