import type { Span } from "@zhenggai/notice";
import { characterRanges, holds } from "./character-set.ts";
import { withFullStops } from "./full-stops.ts";

/**
 * The text as the rules see it: NFKC, one kind of line break, no invisible characters, circled numbers kept.
 * `span` and `quote` lead back to the raw text, which is what the notice stores.
 */
export type View = {
  readonly raw: string;
  readonly text: string;
  /** Range of the view as a range of the raw text, in UTF-16 units. */
  readonly span: (start: number, end: number) => Span;
  /** The raw characters behind a range of the view. */
  readonly quote: (start: number, end: number) => string;
};

/** A part of the view and where it begins there and in the raw text. */
type Piece = {
  readonly text: string;
  readonly viewStart: number;
  readonly rawStart: number;
  /** Length in the raw text of what is mapped as a whole; 0 where unit stands for unit. */
  readonly clusterLength: number;
};

const invisible = /^[\u200b-\u200f\u2060\ufeff\u00ad]+$/u;
const combining = /^\p{M}$/u;
/** Han, ASCII, the middle dot and the punctuation of Chinese print, which NFKC leaves alone. */
export const unchangedUnits = characterRanges([
  [0x0a, 0x0a],
  [0x20, 0x7e],
  [0xb7, 0xb7],
  [0x2010, 0x2010],
  [0x2012, 0x2016],
  [0x2018, 0x201f],
  [0x3001, 0x3029],
  [0x4e00, 0x9fff],
]);
/** NBSP, the hyphen that breaks no line, U+3000 and full-width forms, for which NFKC gives unit for unit. */
export const exchangedUnits = characterRanges([
  [0xa0, 0xa0],
  [0x2011, 0x2011],
  [0x3000, 0x3000],
  [0xff01, 0xff5e],
]);

/**
 * Real pages print full-width punctuation (，（），：), indents of U+3000 and NBSP; archived copies print half-width. Both must
 * read the same (reference/sites.md section 0), so every rule runs on this view.
 */
export function normalizedView(raw: string): View {
  const pieces = piecesOf(raw);
  const text = withFullStops(pieces.map((piece) => piece.text).join(""));
  const span = (start: number, end: number): Span => {
    const from = rawRange(pieces, raw, start).start;
    return { start: from, end: end > start ? rawRange(pieces, raw, end - 1).end : from };
  };
  const quote = (start: number, end: number): string => {
    const range = span(start, end);
    return raw.slice(range.start, range.end);
  };
  return { raw, text, span, quote };
}

/** Nearly all of a page is plain: whole stretches are normalized at once, and only what lies between is mapped cluster by cluster. */
function piecesOf(raw: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let viewStart = 0;
  let at = 0;
  const add = (end: number, text: string, isCluster: boolean): void => {
    if (text !== "") pieces.push({ viewStart, rawStart: at, text, clusterLength: isCluster ? end - at : 0 });
    viewStart += text.length;
    at = end;
  };
  let lastExchanged = -1;
  const addStretch = (end: number): void => {
    const stretch = raw.slice(at, end);
    add(end, lastExchanged < at ? stretch : stretch.normalize("NFKC"), false);
  };
  for (let index = 0; index < raw.length; index += 1) {
    const unit = raw.charCodeAt(index);
    if (holds(unchangedUnits, unit)) continue;
    if (holds(exchangedUnits, unit)) {
      lastExchanged = index;
      continue;
    }
    const start = index > at && isCombining(raw, index) ? index - 1 : index;
    addStretch(start);
    const end = clusterEnd(raw, start);
    add(end, normalCluster(raw.slice(start, end), raw.charCodeAt(end)), true);
    index = end - 1;
  }
  addStretch(raw.length);
  return pieces;
}

/** What stands in the raw text for one unit of the view, found by halving. */
function rawRange(pieces: readonly Piece[], raw: string, at: number): Span {
  let low = 0;
  let high = pieces.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.viewStart ?? 0) <= at) low = middle;
    else high = middle;
  }
  const piece = pieces[low];
  if (piece === undefined || at < 0 || at >= piece.viewStart + piece.text.length)
    return { start: raw.length, end: raw.length };
  const { viewStart, rawStart, clusterLength } = piece;
  if (clusterLength > 0) return { start: rawStart, end: rawStart + clusterLength };
  const start = rawStart + at - viewStart;
  return { start, end: start + 1 };
}

/** A code point with the combining marks that follow it: what NFKC may fuse must be mapped as one. */
function clusterEnd(raw: string, at: number): number {
  let end = at + codePointLength(raw, at);
  while (end < raw.length && isCombining(raw, end)) end += codePointLength(raw, end);
  return end;
}

function isCombining(raw: string, at: number): boolean {
  return combining.test(String.fromCodePoint(raw.codePointAt(at) ?? 0));
}

function codePointLength(raw: string, at: number): number {
  return (raw.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function normalCluster(cluster: string, next: number): string {
  const unit = cluster.charCodeAt(0);
  // ①–⑳ would become bare digits and lose that they number a paragraph.
  if (unit >= 0x2460 && unit <= 0x2473) return cluster;
  if (cluster === "\r") return next === 0x0a ? "" : "\n";
  if (/^[\v\f\u0085\u2028\u2029]$/u.test(cluster)) return "\n";
  if (cluster === "\t") return " ";
  if (invisible.test(cluster)) return "";
  return cluster.normalize("NFKC");
}
