import type { Measure } from "@zhenggai/notice";
import { hanNumeral, hanValue } from "../chinese-number.ts";
import type { View } from "../normalized-view.ts";
import type { Section } from "../outline.ts";
import { slogan, type SectionTitle } from "../section-titles.ts";

/** A range of the view. */
type Range = { readonly start: number; readonly end: number };

const longestTitle = 25;

/**
 * The measures of a finding: its numbered paragraphs; failing these the enumeration in its text (“一是…。二是…。”); failing that
 * each paragraph under the heading. The span of a measure is that of its text, without its number.
 */
export function measuresOf(
  view: View,
  finding: Section,
  title: SectionTitle,
  children: readonly { readonly section: Section; readonly title: SectionTitle }[],
): readonly Measure[] {
  if (children.length > 0) {
    return children.flatMap((child, at) =>
      paragraphMeasures(view, child.section, child.title, children[at + 1]?.section),
    );
  }
  return textRanges(view, finding, title).flatMap((range) => {
    const inline = enumeration(view.text, range, 1);
    return inline.length > 0 ? inline.map((part) => inlineMeasure(view, part)) : [plainMeasure(view, range)];
  });
}

function paragraphMeasures(
  view: View,
  section: Section,
  title: SectionTitle,
  next: Section | undefined,
): readonly Measure[] {
  const range = { start: section.contentStart, end: section.end };
  const whole = measure(view, section.numbering, title.title, range);
  if (section.style !== "enumerator" || next?.ordinal === section.ordinal + 1) return [whole];
  // One paragraph may hold the whole enumeration: its number is only that of the first measure.
  const parts = enumeration(view.text, range, section.ordinal + 1);
  const first = parts[0];
  if (!first) return [whole];
  const own = { start: range.start, end: trimEnd(view.text, range.start, first.start) };
  return [measure(view, section.numbering, title.title, own), ...parts.map((part) => inlineMeasure(view, part))];
}

/** Text under the heading of a finding: the rest of its line where the heading is run in, and the paragraphs below. */
function textRanges(view: View, finding: Section, title: SectionTitle): readonly Range[] {
  const rest = view.text.slice(title.headingEnd, finding.lineEnd);
  const skipped = /^[。:,]?\s*/.exec(rest)?.[0].length ?? 0;
  const own = { start: title.headingEnd + skipped, end: finding.lineEnd };
  const below = finding.paragraphs.map(({ start, end }) => ({ start, end }));
  return own.end > own.start ? [own, ...below] : below;
}

type Part = Range & { readonly numbering: string; readonly contentStart: number };

/** Splits “一是…。二是…。三是…。” into its parts; the count must go on without a gap, so that a stray 一是 splits nothing. */
function enumeration(text: string, range: Range, first: number): readonly Part[] {
  const parts: Omit<Part, "end">[] = [];
  const pattern = /(^|[。;:!,”)\s])([一二三四五六七八九十]{1,2})是/g;
  const own = text.slice(range.start, range.end);
  for (const match of own.matchAll(pattern)) {
    const expected = hanNumeral(first + parts.length);
    if (match[2] !== expected || hanValue(expected) === null) continue;
    const start = range.start + match.index + (match[1] ?? "").length;
    parts.push({ start, numbering: `${expected}是`, contentStart: start + expected.length + 1 });
  }
  return parts.map(({ start, numbering, contentStart }, at) => {
    const end = trimEnd(text, start, parts[at + 1]?.start ?? range.end);
    return { start, end, numbering, contentStart };
  });
}

function inlineMeasure(view: View, part: Part): Measure {
  const title = slogan(view.text.slice(part.contentStart, part.end), longestTitle);
  return measure(view, part.numbering, title, { start: part.contentStart, end: part.end });
}

function plainMeasure(view: View, range: Range): Measure {
  return measure(view, "", slogan(view.text.slice(range.start, range.end), longestTitle), range);
}

function measure(view: View, numbering: string, title: string | null, range: Range): Measure {
  return { numbering, title, text: view.quote(range.start, range.end), span: view.span(range.start, range.end) };
}

function trimEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
