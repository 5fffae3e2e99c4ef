import { absenceRule, type Presence } from "@zhenggai/notice";
import { daysBetween } from "./days-between.ts";
import type { PageEvent, PageHistory } from "./series-sightings.ts";

/** A step from one state of a page to another, between two of its events. */
export type PresenceStep = {
  readonly to: "gone" | "back";
  /** The last event before the interval, and the first one after it. */
  readonly from: PageEvent;
  readonly at: PageEvent;
};

/** What became of a notice on one page. */
export type PageStates = {
  readonly presence: Presence;
  readonly lastSeenAt: string;
  readonly firstAbsentAt: string | null;
  readonly steps: readonly PresenceStep[];
};

const { leastAbsences, leastDays } = absenceRule;

function spansDays(from: string, to: string): boolean {
  const days = daysBetween(from.slice(0, 10), to.slice(0, 10)) ?? 0;
  return days > leastDays || (days === leastDays && to.slice(10) >= from.slice(10));
}

/** One confirmed absence is enough; unconfirmed ones must be several, over two weeks. */
function isGone(absences: readonly PageEvent[]): boolean {
  const [first] = absences;
  const last = absences.at(-1);
  if (first === undefined || last === undefined) return false;
  if (absences.some((event) => event.absence === "confirmed")) return true;
  return absences.length >= leastAbsences && spansDays(first.capture.firstSeenAt, last.capture.lastSeenAt);
}

type Walk = {
  seen: PageEvent | null;
  state: "seen" | "gone" | "back";
  absences: PageEvent[];
  readonly steps: PresenceStep[];
};

function walkContent(walk: Walk, event: PageEvent): void {
  const absent = walk.absences.at(-1);
  if (walk.state === "gone" && absent !== undefined) {
    walk.steps.push({ to: "back", from: absent, at: event });
    walk.state = "back";
  }
  walk.seen = event;
  walk.absences = [];
}

function walkAbsence(walk: Walk, event: PageEvent): void {
  if (walk.seen === null) return;
  walk.absences.push(event);
  const [first] = walk.absences;
  if (walk.state === "gone" || first === undefined || !isGone(walk.absences)) return;
  walk.steps.push({ to: "gone", from: walk.seen, at: first });
  walk.state = "gone";
}

/**
 * seen → suspected gone → gone → back, of a notice on one page. Only 404 and 410 are absences; whatever else a page answers (an error
 * page, another notice) says nothing about it. Null where the page never showed the notice.
 */
export function pageStates(history: PageHistory, noticeId: string): PageStates | null {
  const walk: Walk = { seen: null, state: "seen", absences: [], steps: [] };
  for (const event of history.events) {
    if (event.version?.noticeId === noticeId) walkContent(walk, event);
    else if (event.absence !== null) walkAbsence(walk, event);
  }
  if (walk.seen === null) return null;
  const isSuspected = walk.state !== "gone" && walk.absences.length > 0;
  return {
    presence: isSuspected ? "suspected-gone" : walk.state,
    lastSeenAt: walk.seen.capture.lastSeenAt,
    firstAbsentAt: walk.absences[0]?.capture.firstSeenAt ?? null,
    steps: walk.steps,
  };
}
