import type { Measure } from "@zhenggai/notice";
import { isToldAgain, measureLabelOf } from "../heading-cues.ts";
import { isLabelLine } from "../headings.ts";
import type { View } from "../normalized-view.ts";
import type { MarkerStyle } from "../numbering.ts";
import type { Section } from "../outline.ts";
import { namesFlaw } from "../problem-words.ts";
import { slogan, type SectionTitle } from "../section-titles.ts";
import { enumeration, trimEnd, type Part, type Range } from "./enumeration.ts";

/** A section inside another one. */
export type Child = { readonly section: Section; readonly title: SectionTitle };
export type ChildrenOf = (section: Section) => readonly Child[];

const longestTitle = 25;
const mostLabels = 6;

/**
 * The measures of a finding: its numbered paragraphs; failing these the enumeration in its text (“一是…。二是…。”); failing that
 * each paragraph under the heading. The span of a measure is that of its text, without its number or label (整改情况:).
 */
export function measuresOf(
  view: View,
  finding: Section,
  title: SectionTitle,
  childrenOf: ChildrenOf,
): readonly Measure[] {
  const children = childrenOf(finding).filter(({ section }) => !isToldAgain(section.content));
  if (children.length > 0) {
    return children.flatMap((child, at) =>
      isLabelLine(child.section.content)
        ? measuresOf(view, child.section, child.title, childrenOf)
        : paragraphMeasures(view, child.section, child.title, children[at + 1]?.section),
    );
  }
  return textRanges(view, finding, title).flatMap((range) => textMeasures(view, range));
}

/** Numbers that may go on inside the paragraph that one of them begins. */
const families: Readonly<Partial<Record<MarkerStyle, RegExp>>> = {
  enumerator: /[是要]$/,
  "ordinal-word": /^第.{1,2}$|^(?:其次|再次|最后)$/,
};

function paragraphMeasures(
  view: View,
  section: Section,
  title: SectionTitle,
  next: Section | undefined,
): readonly Measure[] {
  const range = { start: section.contentStart, end: withoutLastLabel(view.text, section.contentStart, section.end) };
  const whole = measure(view, section.numbering, title.title, range);
  const family = families[section.style];
  if (family === undefined || next?.ordinal === section.ordinal + 1) return [whole];
  // One paragraph may hold the whole enumeration: its number is only that of the first measure.
  const parts = enumeration(view.text, range, section.ordinal + 1, family);
  const first = parts[0];
  if (!first) return [whole];
  const own = { start: range.start, end: trimEnd(view.text, range.start, first.start) };
  return [measure(view, section.numbering, title.title, own), ...parts.map((part) => inlineMeasure(view, part))];
}

/** “整改成效:” on the last line announces the measures that follow, 责任单位:… and 规划财务股 say who did it: no part of this one. */
function withoutLastLabel(text: string, start: number, end: number): number {
  let last = end;
  for (let count = 0; count < mostLabels; count += 1) {
    const lastLine = text.lastIndexOf("\n", last - 1) + 1;
    if (lastLine <= start || !isBesides(text.slice(lastLine, last).trim())) break;
    last = trimEnd(text, start, lastLine);
  }
  return last;
}

/** Text under the heading of a finding: the rest of its line where the heading is run in, and the paragraphs below. */
function textRanges(view: View, finding: Section, title: SectionTitle): readonly Range[] {
  const rest = view.text.slice(title.headingEnd, finding.lineEnd);
  const skipped = /^[。:,]?\s*/.exec(rest)?.[0].length ?? 0;
  const own = { start: title.headingEnd + skipped, end: finding.lineEnd };
  const below = finding.paragraphs.map(({ start, end }) => ({ start, end }));
  const ranges = own.end > own.start ? [own, ...below] : below;
  const texts = ranges.map(({ start, end }) => view.text.slice(start, end));
  const firstTold = texts.findIndex((text) => announcesMeasures(text));
  return ranges.filter((_, at) => {
    const text = texts[at] ?? "";
    return !isBesides(text) && !(at < firstTold && namesFlaw(text));
  });
}

/** “整改情况:…” opens what was done; what owns up to something above it still tells the problem. */
function announcesMeasures(text: string): boolean {
  const label = measureLabelOf(text);
  return label !== "" && !/成效|成果|结果|效果|打算|计划/.test(label);
}

/** Who is to do it by when, the problem told again, and labels are no measures. */
function isBesides(text: string): boolean {
  return isToldAgain(text) || isLabelLine(text);
}

function textMeasures(view: View, printed: Range): readonly Measure[] {
  const text = view.text.slice(printed.start, printed.end);
  const label = measureLabelOf(text);
  const range = { start: printed.start + label.length, end: printed.end };
  const inline = enumeration(view.text, range, 1);
  if (inline.length > 0) return inline.map((part) => inlineMeasure(view, part));
  const title = slogan(view.text.slice(range.start, range.end), longestTitle);
  const named = /成效|结果|效果|打算|计划/.test(label) ? label.replaceAll(/[【[\]】\s:]/g, "") : null;
  return [measure(view, "", title ?? named, range)];
}

function inlineMeasure(view: View, part: Part): Measure {
  const title = slogan(view.text.slice(part.contentStart, part.end), longestTitle);
  return measure(view, part.numbering, title, { start: part.contentStart, end: part.end });
}

function measure(view: View, numbering: string, title: string | null, range: Range): Measure {
  return { numbering, title, text: view.quote(range.start, range.end), span: view.span(range.start, range.end) };
}
