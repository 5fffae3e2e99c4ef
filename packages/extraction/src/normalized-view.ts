import type { Span } from "@zhenggai/notice";

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

/** The view with its pieces: where each begins in the view and in the raw text, in order of both. */
type Mapped = {
  readonly text: string;
  readonly viewStarts: readonly number[];
  readonly rawStarts: readonly number[];
  /** Length in the raw text of a piece that is mapped as a whole; 0 where unit stands for unit. */
  readonly clusterLengths: readonly number[];
};

const invisible = /^[\u200b-\u200f\u2060\ufeff\u00ad]+$/u;
const combining = /^\p{M}$/u;

/**
 * Real pages print full-width punctuation (，（），：), indents of U+3000 and NBSP; archived copies print half-width. Both must
 * read the same (reference/sites.md section 0), so every rule runs on this view.
 */
export function normalizedView(raw: string): View {
  const mapped = isNormal(raw) ? null : mapToNormal(raw);
  const text = mapped?.text ?? raw;
  const span = (start: number, end: number): Span => {
    const from = mapped ? rawRange(mapped, raw, start).start : start;
    if (end <= start) return { start: from, end: from };
    return { start: from, end: mapped ? rawRange(mapped, raw, end - 1).end : end };
  };
  const quote = (start: number, end: number): string => {
    const range = span(start, end);
    return raw.slice(range.start, range.end);
  };
  return { raw, text, span, quote };
}

function isNormal(raw: string): boolean {
  return !/[\r\t\v\f\u0085\u2028\u2029\u200b-\u200f\u2060\ufeff\u00ad]/u.test(raw) && raw.normalize("NFKC") === raw;
}

/** Nearly all of a page is plain: whole stretches are normalized at once and only what lies between is mapped piece by piece. */
function mapToNormal(raw: string): Mapped {
  const [pieces, viewStarts, rawStarts, clusterLengths]: [string[], number[], number[], number[]] = [[], [], [], []];
  let at = 0;
  let length = 0;
  while (at < raw.length) {
    const plain = plainEnd(raw, at);
    const end = plain > at ? plain : clusterEnd(raw, at);
    const printed = raw.slice(at, end);
    const piece = plain > at ? printed.normalize("NFKC") : normalCluster(printed, raw.charCodeAt(end));
    if (piece !== "") {
      viewStarts.push(length);
      rawStarts.push(at);
      clusterLengths.push(plain > at ? 0 : end - at);
      pieces.push(piece);
    }
    length += piece.length;
    at = end;
  }
  return { text: pieces.join(""), viewStarts, rawStarts, clusterLengths };
}

/** What stands in the raw text for one unit of the view. */
function rawRange({ text, viewStarts, rawStarts, clusterLengths }: Mapped, raw: string, at: number): Span {
  if (at < 0 || at >= text.length) return { start: raw.length, end: raw.length };
  let low = 0;
  let high = viewStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((viewStarts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  const rawStart = rawStarts[low] ?? 0;
  const clusterLength = clusterLengths[low] ?? 0;
  if (clusterLength > 0) return { start: rawStart, end: rawStart + clusterLength };
  const start = rawStart + at - (viewStarts[low] ?? 0);
  return { start, end: start + 1 };
}

/** End of the stretch in which NFKC gives unit for unit; what a combining mark follows is no part of it. */
function plainEnd(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && isPlain(raw.charCodeAt(at))) at += 1;
  const isMarked = at > from && at < raw.length && combining.test(String.fromCodePoint(raw.codePointAt(at) ?? 0));
  return isMarked ? at - 1 : at;
}

/** Han, ASCII, full-width forms, and the punctuation, dashes and quotation marks of Chinese print. */
function isPlain(unit: number): boolean {
  if (unit < 0x4e00) {
    if (unit < 0x7f) return unit >= 0x20 || unit === 0x0a;
    return (
      (unit >= 0x3000 && unit <= 0x3029) || (unit >= 0x2010 && unit <= 0x201f && unit !== 0x2017) || isInLatin(unit)
    );
  }
  return unit <= 0x9fff || (unit >= 0xff01 && unit <= 0xff5e);
}

/** NBSP and the middle dot. */
function isInLatin(unit: number): boolean {
  return unit === 0xa0 || unit === 0xb7;
}

/** A code point with the combining marks that follow it: what NFKC may fuse must be mapped as one. */
function clusterEnd(raw: string, at: number): number {
  let end = at + codePointLength(raw, at);
  while (end < raw.length && raw.charCodeAt(end) >= 0x300 && !isHan(raw.charCodeAt(end))) {
    const next = String.fromCodePoint(raw.codePointAt(end) ?? 0);
    if (!combining.test(next)) break;
    end += next.length;
  }
  return end;
}

function codePointLength(raw: string, at: number): number {
  return (raw.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

function normalCluster(cluster: string, next: number): string {
  const unit = cluster.charCodeAt(0);
  if (isHan(unit) && cluster.length === 1) return cluster;
  // ①–⑳ would become bare digits and lose that they number a paragraph.
  if (unit >= 0x2460 && unit <= 0x2473) return cluster;
  if (cluster === "\r") return next === 0x0a ? "" : "\n";
  if (/^[\v\f\u0085\u2028\u2029]$/u.test(cluster)) return "\n";
  if (cluster === "\t") return " ";
  if (invisible.test(cluster)) return "";
  return cluster.normalize("NFKC");
}
