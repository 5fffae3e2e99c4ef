import type { Finding, Measure, Notice, Span } from "@zhenggai/notice";
import { ordinalOf } from "./chinese-numerals.ts";
import { contains, isEmpty, sliceOf, without } from "./spans.ts";
import { enumeratorOf } from "./typography.ts";

/** Where a measure stands: the enumerator apart from the words. */
export type MeasureRegion = {
  readonly n: number;
  readonly measure: Measure;
  readonly whole: Span;
  readonly numbering: Span;
  readonly body: Span;
};

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
  /** Everything outside findings: title, header line, lead, headings of groups, closing, signature. */
  readonly prose: readonly Span[];
  readonly findings: readonly FindingRegion[];
};

/** White space after a region belongs to it, so that regions tile the text. */
function withTrailingSpace(text: string, end: number): number {
  let at = end;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

/** The printed enumerator at the start of a region, or an empty span there. */
function numberingAt(text: string, region: Span, printed: string): Span {
  const indent = /^\s*/.exec(text.slice(region.start, region.end))?.[0].length ?? 0;
  const start = region.start + indent;
  if (printed !== "" && text.startsWith(printed, start)) return { start, end: start + printed.length };
  const found = enumeratorOf(text.slice(start, Math.min(start + 8, region.end)));
  const isSame = printed !== "" && found !== "" && ordinalOf(found) === ordinalOf(printed);
  return { start, end: start + (isSame ? found.trimEnd().length : 0) };
}

/** Where a region starts with its enumerator, which a reading may leave outside the span of a measure. */
function startWithNumbering(text: string, from: number, start: number, printed: string): number {
  if (printed === "") return start;
  const lead = text.slice(Math.max(from, start - printed.length - 4), start);
  const words = lead.trimEnd();
  const isThere = words.normalize("NFKC").endsWith(printed.normalize("NFKC"));
  return isThere ? start - (lead.length - words.length) - printed.length : start;
}

function measureRegions(notice: Notice, finding: Finding, whole: Span): MeasureRegion[] {
  const regions: MeasureRegion[] = [];
  let from = whole.start;
  finding.measures.forEach((measure, at) => {
    if (!contains(whole, measure.span) || measure.span.start < from || isEmpty(measure.span)) return;
    const end = Math.min(withTrailingSpace(notice.text, measure.span.end), whole.end);
    const start = startWithNumbering(notice.text, from, measure.span.start, measure.numbering);
    const region = { start, end };
    const numbering = numberingAt(notice.text, region, measure.numbering);
    regions.push({ n: at + 1, measure, whole: region, numbering, body: { start: numbering.end, end } });
    from = end;
  });
  return regions;
}

function headingSpan(text: string, finding: Finding, numbering: Span, own: readonly Span[]): Span {
  const first = own.find((span) => span.end > numbering.end) ?? numbering;
  const words = finding.heading.startsWith(sliceOf(text, numbering))
    ? finding.heading.slice(numbering.end - numbering.start).trim()
    : finding.heading.trim();
  const found = words === "" ? -1 : text.indexOf(words, numbering.end);
  if (found !== -1 && found + words.length <= first.end) return { start: numbering.end, end: found + words.length };
  const line = text.indexOf("\n", numbering.end);
  return { start: numbering.end, end: line === -1 ? first.end : Math.min(line, first.end) };
}

function titleSpan(text: string, finding: Finding, heading: Span): Span {
  const printed = sliceOf(text, heading);
  const narrow = printed.normalize("NFKC");
  const title = finding.title.normalize("NFKC");
  const at = title === "" || narrow.length !== printed.length ? -1 : narrow.indexOf(title);
  return at === -1 ? heading : { start: heading.start + at, end: heading.start + at + title.length };
}

function findingRegion(notice: Notice, finding: Finding, limit: number): FindingRegion {
  const lastMeasure = Math.max(finding.span.end, ...finding.measures.map((measure) => measure.span.end));
  const end = Math.min(withTrailingSpace(notice.text, lastMeasure), limit);
  const whole = { start: finding.span.start, end: Math.max(finding.span.start, end) };
  const numbering = numberingAt(notice.text, whole, finding.numbering);
  const measures = measureRegions(notice, finding, whole);
  const own = without(whole, [{ start: whole.start, end: numbering.end }, ...measures.map((measure) => measure.whole)]);
  const heading = headingSpan(notice.text, finding, numbering, own);
  return { finding, whole, numbering, heading, title: titleSpan(notice.text, finding, heading), own, measures };
}

/**
 * Cuts a notice into regions that a comparison aligns one by one; together they tile the text. A finding that `isFinding`
 * refuses is prose.
 */
export function regionsOf(notice: Notice, isFinding: (finding: Finding) => boolean = () => true): NoticeRegions {
  const ordered = notice.findings
    .filter(isFinding)
    .sort((one, other) => one.span.start - other.span.start || one.n - other.n);
  const findings = ordered
    .map((finding, at) => findingRegion(notice, finding, ordered[at + 1]?.span.start ?? notice.text.length))
    .filter((region) => !isEmpty(region.whole));
  const prose = without(
    { start: 0, end: notice.text.length },
    findings.map((region) => region.whole),
  );
  return { text: notice.text, prose, findings };
}
