import type { Evidence, Issue } from "@zhenggai/notice";
import type { ReadFigures } from "./figures.ts";

/** What was not understood about the figures: those with a cue that no rule took, and breakdowns that do not add up. */
export function figureIssues({ others, outcomes, contradicted }: ReadFigures): readonly Issue[] {
  const unread = others.filter(({ reason }) => reason === null);
  return [
    ...unread.map(({ clause, span }): Issue => {
      const text = `No rule took the figure in “${clause}”.`;
      return { code: "unread-figure", field: null, severity: "warning", text, span };
    }),
    ...contradicted.map((outcome): Issue => {
      const { text, span, breakdown } = outcome;
      const parts = breakdown.map(({ label, value, unit }) => `${label}${value}${unit}`).join("、");
      return {
        code: "breakdown-mismatch",
        field: `outcomes.${outcomes.indexOf(outcome)}`,
        severity: "warning",
        text: `“${text}” does not agree with its parts: ${parts}.`,
        span,
      };
    }),
  ];
}

/** Figures that look like outcomes and were left alone, each with the reason: strict reading lists what it ignores. */
export function ignoredFigures({ others }: ReadFigures): readonly Evidence[] {
  return others.flatMap(({ reason, span }) =>
    reason === null ? [] : [{ field: "ignored", rule: `figure:${reason}`, span }],
  );
}
