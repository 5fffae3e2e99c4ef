import { outcomeMetrics, type Change, type ChangeTarget, type Outcome } from "@zhenggai/notice";
import type { SuccessiveAlignment } from "../align-findings.ts";
import { makeChange, quote, type QuotedSides } from "../make-change.ts";

/** What makes two figures comparable: metric and scope, for a finding the pair that came back. Null: nothing to compare with. */
function scopeKey(outcome: Outcome, side: "before" | "after", alignment: SuccessiveAlignment): string | null {
  const { metric, scope } = outcome;
  if (typeof scope === "string") return `${metric} ${scope}`;
  const at = alignment.repeated.findIndex((pair) => pair.verdict === "sure" && pair[side].n === scope.finding);
  return at === -1 ? null : `${metric} pair ${at}`;
}

/** Figures by key; a key that a notice states more than once, with different values, is no figure of the notice. */
function soleFigures(
  outcomes: readonly Outcome[],
  side: "before" | "after",
  alignment: SuccessiveAlignment,
): Map<string, Outcome> {
  const byKey = new Map<string, Outcome | null>();
  for (const outcome of outcomes) {
    const key = scopeKey(outcome, side, alignment);
    if (key === null) continue;
    const known = byKey.get(key);
    const isSame = known === undefined || (known !== null && sizeOf(known) === sizeOf(outcome));
    byKey.set(key, isSame ? (known ?? outcome) : null);
  }
  return new Map([...byKey].flatMap(([key, outcome]) => (outcome === null ? [] : [[key, outcome] as const])));
}

const sizeOf = (outcome: Outcome): number => outcome.amount ?? outcome.value;

/** 人 and 名 count alike; 人次 counts something else. */
const unitOf = (outcome: Outcome): string =>
  outcome.amount === null ? outcome.unit.replace(/[名个]/u, "人") : "amount";

const targetOf = (outcome: Outcome): ChangeTarget => ({
  part: "outcome",
  finding: typeof outcome.scope === "string" ? null : outcome.scope.finding,
  measure: null,
  field: outcome.metric,
});

const scopeTerms = {
  notice: { zh: "整个通报", en: "whole notices" },
  handover: { zh: "移交线索", en: "clues handed over" },
  finding: { zh: "同一问题", en: "one finding" },
} as const;

function trend(sides: QuotedSides, one: Outcome, other: Outcome): Change {
  const sized = (side: "before" | "after", outcome: Outcome) =>
    quote(sides, side, outcome.span, { value: sizeOf(outcome), unit: outcome.amount === null ? outcome.unit : null });
  const scope = scopeTerms[typeof other.scope === "string" ? other.scope : "finding"];
  const printed = (outcome: Outcome) => `${outcome.value}${outcome.unit}`;
  const periods = [one.period, other.period].map((period) => period ?? "时段未注明");
  const direction = sizeOf(other) > sizeOf(one) ? { zh: "增至", en: "rose to" } : { zh: "降至", en: "fell to" };
  return makeChange({
    kind: "outcome-trend",
    severity: "minor",
    target: targetOf(other),
    before: sized("before", one),
    after: sized("after", other),
    operations: [{ op: "replace", before: one.span, after: other.span }],
    summary: {
      zh: `${outcomeMetrics[other.metric]}（${scope.zh}）由${printed(one)}${direction.zh}${printed(other)}；两次的时段（${periods.join("；")}）和口径未必相同，只供参考。`,
      en: `${other.metric} (${scope.en}) ${direction.en} ${printed(other)} from ${printed(one)}; periods and ways of counting may differ, so this is a hint only.`,
    },
  });
}

/**
 * outcome-trend: the same metric with the same scope (whole notice, handover, or a finding that surely came back) stated by both
 * notices, once each and in like units. Figures are never summed.
 */
export function outcomeTrendsOf(sides: QuotedSides, alignment: SuccessiveAlignment): Change[] {
  const old = soleFigures(sides.before.outcomes, "before", alignment);
  const young = soleFigures(sides.after.outcomes, "after", alignment);
  return [...young].flatMap(([key, other]) => {
    const one = old.get(key);
    const isLike = one !== undefined && unitOf(one) === unitOf(other) && sizeOf(one) !== sizeOf(other);
    return isLike ? [trend(sides, one, other)] : [];
  });
}
