import type { Span } from "@zhenggai/notice";
import { numbered, type MeasureRegion } from "./regions.ts";
import { isEmpty, sliceOf } from "./spans.ts";
import { enumeratorOf } from "./typography.ts";

/** Shorter passages stand in many measures. */
const leastWords = 12;

/** Where the passage stands with the enumerator before it: 三是 belongs to what follows. */
function withEnumerator(text: string, region: Span, found: Span): Span {
  const lead = text.slice(Math.max(region.start, found.start - 6), found.start);
  for (let at = 0; at < lead.length; at += 1) {
    const tail = lead.slice(at);
    if (tail.trim() !== "" && enumeratorOf(tail).length === tail.length)
      return { start: found.start - tail.length, end: found.end };
  }
  return found;
}

function pieceOf(text: string, source: MeasureRegion, whole: Span): MeasureRegion {
  const words = enumeratorOf(sliceOf(text, whole)).trimEnd();
  const isFirst = whole.start === source.whole.start;
  const numbering = isFirst ? source.numbering : { start: whole.start, end: whole.start + words.length };
  return { n: source.n, measure: source.measure, whole, numbering, body: { start: numbering.end, end: whole.end } };
}

function splitAt(text: string, source: MeasureRegion, words: string): MeasureRegion[] {
  const place = sliceOf(text, source.body).indexOf(words);
  if (place === -1) return [source];
  const at = source.body.start + place;
  const found = { start: at, end: at + words.length };
  const isFirst = text.slice(source.body.start, at).trim() === "";
  let { start, end } = isFirst ? { ...found, start: source.whole.start } : found;
  if (!isFirst) start = withEnumerator(text, source.body, found).start;
  while (end < source.whole.end && /[\s；;。]/u.test(text.charAt(end))) end += 1;
  const cuts = [
    { start: source.whole.start, end: start },
    { start, end },
    { start: end, end: source.whole.end },
  ].filter((piece) => !isEmpty(piece));
  return cuts.length < 2 ? [source] : cuts.map((piece) => pieceOf(text, source, piece));
}

/** Where an enumerator opens a sentence or clause within a measure; -1 where it doesn't. */
function openingAt(text: string, region: MeasureRegion, enumerator: string): number {
  let at = text.indexOf(enumerator, region.body.start);
  while (at !== -1 && at + enumerator.length <= region.body.end) {
    const before = text.slice(Math.max(region.body.start, at - 5), at);
    if (/[。；;！!？?”）)][\s\p{Cf}]{0,4}$/u.test(before)) return at;
    at = text.indexOf(enumerator, at + 1);
  }
  return -1;
}

function splitAtEnumerator(text: string, source: MeasureRegion, enumerator: string): MeasureRegion[] {
  const at = openingAt(text, source, enumerator);
  if (at === -1) return [source];
  const pieces = [
    { start: source.whole.start, end: at },
    { start: at, end: source.whole.end },
  ];
  return pieces.map((piece) => pieceOf(text, source, piece));
}

/** A reading may leave the enumerator among the words where the one before it is gone: 二是 without 一是. */
function withOwnEnumerator(text: string, source: MeasureRegion, enumerators: ReadonlySet<string>): MeasureRegion {
  if (!isEmpty(source.numbering)) return source;
  const words = sliceOf(text, source.body);
  const start = source.body.start + Math.max(0, words.search(/[^\s\p{Cf}]/u));
  const printed = enumeratorOf(text.slice(start, start + 6)).trimEnd();
  if (!enumerators.has(printed)) return source;
  const numbering = { start, end: start + printed.length };
  return { ...source, numbering, body: { start: numbering.end, end: source.body.end } };
}

/** What the measures of the other version look like: the words of those that are missing here, and all their enumerators. */
export type OtherMeasures = { readonly missing: readonly string[]; readonly enumerators: readonly string[] };

/** Marks and single letters open other things too. */
const shortestEnumerator = 2;

/**
 * Cuts measures where one stands in them that is a measure of its own in the other version: a reading may run two measures
 * together when the one between or before them is deleted (一是…三是…). Nothing is cut where no such words or enumerator are
 * found. The pieces are numbered as they stand.
 */
export function splitMeasures(
  text: string,
  regions: readonly MeasureRegion[],
  other: OtherMeasures,
): readonly MeasureRegion[] {
  const known = new Set(regions.map((region) => region.measure.numbering));
  const unread = new Set(other.enumerators.filter((one) => one.length >= shortestEnumerator && !known.has(one)));
  const byWords = other.missing.reduce<readonly MeasureRegion[]>(
    (pieces, words) => (words.length < leastWords ? pieces : pieces.flatMap((piece) => splitAt(text, piece, words))),
    regions,
  );
  const byEnumerators = [...unread].reduce<readonly MeasureRegion[]>(
    (pieces, enumerator) => pieces.flatMap((piece) => splitAtEnumerator(text, piece, enumerator)),
    byWords.map((piece) => withOwnEnumerator(text, piece, unread)),
  );
  return byEnumerators.map((piece, at) => numbered(piece, at + 1));
}
