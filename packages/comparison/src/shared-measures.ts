import type { Finding, Measure, Span } from "@zhenggai/notice";
import type { FindingAlignment } from "./align-regions.ts";
import type { FindingRegion, NoticeRegions } from "./regions.ts";
import { isEmpty, overlaps, sliceOf } from "./spans.ts";
import { squeezed } from "./squeezed.ts";
import { enumeratorOf, foldTypography } from "./typography.ts";

/** The opening words by which a measure is known again; fewer stand in many measures. */
const openingLength = 10;

/** Where in a finding a measure of the other reading opens, with the enumerator before it. */
type Opening = { readonly measure: Measure; readonly whole: number; readonly body: number };

type Reading = { readonly text: string; readonly finding: FindingRegion };

/** A quotation mark or bracket before the first word opens with it. */
function withOpeningMarks(text: string, place: number): number {
  let at = place;
  while (at > 0 && /[\p{Ps}\p{Pi}"']/u.test(text.charAt(at - 1))) at -= 1;
  return at;
}

const longestEnumerator = 10;

/** The enumerator that stands before a place, of the style of another but perhaps with another number; null where none does. */
function enumeratorBefore(words: string, at: number, style: string): string | null {
  if (style === "") return "";
  const digits = style
    .replace(/[一二三四五六七八九十百]+/u, "[一二三四五六七八九十百]+")
    .replace(/^\d+/u, String.raw`\d+`);
  return new RegExp(`${digits}$`, "u").exec(words.slice(Math.max(0, at - longestEnumerator), at))?.[0] ?? null;
}

/** Openings of the measures of the other reading, in order; those whose first words or enumerator are not printed here are left out. */
function openingsOf(own: Reading, other: Reading): Opening[] {
  const here = squeezed(own.text, own.finding.whole);
  const openings: Opening[] = [];
  let from = 0;
  for (const { measure, body, numbering } of other.finding.measures) {
    const opening = squeezed(other.text, body).words.slice(0, openingLength);
    const at = opening.length < openingLength ? -1 : here.words.indexOf(opening, from);
    const enumerator =
      at === -1 ? null : enumeratorBefore(here.words, at, foldTypography(sliceOf(other.text, numbering)));
    if (enumerator === null) continue;
    from = at + opening.length;
    const place = here.places[at - enumerator.length] ?? own.finding.whole.end;
    const whole = withOpeningMarks(own.text, place);
    const printed = enumerator === "" ? "" : enumeratorOf(own.text.slice(whole, whole + longestEnumerator)).trimEnd();
    const isBelow = whole >= own.finding.heading.end && /[\s。；;！？!?”"）)]/u.test(own.text.charAt(whole - 1));
    if (isBelow && (enumerator === "" || printed !== ""))
      openings.push({ measure, whole, body: whole + printed.length });
  }
  return openings;
}

/** Whether the words that each of the measures of a reading opens with are printed in the other. */
function isPrintedIn(own: Reading, other: Reading): boolean {
  const there = squeezed(other.text, other.finding.whole).words;
  return own.finding.measures.every(({ body }) =>
    there.includes(squeezed(own.text, body).words.slice(0, openingLength)),
  );
}

function measureAt(text: string, { measure, whole, body }: Opening, limit: number): Measure {
  const span = { start: body, end: body + text.slice(body, limit).trimEnd().length };
  return { numbering: text.slice(whole, body), title: measure.title, text: sliceOf(text, span), span };
}

const isBlank = (text: string, span: Span): boolean => foldTypography(sliceOf(text, span)) === "";

/** A finding as it was read and what to take it for. */
type Believed = { readonly read: Finding; readonly taken: Finding };

/** A finding cut into measures as the other reading cuts it; null where it says something of its own. */
function cutAlike(own: Reading, other: Reading): Believed | null {
  const { finding, text } = own;
  const openings = openingsOf(own, other);
  const hasProse = other.finding.own.some(
    (span) => span.start >= other.finding.heading.end && !isBlank(other.text, span),
  );
  if (openings.length < other.finding.measures.length || hasProse || !isPrintedIn(own, other)) return null;
  const measures = openings.map((opening, at) =>
    measureAt(text, opening, openings[at + 1]?.whole ?? finding.whole.end),
  );
  return { read: finding.finding, taken: { ...finding.finding, measures } };
}

/** The measures of a finding and those that the other reading has of it, which here are prose of its own. */
function withUnread(own: Reading, other: Reading): Believed | null {
  const { text, finding } = own;
  const isRead = ({ body }: Opening): boolean =>
    finding.measures.some((region) => overlaps(region.whole, { start: body, end: body + 1 }));
  const unread = openingsOf(own, other).filter((opening) => !isRead(opening));
  if (unread.length === 0) return null;
  const starts = [...unread.map((one) => one.whole), ...finding.measures.map((region) => region.whole.start)];
  const found = unread.map((opening) =>
    measureAt(text, opening, Math.min(finding.whole.end, ...starts.filter((start) => start > opening.body))),
  );
  const measures = [...finding.finding.measures, ...found].sort((one, next) => one.span.start - next.span.start);
  return { read: finding.finding, taken: { ...finding.finding, measures } };
}

const numberedIn = ({ finding }: Reading): number =>
  finding.measures.filter(({ numbering }) => !isEmpty(numbering)).length;

/** Whether a reading is to be believed rather than the other: more enumerators were read, or fewer paragraphs without one. */
function isBetter(one: Reading, other: Reading): boolean {
  const more = numberedIn(one) - numberedIn(other);
  return more === 0 ? one.finding.measures.length < other.finding.measures.length : more > 0;
}

/** The finding of the lesser reading, cut as the better one cuts it; null where neither is better, or where they say something else. */
function cutByBetter(before: Reading, after: Reading): Believed | null {
  if (isBetter(before, after)) return cutAlike(after, before);
  return isBetter(after, before) ? cutAlike(before, after) : null;
}

/** Whether both readings give the measures the same enumerators: most do. */
function areNumberedAlike(one: Reading, other: Reading): boolean {
  const [measures, others] = [one.finding.measures, other.finding.measures];
  return (
    measures.length === others.length &&
    measures.every((measure, at) => {
      const [printed, another] = [
        sliceOf(one.text, measure.numbering),
        sliceOf(other.text, others[at]?.numbering ?? measure.numbering),
      ];
      return printed === another || foldTypography(printed) === foldTypography(another);
    })
  );
}

/**
 * Findings that the readings cut into measures differently because the paragraphs are broken otherwise: the better reading
 * is believed. Example: 一是建立台账。二是逐户催收。 in two paragraphs or in one.
 */
export function withSharedMeasures(
  old: NoticeRegions,
  young: NoticeRegions,
  { pairs }: FindingAlignment,
): ReadonlyMap<Finding, Finding> {
  const found = new Map<Finding, Finding>();
  for (const pair of pairs) {
    if (pair.isIdentical) continue;
    const [before, after] = [
      { text: old.text, finding: pair.before },
      { text: young.text, finding: pair.after },
    ];
    if (areNumberedAlike(before, after)) continue;
    const whole = cutByBetter(before, after);
    for (const fuller of whole === null ? [withUnread(before, after), withUnread(after, before)] : [whole])
      if (fuller !== null) found.set(fuller.read, fuller.taken);
  }
  return found;
}
