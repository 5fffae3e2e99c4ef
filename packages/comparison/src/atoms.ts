import type { Span } from "@zhenggai/notice";
import { readDates } from "./dates.ts";
import { readFigures } from "./figures.ts";
import { foldTypography } from "./typography.ts";

/** What a comparison never splits: a figure with unit, a date, the title of a document. Spans point into the whole text. */
export type Atom = {
  readonly type: "document" | "date" | "figure";
  readonly span: Span;
  readonly text: string;
  readonly value: number | string;
  readonly unit: string | null;
};

const longestTitle = 120;

/** The 》 that closes the 《 at `open`, nested titles counted; -1 where there is none nearby. */
function closingMark(text: string, open: number): number {
  let depth = 0;
  const last = Math.min(text.length, open + longestTitle);
  for (let at = open; at < last; at += 1) {
    const sign = text.charAt(at);
    if (sign === "《") depth += 1;
    if (sign === "》") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function readDocuments(text: string): Atom[] {
  const documents: Atom[] = [];
  for (let open = text.indexOf("《"); open !== -1;) {
    const close = closingMark(text, open);
    if (close !== -1) {
      const title = text.slice(open + 1, close);
      const span = { start: open, end: close + 1 };
      documents.push({ type: "document", span, text: title, value: foldTypography(title), unit: null });
    }
    open = text.indexOf("《", Math.max(close, open) + 1);
  }
  return documents;
}

const isFree = (taken: readonly Atom[], start: number, end: number): boolean =>
  !taken.some((atom) => start < atom.span.end && atom.span.start < end);

const shifted = (atom: Atom, offset: number): Atom => ({
  ...atom,
  span: { start: atom.span.start + offset, end: atom.span.end + offset },
});

/**
 * Atoms of a piece of text in order; titles before dates before figures where they overlap.
 * Example: 印发《望麓区督查办法》2项 gives a document and a figure.
 */
export function readAtoms(text: string, offset = 0): Atom[] {
  const atoms = readDocuments(text);
  for (const date of readDates(text)) {
    if (!isFree(atoms, date.start, date.end)) continue;
    const { start, end, value } = date;
    atoms.push({ type: "date", span: { start, end }, text: date.text, value, unit: null });
  }
  for (const figure of readFigures(text)) {
    if (!isFree(atoms, figure.start, figure.end)) continue;
    const { start, end, value, unit } = figure;
    atoms.push({ type: "figure", span: { start, end }, text: figure.text, value, unit });
  }
  return atoms.sort((one, other) => one.span.start - other.span.start).map((atom) => shifted(atom, offset));
}

/** What must be equal for two atoms to say the same. */
export const atomKey = (atom: Atom): string => `${atom.type}:${String(atom.value)}:${atom.unit ?? ""}`;

/** What must be equal for one atom to be an edit of the other: type and unit. */
export const atomShape = (atom: Atom): string => `${atom.type}:${atom.unit ?? ""}`;
