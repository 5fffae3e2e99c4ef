import type { AlignFindings } from "./align-findings.ts";
import { changeId, digestOf } from "./change-id.ts";
import { areComparable, earlier, ends, type ComposedChange, type Draft } from "./change-draft.ts";
import { compareSuccessive } from "./compare-series.ts";
import type { ComposedNotice } from "./compose-notices.ts";
import { copyDivergences } from "./divergences.ts";
import { presenceChanges } from "./page-changes.ts";
import { compareBy, type PageHistory } from "./series-sightings.ts";
import { editsOnTheWay, oncePerNotice, silentEdits, withoutTemplates } from "./silent-edits.ts";

/** What came back, was dropped or is new between two neighbouring notices of a subject. */
function successionBetween(before: ComposedNotice, after: ComposedNotice, align: ChangeSources["align"]): Draft[] {
  if (!areComparable(before.current, after.current)) return [];
  const firstSeenAfterAt = after.sightings.map((sighting) => sighting.firstSeenAt).sort()[0] ?? "";
  const lastSeen =
    before.sightings
      .map((sighting) => sighting.lastSeenAt)
      .sort()
      .at(-1) ?? firstSeenAfterAt;
  const [older, newer] = [before.current.reading, after.current.reading];
  return compareSuccessive(older, newer, align(older.findings, newer.findings)).map((change) => ({
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

/** What composing the changes of a series starts from. */
export type ChangeSources = {
  readonly histories: readonly PageHistory[];
  readonly notices: readonly ComposedNotice[];
  readonly neighbours: readonly (readonly [ComposedNotice, ComposedNotice])[];
  readonly templates: ReadonlyMap<string, string>;
  readonly align: AlignFindings;
};

/** All changes of a series, sorted by id; the same change on several pages once, as its leading page dates it. */
export function composeChanges(seriesId: string, sources: ChangeSources): ComposedChange[] {
  const { histories, notices, neighbours, templates } = sources;
  const leading = new Set(notices.map((notice) => (notice.movedTo ?? notice.leading).pageId));
  const place = (draft: Draft): number => (leading.has(draft.pageId) ? 0 : 1);
  const edits = withoutTemplates([...histories.flatMap(silentEdits), ...notices.flatMap(editsOnTheWay)], templates);
  const drafts = withIds(seriesId, [
    ...oncePerNotice(edits, place),
    ...notices.flatMap(presenceChanges),
    ...notices.flatMap(copyDivergences),
    ...neighbours.flatMap(([before, after]) => successionBetween(before, after, sources.align)),
  ]);
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
