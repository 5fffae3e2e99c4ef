import type { Finding, Measure, Notice, Span } from "@zhenggai/notice";
import { ordinalOf } from "./chinese-numerals.ts";
import { isSpaceAt } from "./spaces.ts";
import { contains, isEmpty, overlaps, sliceOf, spanOf, without } from "./spans.ts";
import { enumeratorOf } from "./typography.ts";

/** Where a measure stands: the enumerator apart from the words. */
export type MeasureRegion = {
  readonly n: number;
  readonly measure: Measure;
  readonly whole: Span;
  readonly numbering: Span;
  readonly body: Span;
};

/** The same region under another number. */
export const numbered = ({ measure, whole, numbering, body }: MeasureRegion, n: number): MeasureRegion => ({
  n,
  measure,
  whole,
  numbering,
  body,
});

/** Where a finding stands: its enumerator, its heading, its measures, and prose of its own between them. */
export type FindingRegion = {
  readonly finding: Finding;
  readonly whole: Span;
  readonly numbering: Span;
  readonly heading: Span;
  /** The words of the title within the heading; the heading where they don't stand there as such. */
  readonly title: Span;
  /** Everything but the enumerator and the measures; the heading is part of it. */
  readonly own: readonly Span[];
  readonly measures: readonly MeasureRegion[];
};

export type NoticeRegions = {
  readonly text: string;
  /** Everything outside findings: title, header line, lead, headings of groups, closing, signature; cut where furniture starts and ends. */
  readonly prose: readonly Span[];
  /** What the page prints around the notice: boilerplate, breadcrumb, address of the original. */
  readonly furniture: readonly Span[];
  readonly findings: readonly FindingRegion[];
};

/** White space after a region belongs to it, so that regions tile the text. */
function withTrailingSpace(text: string, end: number): number {
  let at = end;
  while (at < text.length && isSpaceAt(text, at)) at += 1;
  return at;
}

/** The printed enumerator at the start of a region, or an empty span there. */
function numberingAt(text: string, region: Span, printed: string): Span {
  let { start } = region;
  while (start < region.end && isSpaceAt(text, start)) start += 1;
  if (printed !== "" && text.startsWith(printed, start)) return spanOf(start, start + printed.length);
  const found = enumeratorOf(text.slice(start, Math.min(start + 12, region.end)));
  const isSame = found !== "" && (printed === "" || ordinalOf(found) === ordinalOf(printed));
  return spanOf(start, start + (isSame ? found.trimEnd().length : 0));
}

/** Where a region starts with its enumerator, which a reading may leave outside the span of a measure. */
function startWithNumbering(text: string, from: number, start: number, printed: string): number {
  if (printed === "") return start;
  let end = start;
  while (end > from && isSpaceAt(text, end - 1)) end -= 1;
  const usual = end - printed.length;
  if (usual >= from && text.startsWith(printed, usual)) return usual;
  // ㈡ is printed in one character and read as three; a character without width may stand within 一是.
  const narrow = printed.normalize("NFKC");
  const printedAt = (at: number): boolean =>
    at >= from &&
    (text.startsWith(printed, at) ||
      text
        .slice(at, end)
        .replaceAll(/\p{Cf}/gu, "")
        .normalize("NFKC") === narrow);
  const starts = [printed.length, 1, printed.length + 1, printed.length + 2].map((length) => end - length);
  return starts.find(printedAt) ?? start;
}

function measureRegions(notice: Notice, finding: Finding, whole: Span): MeasureRegion[] {
  const regions: MeasureRegion[] = [];
  let from = whole.start;
  finding.measures.forEach((measure, at) => {
    if (!contains(whole, measure.span) || measure.span.start < from || isEmpty(measure.span)) return;
    const end = Math.min(withTrailingSpace(notice.text, measure.span.end), whole.end);
    const start = startWithNumbering(notice.text, from, measure.span.start, measure.numbering);
    const region = spanOf(start, end);
    const numbering = numberingAt(notice.text, region, measure.numbering);
    regions.push({ n: at + 1, measure, whole: region, numbering, body: spanOf(numbering.end, end) });
    from = end;
  });
  return regions;
}

