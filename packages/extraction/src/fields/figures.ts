import type { DeclaredTotal, Finding, Outcome } from "@zhenggai/notice";
import type { View } from "../normalized-view.ts";
import type { Zones } from "../zones.ts";
import { declaredOf } from "./declared.ts";
import type { ReadOutline } from "./findings.ts";
import { readOutcomes, type ReadOutcomes } from "./outcomes.ts";
import { mergedRanges, rangeAt, type Range } from "./ranges.ts";

/** The figures of a rectification notice: what it declares about itself, what came of it, and what was left alone or not understood. */
export type ReadFigures = {
  readonly declared: readonly DeclaredTotal[];
  readonly outcomes: readonly Outcome[];
  readonly others: ReadOutcomes["others"];
  readonly contradicted: ReadOutcomes["contradicted"];
};

type Parts = {
  readonly zones: Zones;
  readonly outline: ReadOutline;
  readonly findings: readonly Finding[];
  /** Titles of documents, whose figures count nothing. */
  readonly documents: readonly Range[];
};

/** A notice of another kind has none. */
export const noFigures: ReadFigures = { declared: [], outcomes: [], others: [], contradicted: [] };

/** Reads totals where no finding is told, outcomes everywhere between the header and the signature. */
export function figuresOf(view: View, { zones, outline, findings, documents }: Parts): ReadFigures {
  const { opening, body, closing } = zones;
  const [first, last] = [opening[0] ?? body[0] ?? closing[0], closing.at(-1) ?? body.at(-1) ?? opening.at(-1)];
  const range = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const later = [...laterSections(outline), ...closing.map(({ start, end }) => ({ start, end }))];
  const { totals, ranges, others } = declaredOf(view, beforeFindings(zones, outline), later);
  const read = readOutcomes(view, { range, findings, outline, later, taken: ranges, documents });
  const counted = mergedRanges(read.outcomes.map(({ span }) => span));
  const otherTotals = others
    .map(({ reason, clause, start, end }) => ({ reason, clause, span: view.span(start, end) }))
    .filter(({ span }) => rangeAt(counted, span.start) === null);
  return { ...read, declared: totals, others: [...otherTotals, ...read.others] };
}

/** Where the notice speaks of the rectification as a whole. */
function beforeFindings(zones: Zones, { sections, roles }: ReadOutline): Range {
  const start = (zones.opening[0] ?? zones.body[0])?.start ?? 0;
  const first = sections.find(({ index }) => roles[index] === "finding");
  return { start, end: first?.start ?? zones.body.at(-1)?.end ?? zones.opening.at(-1)?.end ?? start };
}

function laterSections({ sections, roles }: ReadOutline): readonly Range[] {
  return sections.filter(({ index }) => roles[index] === "next-step").map(({ start, end }) => ({ start, end }));
}
