import type { Change, ChangeKind, ChangeTarget, Operation, Quotation, Span } from "@zhenggai/notice";
import type { Comparison } from "./comparison.ts";
import { isNoSpace } from "./spaces.ts";
import { contains, isEmpty, sliceOf, spanOf } from "./spans.ts";

const minorKinds: ReadonlySet<ChangeKind> = new Set([
  "contact-changed",
  "finding-moved",
  "text-edited",
  "page-moved",
  "inspection-gap",
]);

/** How much a kind matters to an analyst who gets alerts. */
function severityOf(kind: ChangeKind): Change["severity"] {
  if (kind === "cosmetic") return "cosmetic";
  return minorKinds.has(kind) ? "minor" : "substantive";
}

/** A change with the defaults of its kind: origin site, verdict sure, no score. */
export function makeChange(
  parts: Pick<Change, "kind" | "target" | "before" | "after" | "operations" | "summary"> &
    Partial<Pick<Change, "severity" | "score" | "verdict">>,
): Change {
  const { kind, target, before, after, operations, summary } = parts;
  return {
    schemaVersion: 1,
    kind,
    origin: "site",
    severity: parts.severity ?? severityOf(kind),
    target,
    before,
    after,
    operations: operations.length === 0 ? [{ op: "replace", before: null, after: null }] : [...operations],
    score: parts.score ?? null,
    verdict: parts.verdict ?? "sure",
    summary,
  };
}

/** The two notices that quotations are taken from. */
export type QuotedSides = Pick<Comparison, "before" | "after" | "texts" | "mask">;

export type QuotedValue = { readonly value: number | string | null; readonly unit: string | null };

/** No number or address is longer. */
const longestContact = 72;
/** What a contact can be cut at: a piece of one is told by what stands around it, and most quotations hold none at their ends. */
const contactSign = /[\w@０-９()（）+＋—–－-]/;
/** Ideographs, 。 and ，；：, none of which is one; most quotations start and end with them. */
const isPrint = (code: number): boolean =>
  (code >= 0x2e_80 && code <= 0xd7_ff) || code === 0xff_0c || code === 0xff_1a || code === 0xff_1b;
const reachAt = (text: string, at: number): number =>
  !isPrint(text.charCodeAt(at)) && contactSign.test(text.charAt(at)) ? longestContact : 0;

/** Whether a stretch starts and ends with a word or mark of Chinese print: most do, and need no trimming. */
const isTight = (text: string, span: Span): boolean =>
  isNoSpace(text.charCodeAt(span.start)) && isNoSpace(text.charCodeAt(span.end - 1));

/** A stretch without the white space at its ends; null where nothing is left. */
function trimmed(text: string, span: Span): Span | null {
  if (isEmpty(span)) return null;
  if (isTight(text, span)) return span;
  const raw = sliceOf(text, span);
  const words = raw.trim();
  const start = span.start + raw.length - raw.trimStart().length;
  return words === "" ? null : spanOf(start, start + words.length);
}

/**
 * Quotes one side, contact values masked, white space at the ends left out; null for an empty span. What is hidden in the words has
 * no value either.
 */
export function quote(
  sides: QuotedSides,
  side: "before" | "after",
  span: Span | null,
  known: QuotedValue = { value: null, unit: null },
): Quotation | null {
  const text = side === "before" ? sides.texts.before : sides.texts.after;
  const quoted = span === null ? null : trimmed(text, span);
  if (quoted === null) return null;
  const { start, end } = quoted;
  const words = text.slice(start, end);
  const from = Math.max(0, start - reachAt(text, start));
  const to = Math.min(text.length, end + reachAt(text, end - 1));
  const around = sides.mask(side, from, to);
  const shown = from === start && to === end ? around : around.slice(start - from, end - from);
  const value = shown === words ? known.value : null;
  return { text: shown, span: quoted, value, unit: known.unit };
}

/** Quotes a piece of what is quoted already: where nothing of the whole is hidden, nothing of the piece is. */
export function quoteWithin(
  sides: QuotedSides,
  side: "before" | "after",
  span: Span | null,
  whole: Quotation | null,
): Quotation | null {
  const text = side === "before" ? sides.texts.before : sides.texts.after;
  const piece = span === null ? null : trimmed(text, span);
  const around = whole?.span ?? null;
  if (piece === null) return null;
  if (around === null || !contains(around, piece) || sliceOf(text, around) !== whole?.text)
    return quote(sides, side, piece);
  return { text: sliceOf(text, piece), span: piece, value: null, unit: null };
}

const longestExcerpt = 40;

/** A quotation inside a sentence, shortened. */
export function excerpt(quotation: Quotation | null): string {
  const start = (quotation?.text ?? "").slice(0, longestExcerpt * 3);
  const isSpaced = /\s/.test(start.slice(0, longestExcerpt + 1));
  const words = isSpaced ? start.replaceAll(/\s+/g, " ").trim() : start;
  return words.length <= longestExcerpt ? words : `${words.slice(0, longestExcerpt - 1)}…`;
}

/** Where a change stands, for a sentence. Example: 问题3措施2, finding 3 measure 2. */
export function whereOf(target: ChangeTarget): { zh: string; en: string } {
  if (target.finding === null) return { zh: "正文", en: "the text" };
  if (target.measure === null) return { zh: `问题${target.finding}`, en: `finding ${target.finding}` };
  return {
    zh: `问题${target.finding}措施${target.measure}`,
    en: `finding ${target.finding} measure ${target.measure}`,
  };
}

/** “甲”改为“乙”, or 新增 and 删去 where one side is missing. */
export function becameOf(before: Quotation | null, after: Quotation | null): { zh: string; en: string } {
  const [old, young] = [excerpt(before), excerpt(after)];
  if (before === null) return { zh: `新增“${young}”`, en: `"${young}" was added` };
  if (after === null) return { zh: `删去“${old}”`, en: `"${old}" was removed` };
  return { zh: `“${old}”改为“${young}”`, en: `"${old}" became "${young}"` };
}

/** Operations without repeats, in order. */
export function distinctOperations(operations: readonly Operation[]): Operation[] {
  if (operations.length < 2) return [...operations];
  const byKey = new Map(operations.map((operation) => [keyOf(operation), operation]));
  return [...byKey.values()];
}

const keyOf = ({ op, before, after }: Operation): string =>
  `${op} ${before?.start ?? ""}-${before?.end ?? ""} ${after?.start ?? ""}-${after?.end ?? ""}`;