function headingSpan(text: string, finding: Finding, numbering: Span, own: readonly Span[]): Span {
  const first = own.find((span) => span.end > numbering.end) ?? numbering;
  const words = finding.heading.startsWith(sliceOf(text, numbering))
    ? finding.heading.slice(numbering.end - numbering.start).trim()
    : finding.heading.trim();
  let at = numbering.end;
  while (at < first.end && isSpaceAt(text, at)) at += 1;
  if (words !== "" && at + words.length <= first.end && text.startsWith(words, at))
    return spanOf(numbering.end, at + words.length);
  const line = text.indexOf("\n", numbering.end);
  return spanOf(numbering.end, line === -1 ? first.end : Math.min(line, first.end));
}

function titleSpan(text: string, finding: Finding, heading: Span): Span {
  const printed = sliceOf(text, heading);
  if (finding.title === "") return heading;
  const exact = printed.indexOf(finding.title);
  if (exact !== -1) return spanOf(heading.start + exact, heading.start + exact + finding.title.length);
  const narrow = printed.normalize("NFKC");
  const title = finding.title.normalize("NFKC");
  const at = narrow.length === printed.length ? narrow.indexOf(title) : -1;
  return at === -1 ? heading : spanOf(heading.start + at, heading.start + at + title.length);
}

function findingRegion(notice: Notice, finding: Finding, limit: number): FindingRegion {
  let last = finding.span.end;
  for (const measure of finding.measures) last = Math.max(last, measure.span.end);
  const end = Math.min(withTrailingSpace(notice.text, last), limit);
  const whole = spanOf(finding.span.start, Math.max(finding.span.start, end));
  const numbering = numberingAt(notice.text, whole, finding.numbering);
  const measures = measureRegions(notice, finding, whole);
  const own = gapsBetween(
    spanOf(numbering.end, whole.end),
    measures.map((measure) => measure.whole),
  );
  if (numbering.start > whole.start) own.unshift(spanOf(whole.start, numbering.start));
  const heading = headingSpan(notice.text, finding, numbering, own);
  return { finding, whole, numbering, heading, title: titleSpan(notice.text, finding, heading), own, measures };
}

/** What lies in `whole` between parts that are in order and don't overlap. */
function gapsBetween(whole: Span, parts: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let at = whole.start;
  for (const part of parts) {
    if (part.start > at) gaps.push(spanOf(at, part.start));
    at = Math.max(at, part.end);
  }
  if (at < whole.end) gaps.push(spanOf(at, whole.end));
  return gaps;
}

/** Spans that touch or overlap as one, in order. */
function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.filter((one) => !isEmpty(one)).sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** Spans of what the page prints around the notice, in order; never its title, whatever a reading takes that for. */
export function furnitureOf(notice: Notice): Span[] {
  const title = notice.evidence.find(({ field }) => field === "title")?.span ?? null;
  const around = notice.boilerplate.map(({ span }) => span).filter((span) => title === null || !contains(span, title));
  const printed = notice.evidence
    .filter(({ field }) => field === "breadcrumb" || field === "originalUrl")
    .flatMap(({ span }) => span ?? []);
  return merged([...around, ...printed].map(({ start, end }) => ({ start, end: withTrailingSpace(notice.text, end) })));
}

/** Cuts spans where any of the cuts starts or ends. */
function cutAt(spans: readonly Span[], cuts: readonly Span[]): Span[] {
  if (cuts.length === 0) return [...spans];
  return spans.flatMap((span) => {
    const inside = cuts
      .filter((cut) => overlaps(span, cut))
      .map((cut) => ({ start: Math.max(cut.start, span.start), end: Math.min(cut.end, span.end) }));
    return [...inside, ...without(span, inside)].sort((one, other) => one.start - other.start);
  });
}

const asRead = (finding: Finding): Finding => finding;

/**
 * Cuts a notice into regions that a comparison aligns one by one; together they tile the text. `taken` says what to
 * take a finding for: null for prose.
 */
export function regionsOf(notice: Notice, taken: (finding: Finding) => Finding | null = asRead): NoticeRegions {
  const ordered = notice.findings
    .flatMap((finding) => taken(finding) ?? [])
    .sort((one, other) => one.span.start - other.span.start || one.n - other.n);
  const findings = ordered
    .map((finding, at) => findingRegion(notice, finding, ordered[at + 1]?.span.start ?? notice.text.length))
    .filter((region) => !isEmpty(region.whole));
  const outside = gapsBetween(
    { start: 0, end: notice.text.length },
    findings.map((region) => region.whole),
  );
  const furniture = furnitureOf(notice);
  return { text: notice.text, prose: cutAt(outside, furniture), furniture, findings };
}
