import type { Measure } from "@zhenggai/notice";
import { assignmentLabel, measureLabel, restatement, statusLine, statusOfHeading } from "../heading-cues.ts";
import { isLabelLine } from "../headings.ts";
import type { View } from "../normalized-view.ts";
import type { Section } from "../outline.ts";
import { slogan, type SectionTitle } from "../section-titles.ts";
import { enumeration, trimEnd, type Part, type Range } from "./enumeration.ts";

/** A section inside another one. */
export type Child = { readonly section: Section; readonly title: SectionTitle };
export type ChildrenOf = (section: Section) => readonly Child[];

const longestTitle = 25;

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

function paragraphMeasures(
  view: View,
  section: Section,
  title: SectionTitle,
  next: Section | undefined,
): readonly Measure[] {
  const range = { start: section.contentStart, end: withoutLastLabel(view.text, section.contentStart, section.end) };
  const whole = measure(view, section.numbering, title.title, range);
  if (section.style !== "enumerator" || next?.ordinal === section.ordinal + 1) return [whole];
  // One paragraph may hold the whole enumeration: its number is only that of the first measure.
  const parts = enumeration(view.text, range, section.ordinal + 1).filter(({ numbering }) => /[是要]$/.test(numbering));
  const first = parts[0];
  if (!first) return [whole];
  const own = { start: range.start, end: trimEnd(view.text, range.start, first.start) };
  return [measure(view, section.numbering, title.title, own), ...parts.map((part) => inlineMeasure(view, part))];
}

/** “整改成效:” on the last line announces the measures that follow and is no part of this one. */
function withoutLastLabel(text: string, start: number, end: number): number {
  const lastLine = text.lastIndexOf("\n", end - 1) + 1;
  const isLabel = lastLine > start && isLabelLine(text.slice(lastLine, end).trim());
  return isLabel ? trimEnd(text, start, lastLine) : end;
}

/** Text under the heading of a finding: the rest of its line where the heading is run in, and the paragraphs below. */
function textRanges(view: View, finding: Section, title: SectionTitle): readonly Range[] {
  const rest = view.text.slice(title.headingEnd, finding.lineEnd);
  const skipped = /^[。:,]?\s*/.exec(rest)?.[0].length ?? 0;
  const own = { start: title.headingEnd + skipped, end: finding.lineEnd };
  const below = finding.paragraphs.map(({ start, end }) => ({ start, end }));
  const ranges = own.end > own.start ? [own, ...below] : below;
  return ranges.filter(({ start, end }) => !isBesides(view.text.slice(start, end)));
}

/** Who is to do it by when, the problem told again, and labels are no measures. */
function isBesides(text: string): boolean {
  return isToldAgain(text) || isLabelLine(text) || isStatusLine(text);
}

/** 整改结果:已完成。 is the finding's status; 整改结果:出台制度3项。 is a measure. */
function isStatusLine(text: string): boolean {
  const said = statusLine.exec(text)?.[1];
  return said !== undefined && statusOfHeading(said) !== null;
}

function isToldAgain(text: string): boolean {
  return assignmentLabel.test(text) || restatement.test(text);
}

function textMeasures(view: View, printed: Range): readonly Measure[] {
  const text = view.text.slice(printed.start, printed.end);
  const label = measureLabel.exec(text)?.[0] ?? "";
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
