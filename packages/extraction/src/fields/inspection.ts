import type { DateValue, Evidence, Inspection } from "@zhenggai/notice";
import { evidenceOf, valueOf, type Found } from "../found.ts";
import type { View } from "../normalized-view.ts";
import type { Passage } from "../passage.ts";
import { authorityOf, roundOf, teamOf, type Authority } from "./inspection-team.ts";
import { specialOf } from "./special-inspection.ts";
import { windowOf } from "./inspection-window.ts";

export type ReadInspection = { readonly inspection: Inspection; readonly evidence: readonly Evidence[] };

/** Where the inspection may be told: title and opening first, the whole text for the round only. */
export type InspectionPassages = {
  readonly title: Passage | null;
  readonly opening: Passage;
  readonly whole: Passage;
  /** Day of signature or publication: bounds years that are not printed. */
  readonly latest: DateValue | null;
};

/** Reads the inspection that the notice answers: “省委第三巡视组于2023年4月12日至6月20日对样州市云汀区开展了巡视”. */
export function inspectionOf(view: View, passages: InspectionPassages): ReadInspection {
  const { title, opening, whole, latest } = passages;
  const near = title ? [opening, title] : [opening];
  const authority = authorityOf(view, near);
  const found = {
    level: levelOf(authority),
    authority: authority && { ...authority, value: authority.value.name },
    team: teamOf(view, near),
    round: authority && roundOf(view, near.toReversed(), whole, authority),
    special: specialOf(view, near),
    ...windowOf(view, opening, latest),
  };
  const inspection: Inspection = {
    level: valueOf(found.level),
    authority: valueOf(found.authority),
    team: valueOf(found.team),
    round: valueOf(found.round),
    special: valueOf(found.special),
    startedOn: valueOf(found.startedOn),
    endedOn: valueOf(found.endedOn),
    feedbackOn: valueOf(found.feedbackOn),
  };
  const evidence = Object.entries(found).flatMap(([field, value]) => evidenceOf(`inspection.${field}`, value));
  return { inspection, evidence };
}

function levelOf(authority: Found<Authority> | null): Found<NonNullable<Authority["level"]>> | null {
  const level = authority?.value.level ?? null;
  return authority && level !== null ? { ...authority, value: level } : null;
}

/** Of a notice that tells of no inspection. */
export const noInspection: Inspection = {
  level: null,
  authority: null,
  team: null,
  round: null,
  special: null,
  startedOn: null,
  endedOn: null,
  feedbackOn: null,
};
