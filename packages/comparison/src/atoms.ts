import type { Span } from "@zhenggai/notice";
import { readDates } from "./dates.ts";
import { readFigures } from "./figures.ts";
import { orderedBy } from "./ordered-by.ts";
import { classAt, signClass } from "./sign-classes.ts";
import { simplify } from "./simplify.ts";
import { fate, foldFate, foldTypography } from "./typography.ts";

/** What a comparison never splits: a figure with unit, a date, the title of a document. Spans point into the whole text. */
export type Atom = {
  readonly type: "document" | "date" | "figure";
  readonly span: Span;
  readonly text: string;
  readonly value: number | string;
  readonly unit: string | null;
};

const { digit, chineseDigit, titleMark, dateSign, space, unitStart } = signClass;

const longestTitle = 120;

const isOpenMark = (code: number): boolean => code === 0x30_0a || code === 0x30_08;
const isCloseMark = (code: number): boolean => code === 0x30_0b || code === 0x30_09;

/** Where titles open in a text, in order. */
function openingsIn(text: string): readonly number[] {
  const openings: number[] = [];
  for (const mark of ["《", "〈"])
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) openings.push(at);
  return orderedBy(openings, (at) => at);
}

/** The 》 that closes the 《 at `open`, nested titles counted; -1 where there is none nearby and before the limit. */
function closingMark(text: string, open: number, limit: number): number {
  let depth = 0;
  const last = Math.min(limit, open + longestTitle);
  for (let at = open; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (isOpenMark(code)) depth += 1;
    if (isCloseMark(code)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Behind the title that opens at a place; the place itself where none closes before the limit. */
export const titleEnd = (text: string, open: number, limit: number): number =>
  Math.max(open, closingMark(text, open, limit) + 1);

/** Titles between 《 and 》 or 〈 and 〉 in a text, outermost ones. Example: 修订《望麓区督查办法》 gives one. */
export function readDocuments(text: string): Atom[] {
  const documents: Atom[] = [];
  let next = 0;
  for (const open of openingsIn(text)) {
    if (open < next) continue;
    const close = closingMark(text, open, text.length);
    if (close === -1) continue;
    const title = text.slice(open + 1, close);
    const span = { start: open, end: close + 1 };
    documents.push({ type: "document", span, text: title, value: foldTypography(title), unit: null });
    next = close + 1;
  }
  return documents;
}

const isFree = (taken: readonly Atom[], start: number, end: number): boolean =>
  !taken.some((atom) => start < atom.span.end && atom.span.start < end);

/** What a text can hold at all: looked up before the patterns run, because most clauses hold nothing. */
function contentsOf(text: string): number {
  let contents = 0;
  for (let at = 0; at < text.length; at += 1) contents |= classAt(text, at);
  return contents;
}

/**
 * Whether a text can hold a figure or a date: a digit, or a Chinese numeral before what can open a unit. Most sentences hold a
 * numeral that counts nothing: 进一步, 统一.
 */
export function mayHoldFigure(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const classes = classAt(text, at);
    if ((classes & digit) !== 0) return true;
    if ((classes & chineseDigit) === 0 || at + 1 === text.length) continue;
    const isBeforeUnit = (classAt(text, at + 1) & (unitStart | dateSign | space)) !== 0;
    if (isBeforeUnit || fate(text.charCodeAt(at + 1)) === foldFate.rewritten) return true;
  }
  return false;
}

/** Whether a stretch of a text can hold the title of a document. */
export function holdsTitle(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) if (isOpenMark(text.charCodeAt(at))) return true;
  return false;
}

/** A line break is no space within a figure, and most clauses that hold white space end with one. */
const anySpace = /[ \t\u00A0\u3000]/;
/** Characters without width are nothing, even within a figure. */
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/;
const loneSpace =
  /[\u00AD\u200B-\u200D\u2060\uFEFF]+|(?<=[\d０-９])[ \t\u00A0\u3000]+(?=[\u4E00-\u9FFF])|(?<=[\u4E00-\u9FFF])[ \t\u00A0\u3000]+(?=[\d０-９])/gu;

/** The text without spaces between figures and words, and where each of its characters stood: 2023年 4月 reads as 2023年4月. */
function squeezed(text: string): { text: string; places: number[] } | null {
  const holes = [...text.matchAll(loneSpace)];
  if (holes.length === 0) return null;
  const places: number[] = [];
  let at = 0;
  for (const hole of holes) {
    for (; at < hole.index; at += 1) places.push(at);
    at += hole[0].length;
  }
  for (; at <= text.length; at += 1) places.push(at);
  return { text: places.map((place) => text.charAt(place)).join(""), places };
}

function placedIn(original: string, places: readonly number[], atom: Atom): Atom {
  const start = places[atom.span.start] ?? 0;
  const end = (places[atom.span.end - 1] ?? 0) + 1;
  const text = atom.type === "document" ? original.slice(start + 1, end - 1) : original.slice(start, end);
  return { ...atom, span: { start, end }, text };
}

/** Units are known by their simplified characters: 13個 is 13个. */
function atomsOf(text: string, contents: number): Atom[] {
  const simple = simplify(text);
  if (simple === text) return atomsIn(text, contents);
  return atomsIn(simple, contents).map((atom) => {
    const inset = atom.type === "document" ? 1 : 0;
    return Object.assign({}, atom, { text: text.slice(atom.span.start + inset, atom.span.end - inset) });
  });
}

function atomsIn(text: string, contents: number): Atom[] {
  const atoms = (contents & titleMark) === 0 ? [] : readDocuments(text);
  if ((contents & (digit | chineseDigit)) === 0) return atoms;
  if ((contents & dateSign) !== 0)
    for (const { start, end, value, text: words } of readDates(text))
      if (isFree(atoms, start, end)) atoms.push({ type: "date", span: { start, end }, text: words, value, unit: null });
  for (const { start, end, value, unit, text: words } of readFigures(text))
    if (isFree(atoms, start, end)) atoms.push({ type: "figure", span: { start, end }, text: words, value, unit });
  return atoms.length < 2 ? atoms : atoms.sort((one, other) => one.span.start - other.span.start);
}

/** The same atom as it stands in a text that starts `offset` characters earlier. */
export const shiftedAtom = ({ type, span, text, value, unit }: Atom, offset: number): Atom => ({
  type,
  span: { start: span.start + offset, end: span.end + offset },
  text,
  value,
  unit,
});

/**
 * Atoms of a piece of text in order; titles before dates before figures where they overlap.
 * Example: 印发《望麓区督查办法》2项 gives a document and a figure.
 */
export function readAtoms(text: string, offset = 0): Atom[] {
  const contents = contentsOf(text);
  if ((contents & (digit | chineseDigit | titleMark)) === 0) return [];
  const isSpaced = (contents & space) !== 0 && (((contents & digit) !== 0 && anySpace.test(text)) || unseen.test(text));
  const narrow = isSpaced ? squeezed(text) : null;
  const atoms =
    narrow === null
      ? atomsOf(text, contents)
      : atomsOf(narrow.text, contents).map((atom) => placedIn(text, narrow.places, atom));
  return offset === 0 ? atoms : atoms.map((atom) => shiftedAtom(atom, offset));
}

/** 300余人 is not 300人; 余 and 多 are one. */
const isVague = (atom: Atom): boolean => atom.type === "figure" && /[余多]/u.test(atom.text);

/** What must be equal for two atoms to say the same. */
export const atomKey = (atom: Atom): string =>
  `${atom.type}:${String(atom.value)}:${atom.unit ?? ""}${isVague(atom) ? "~" : ""}`;

/** What must be equal for one atom to be an edit of the other where all around them is equal: the type. */
export const atomType = (atom: Atom): string => atom.type;

/** What must be equal for one atom to be an edit of the other within reworded clauses: type and unit. */
export const isSameShape = (one: Atom, other: Atom): boolean => one.type === other.type && one.unit === other.unit;
