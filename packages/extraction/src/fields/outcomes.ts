import type { Finding, Outcome, OutlineRole, Span } from "@zhenggai/notice";
import { numberValue, printedNumber } from "../chinese-number.ts";
import type { View } from "../normalized-view.ts";
import type { Section } from "../outline.ts";
import { titleRanges } from "./documents.ts";
import { outcomeRules } from "./outcome-rules.ts";

/** Where the findings and the handover sections stand: a figure inside one counts for that one only. */
export type OutcomeScopes = {
  readonly findings: readonly Finding[];
  readonly sections: readonly Section[];
  readonly roles: readonly OutlineRole[];
};

type Candidate = {
  readonly metric: Outcome["metric"];
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string | null;
};

/** Figures of discipline, money and systems: “给予党纪处分13人、政务处分4人,清退资金62.8万元”. Titles of documents are not read. */
export function outcomesOf(view: View, scopes: OutcomeScopes): readonly Outcome[] {
  const documents = titleRanges(view.text);
  const outcomes: Outcome[] = [];
  let taken = 0;
  for (const candidate of candidatesIn(view.text)) {
    const inDocument = documents.some(({ start, end }) => candidate.start >= start && candidate.end <= end);
    if (candidate.start < taken || inDocument) continue;
    const breakdown = breakdownAfter(view.text, candidate.end);
    taken = candidate.end + breakdown.length;
    const { metric, value, unit, qualifier } = candidate;
    const span = view.span(candidate.start, candidate.end);
    outcomes.push({
      metric,
      value,
      unit,
      amount: amountOf(value, unit),
      scope: scopeOf(view, scopes, span),
      period: periodBefore(view.text, candidate.start),
      qualifier,
      breakdown: breakdown.parts,
      text: view.quote(candidate.start, candidate.end),
      span,
    });
  }
  return outcomes;
}

/** In printing order, the longer one first where two start together. */
function candidatesIn(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const { metric, pattern } of outcomeRules) {
    for (const match of text.matchAll(pattern)) {
      const { number = "", qualifier, unit = "", before } = match.groups ?? {};
      const value = numberValue(number);
      if (value === null) continue;
      const start = match.index;
      found.push({ metric, start, end: start + match[0].length, value, unit, qualifier: qualifier ?? before ?? null });
    }
  }
  return found.sort((left, right) => left.start - right.start || right.end - left.end);
}

/** Base units: 62.8万元 is 628,000; a count is itself. */
function amountOf(value: number, unit: string): number {
  const factors: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
  return Math.round(value * (factors[unit.charAt(0)] ?? 1) * 100) / 100;
}

function scopeOf(view: View, scopes: OutcomeScopes, span: Span): Outcome["scope"] {
  const finding = scopes.findings.find((one) => span.start >= one.span.start && span.end <= one.span.end);
  if (finding) return { finding: finding.n };
  const isHandover = scopes.sections.some(({ index, start, end }) => {
    const own = view.span(start, end);
    return scopes.roles[index] === "handover" && span.start >= own.start && span.end <= own.end;
  });
  return isHandover ? "handover" : "notice";
}

/** The period that the sentence names before the figure: 今年以来, 1—5月份, 截至2月底. */
function periodBefore(text: string, start: number): string | null {
  const from = Math.max(text.lastIndexOf("。", start), text.lastIndexOf("\n", start), start - 120) + 1;
  const lead = text.slice(from, start);
  const periods = lead.match(/今年以来|\d{4}年以来|整改以来|\d{1,2}[—–-]\d{1,2}月份?|截至[^,。;]{1,12}|(?<!截至)目前/g);
  return periods?.at(-1) ?? null;
}

type BreakdownRead = { readonly parts: Outcome["breakdown"]; readonly length: number };

/** “(警告7人、严重警告3人)” right after the figure. */
function breakdownAfter(text: string, end: number): BreakdownRead {
  const bracket = /^\(([^()\n]{2,160})\)/.exec(text.slice(end, end + 165));
  if (!bracket) return { parts: [], length: 0 };
  const pattern = new RegExp(`([\\u4e00-\\u9fff“”]{1,14}?)(${printedNumber})(人次|人|名|件|起|个|项|万元|元)`, "g");
  const parts = [...(bracket[1] ?? "").matchAll(pattern)].flatMap(([, label = "", printed = "", unit = ""]) => {
    const value = numberValue(printed);
    return value === null ? [] : [{ label: label.replace(/^其中/, ""), value, unit }];
  });
  return { parts, length: parts.length > 0 ? bracket[0].length : 0 };
}
