import type { Change, Notice, Quotation, Span } from "@zhenggai/notice";
import { excerpt, makeChange, quote, type QuotedSides } from "../make-change.ts";
import { noticeFields, spansOfField } from "../fields.ts";
import { daysBetween } from "../days-between.ts";

function titleSpan(notice: Notice): Span | null {
  const title = noticeFields.find((one) => one.path === "title");
  return title === undefined ? null : (spansOfField(notice, title)[0] ?? null);
}

const operationFor = (before: Quotation | null, after: Quotation | null): Change["operations"] => [
  { op: "replace", before: before?.span ?? null, after: after?.span ?? null },
];

function quoteTitle(sides: QuotedSides, side: "before" | "after"): Quotation | null {
  const found = quote(sides, side, titleSpan(sides[side]));
  if (found !== null) return found;
  const { title } = sides[side];
  return title === null ? null : { text: title, span: null, value: null, unit: null };
}

/** notice-succeeded: the subject has a newer notice of the same kind. */
export function successionOf(sides: QuotedSides): Change[] {
  const before = quoteTitle(sides, "before");
  const after = quoteTitle(sides, "after");
  return [
    makeChange({
      kind: "notice-succeeded",
      target: { part: "title", finding: null, measure: null, field: null },
      before,
      after,
      operations: operationFor(before, after),
      summary: {
        zh: `“${excerpt(before)}”之后又有“${excerpt(after)}”。`,
        en: `"${excerpt(before)}" was followed by "${excerpt(after)}".`,
      },
    }),
  ];
}

type InspectionDate = "endedOn" | "feedbackOn" | "startedOn";

function quoteDate(sides: QuotedSides, side: "before" | "after", name: InspectionDate): Quotation | null {
  const value = sides[side].inspection[name];
  if (value === null) return null;
  const day = typeof value === "string" ? value : value.approximate;
  const one = noticeFields.find((field) => field.path === `inspection.${name}`);
  const span = one === undefined ? null : (spansOfField(sides[side], one)[0] ?? null);
  const found = quote(sides, side, span, { value: day, unit: null });
  return found ?? { text: day, span: null, value: day, unit: null };
}

/** inspection-gap: the days between the end of one inspection (else its feedback) and the start of the next. */
export function inspectionGapOf(sides: QuotedSides): Change[] {
  const before = quoteDate(sides, "before", "endedOn") ?? quoteDate(sides, "before", "feedbackOn");
  const after = quoteDate(sides, "after", "startedOn");
  if (before === null || after === null) return [];
  const days = daysBetween(String(before.value), String(after.value));
  if (days === null || days <= 0) return [];
  return [
    makeChange({
      kind: "inspection-gap",
      target: { part: "inspection", finding: null, measure: null, field: "startedOn" },
      before,
      after,
      operations: operationFor(before, after),
      summary: {
        zh: `两次进驻相隔${days}天（${String(before.value)}至${String(after.value)}）。`,
        en: `${days} days passed between the two inspections (${String(before.value)} to ${String(after.value)}).`,
      },
    }),
  ];
}
