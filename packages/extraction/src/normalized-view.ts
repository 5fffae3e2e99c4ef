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

type Mapped = { readonly text: string; readonly starts: readonly number[]; readonly ends: readonly number[] };

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
    const from = mapped ? (mapped.starts[start] ?? raw.length) : start;
    const to = mapped ? (mapped.ends[end - 1] ?? from) : end;
    return { start: from, end: end > start ? to : from };
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

function mapToNormal(raw: string): Mapped {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < raw.length) {
    const end = clusterEnd(raw, at);
    const piece = normalCluster(raw.slice(at, end), raw.charCodeAt(end));
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    pieces.push(piece);
    at = end;
  }
  return { text: pieces.join(""), starts, ends };
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
