import type { Change, ChangeKind, Operation, Quotation, Span } from "@zhenggai/notice";
import { fieldParts } from "./field-parts.ts";
import { kindTerms } from "./kind-terms.ts";
import { displayWidth, wrapped } from "./display-width.ts";

export type RenderOptions = {
  readonly colour: boolean;
  /** Columns of the terminal; a Chinese character takes two. */
  readonly width: number;
};

type Paint = (text: string) => string;

const paints = (colour: boolean): { removed: Paint; added: Paint; strong: Paint; faint: Paint } => {
  const painted = (code: number): Paint => (colour ? (text) => `\u001B[${code}m${text}\u001B[0m` : (text) => text);
  return { removed: painted(31), added: painted(32), strong: painted(1), faint: painted(2) };
};

/** Quotations are cut to about this many characters around what was edited. */
const contextLength = 24;

/** The part of a quotation around its operations; the rest is folded to an ellipsis. */
function folded(quotation: Quotation, spans: readonly Span[]): string {
  const { text, span } = quotation;
  const own = span === null ? [] : spans.filter((one) => one.start < span.end && span.start < one.end);
  if (span === null || own.length === 0) return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
  const from = Math.max(0, Math.min(...own.map((one) => one.start)) - span.start - contextLength);
  const to = Math.min(text.length, Math.max(...own.map((one) => one.end)) - span.start + contextLength);
  // A cut that opens with a mark of the clause before reads badly.
  const shown = text.slice(from, to);
  return `${from > 0 ? `…${shown.replace(/^[，。；：、）”》]+/u, "")}` : shown}${to < text.length ? "…" : ""}`;
}

function sideLines(change: Change, side: "before" | "after", options: RenderOptions): string[] {
  const quotation = change[side];
  if (quotation === null) return [];
  const spans = change.operations.flatMap((operation: Operation) => operation[side] ?? []);
  const words = folded(quotation, spans).replaceAll(/\s+/g, " ").trim();
  const sign = side === "before" ? "－" : "＋";
  const paint = paints(options.colour)[side === "before" ? "removed" : "added"];
  const lines = wrapped(words, Math.max(20, options.width) - 7);
  return lines.map((line, at) => `    ${paint(`${at === 0 ? sign : "  "} ${line}`)}`);
}

/** What is said between successive notices, kind by kind. */
const successiveKinds: readonly ChangeKind[] = [
  "inspection-gap",
  "notice-succeeded",
  "carry-over-admitted",
  "finding-repeated",
  "finding-dropped",
  "finding-new",
  "outcome-trend",
];

/** Field changes first, then other text, then findings by number, cosmetics last; between successive notices kind by kind. */
function orderOf(change: Change): number {
  const successive = successiveKinds.indexOf(change.kind);
  if (successive !== -1) return 1e6 * (1 + successive) + (change.target.finding ?? 0);
  if (change.kind === "cosmetic") return 1e9;
  if (fieldParts.has(change.target.part) && change.target.finding === null) return 0;
  if (change.target.finding === null) return 1;
  return 1 + change.target.finding;
}

function noteOf(change: Change): string {
  const score = change.score === null ? "" : ` 相似度 ${change.score.toFixed(2)}`;
  return `${score}${change.verdict === "unsure" ? " 存疑" : ""}`;
}

function blockOf(change: Change, options: RenderOptions): string {
  const paint = paints(options.colour);
  const label = `【${kindTerms[change.kind]}】`;
  const note = noteOf(change);
  const indent = 2 + displayWidth(label);
  const lines = wrapped(change.summary.zh, Math.max(20, options.width) - indent);
  const head = lines.map((line, at) => (at === 0 ? `  ${paint.strong(label)}${line}` : `${" ".repeat(indent)}${line}`));
  if (note !== "") head.push(`    ${paint.faint(note.trim())}`);
  if (change.kind === "cosmetic") return head.join("\n");
  return [...head, ...sideLines(change, "before", options), ...sideLines(change, "after", options)].join("\n");
}

function countsOf(changes: readonly Change[]): string {
  const counts = new Map<ChangeKind, number>();
  for (const change of changes) counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kindTerms[kind]} ${count}`).join("，");
}

/**
 * Changes for a person at a terminal, in Chinese: a line of totals, then each change with its sentence and both quotations
 * (－ before, ＋ after) folded around the edit; field changes first, then findings by number. Never empty.
 */
export function renderChanges(changes: readonly Change[], options: RenderOptions): string {
  if (changes.length === 0) return "没有变化。";
  const ordered = changes
    .map((change, at) => ({ change, at }))
    .sort((one, other) => orderOf(one.change) - orderOf(other.change) || one.at - other.at);
  const title = wrapped(`变化 ${changes.length} 处：${countsOf(changes)}`, Math.max(20, options.width)).join("\n");
  return [title, ...ordered.map(({ change }) => blockOf(change, options))].join("\n");
}
