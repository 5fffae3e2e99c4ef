import { earlier, ends, type Draft } from "./change-draft.ts";
import { lastShown, type ComposedNotice } from "./compose-notices.ts";
import { pageStates, type PresenceStep } from "./presence.ts";
import { pageMoved, pageRemoved, pageRestored } from "./series-kinds/page-presence.ts";
import type { PageEvent } from "./series-sightings.ts";

function draftOf(notice: ComposedNotice, interval: readonly [PageEvent, PageEvent], change: Draft["change"]): Draft {
  const [from, at] = interval;
  const seen = from.version ?? notice.current;
  const after = at.version ?? seen;
  return {
    pageId: notice.leading.pageId,
    noticeIds: ends(notice.id, notice.id),
    versionIds: ends(seen._id, after._id),
    lastSeenBeforeAt: earlier(from.capture.lastSeenAt, at.capture.firstSeenAt),
    firstSeenAfterAt: at.capture.firstSeenAt,
    change,
  };
}

/** The version that a page showed last before an event. */
function versionBefore(notice: ComposedNotice, event: PageEvent): PageEvent["version"] {
  const until = notice.leading.events.slice(0, notice.leading.events.indexOf(event));
  return until.findLast(({ version }) => version?.noticeId === notice.id)?.version ?? null;
}

function stepChange(notice: ComposedNotice, step: PresenceStep): Draft[] {
  const { from, at } = step;
  if (step.to === "gone") {
    const seen = from.version ?? notice.current;
    return [draftOf(notice, [from, at], pageRemoved(seen.reading, at.capture.status))];
  }
  const back = at.version ?? notice.current;
  const seen = versionBefore(notice, from) ?? back;
  const draft = draftOf(notice, [from, at], pageRestored(back.reading, from.capture.status));
  return [{ ...draft, versionIds: ends(seen._id, back._id) }];
}

function moveOf(notice: ComposedNotice, step: PresenceStep): Draft[] {
  const { movedTo, leading } = notice;
  const arrival = movedTo?.events.find(({ version }) => version?.noticeId === notice.id);
  const seen = lastShown(leading, notice.id);
  if (movedTo === null || arrival === undefined || seen === null) return [];
  const later = arrival.capture.firstSeenAt > step.at.capture.firstSeenAt ? arrival : step.at;
  const draft = draftOf(notice, [step.from, later], pageMoved(seen.reading, leading.pageId, movedTo.pageId));
  return [{ ...draft, versionIds: ends(seen._id, arrival.version?._id ?? seen._id) }];
}

/** Removals and returns of the leading page, each where it happened; a last removal with a new address is a move. */
export function presenceChanges(notice: ComposedNotice): Draft[] {
  const steps = pageStates(notice.leading, notice.id)?.steps ?? [];
  return steps.flatMap((step, at) => {
    const isMove = notice.movedTo !== null && at === steps.length - 1 && step.to === "gone";
    return isMove ? moveOf(notice, step) : stepChange(notice, step);
  });
}
