import type { Finding, Outcome, Span } from "@zhenggai/notice";
import type { View } from "../normalized-view.ts";
import type { ReadOutline } from "./findings.ts";
import { maskedText } from "./masked-text.ts";
import { isContradicted } from "./outcome-breakdown.ts";
import { draftOutcomes, type OtherFigure as OtherDraft, type OutcomeDraft } from "./outcome-drafts.ts";
import { periodBefore } from "./outcome-period.ts";
import { printedFigures, type PrintedFigure } from "./printed-figures.ts";
import { mergedRanges, rangeAt, type Range } from "./ranges.ts";

/** Where figures may stand; ranges are of the view. A figure inside a finding or the handover counts for that one only. */
export type FigureScopes = {
  readonly range: Range;
  readonly findings: readonly Finding[];
  readonly outline: ReadOutline;
  /** Where the notice tells of its intentions. */
  readonly later: readonly Range[];
  /** Figures that are read already: declared totals. */
  readonly taken: readonly Range[];
  /** Titles of documents. */
  readonly documents: readonly Range[];
};

/** The longest seeds print about 180. */
const mostFigures = 4000;

/** Raw spans to which an outcome may belong, in order. */
type Scope = Range & { readonly scope: Outcome["scope"] };

/** A figure that looks like an outcome and is none: why, or (reason null) unexplained. */
type OtherFigure = { readonly reason: string | null; readonly clause: string; readonly span: Span };

export type ReadOutcomes = {
  readonly outcomes: readonly Outcome[];
  readonly others: readonly OtherFigure[];
  /** Outcomes whose parts contradict them. */
  readonly contradicted: readonly Outcome[];
};

/**
 * Figures of discipline, clues, money and systems: “给予党纪处分13人、政务处分4人,清退资金62.8万元”. Titles of documents, names in quotation marks and
 * headings of findings are not read; nothing is ever summed, and a sentence printed twice gives its figures twice.
 */
export function readOutcomes(view: View, figureScopes: FigureScopes): ReadOutcomes {
  const { range, findings, outline, later, taken, documents } = figureScopes;
  const own = documents.filter(({ end }) => end < range.end);
  const { text, quotes } = maskedText(view.text.slice(0, range.end), own);
  const closed = mergedRanges([...headingRanges(outline), ...quotes, ...taken]);
  const figures = printedFigures(text).filter(
    ({ start, end }) => start >= range.start && rangeAt(closed, end - 1) === null,
  );
  const { drafts, others } = draftOutcomes(text, figures.slice(0, mostFigures));
  const intended = mergedRanges(later);
  const isOutcome = (draft: OutcomeDraft): boolean =>
    rangeAt(intended, draft.figure.start) === null || isPast(text, draft);
  const scopes = scopesOf(view, findings, outline);
  const read = drafts.filter(isOutcome).map((draft) => ({ draft, outcome: outcomeOf(view, scopes, text, draft) }));
  return {
    outcomes: read.map(({ outcome }) => outcome),
    others: [...others.map((other) => otherFigure(view, intended, other)), ...unreadRest(view, figures)],
    contradicted: read
      .filter(({ draft, outcome }) => isContradicted(outcome.value, outcome.unit, draft))
      .map(({ outcome }) => outcome),
  };
}

/** A page with more figures than any notice is somebody's joke: the rest is named, not read. */
function unreadRest(view: View, figures: readonly PrintedFigure[]): readonly OtherFigure[] {
  const first = figures[mostFigures];
  const last = figures.at(-1);
  if (first === undefined || last === undefined) return [];
  const clause = `${figures.length - mostFigures} figures from “${view.quote(first.start, first.end)}” on`;
  return [{ reason: null, clause, span: view.span(first.start, last.end) }];
}

function outcomeOf(view: View, scopes: readonly Scope[], text: string, draft: OutcomeDraft): Outcome {
  const { act, figure, start, end, parts } = draft;
  const span = view.span(start, end);
  return {
    metric: act.metric,
    value: figure.value,
    unit: figure.unit,
    amount: amountOf(figure.value, figure.unit),
    scope: scopeOf(scopes, span),
    period: periodBefore(text, start),
    qualifier: figure.qualifier,
    breakdown: [...parts],
    text: view.quote(start, end),
    span,
  };
}

const factors: Readonly<Record<string, number>> = {
  百元: 100,
  千元: 1e3,
  万元: 1e4,
  百万元: 1e6,
  千万元: 1e7,
  亿元: 1e8,
};

/** Base units: 62.8万元 is 628,000; a count is itself. */
function amountOf(value: number, unit: string): number {
  const factor = unit.length > 1 ? (factors[unit] ?? 1) : 1;
  return Math.round(value * factor * 100) / 100;
}

function scopesOf(view: View, findings: readonly Finding[], { sections, roles }: ReadOutline): readonly Scope[] {
  const handovers = sections.filter(({ index }) => roles[index] === "handover");
  const scopes = [
    ...findings.map(({ n, span: { start, end } }) => ({ start, end, scope: { finding: n } })),
    ...mergedRanges(handovers).map(({ start, end }) => {
      const span = view.span(start, end);
      return { start: span.start, end: span.end, scope: "handover" as const };
    }),
  ];
  return scopes.sort((left, right) => left.start - right.start);
}

function scopeOf(scopes: readonly Scope[], { start, end }: Span): Outcome["scope"] {
  const around = rangeAt(scopes, start);
  return around !== null && end <= around.end ? around.scope : "notice";
}

/** Headings name problems: their figures are what was criticised. */
function headingRanges({ sections, titles, roles }: ReadOutline): readonly Range[] {
  const headings = sections.filter(({ index }) => {
    const role = roles[index];
    return role === "finding" || role === "group" || role === "status-group";
  });
  return headings.map(({ index, start }) => ({ start, end: titles[index]?.headingEnd ?? start }));
}

/** What comes next holds intentions; only what it says to be done already is an outcome. */
function isPast(text: string, { start, figure }: OutcomeDraft): boolean {
  return text.slice(Math.max(0, start - 6), figure.start).includes("已");
}

function otherFigure(view: View, later: readonly Range[], { reason, setting }: OtherDraft): OtherFigure {
  const { figure, lead, rest } = setting;
  const [start, end] = [figure.start - lead.length, figure.end + rest.length];
  const isLater = rangeAt(later, figure.start) !== null;
  return {
    reason: isLater ? "plan" : reason,
    clause: view.quote(start, end).trim(),
    span: view.span(figure.start, figure.end),
  };
}
