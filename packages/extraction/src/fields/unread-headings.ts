import type { Issue } from "@zhenggai/notice";
import { assignmentCell, assignmentLabel, isBareChapterHeading, restatement, saysStatus } from "../heading-cues.ts";
import { isLabelLine } from "../headings.ts";
import type { View } from "../normalized-view.ts";
import type { Section } from "../outline.ts";
import type { Line } from "../paragraphs.ts";
import type { Zones } from "../zones.ts";

const longest = 60;
/** A number that no style of numbering.ts is: 1:… A.… 第三条 (3…. */
const oddNumber =
  /^(?:[(【[〔]?\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s?[)】\]〕、,:;](?!\d)|[A-Za-z]{1,3}[.、)]\s?(?=[\u4e00-\u9fff])|第[一二三四五六七八九十]{1,3}[条章节项类])/;
const shortLine = /^[^。;!?:,]{4,40}$/;
const noHeading = /^(?:特此|现予|附件?|注|说明|单位|日期|时间|\(|\d)|\d[日号时]?$/;

/**
 * Lines of a rectification notice that look like headings but are none of its outline: an odd number, or a short line without
 * punctuation among the paragraphs. Someone should look whether a section was missed.
 */
export function unreadHeadings(view: View, zones: Zones, sections: readonly Section[]): readonly Issue[] {
  const inside = sections.flatMap(({ paragraphs }) => paragraphs).filter(({ text }) => looksLikeHeading(text));
  const around = [...zones.opening, ...zones.closing].filter(
    ({ text }) => hasOddNumber(text) || isBareChapterHeading(text),
  );
  return [...around, ...inside].toSorted((left, right) => left.start - right.start).map((line) => unread(view, line));
}

function unread(view: View, { start, end, text }: Line): Issue {
  return {
    code: "unread-heading",
    field: "outline",
    severity: "warning",
    text: `“${text}” looks like a heading but is no section of the outline.`,
    span: view.span(start, end),
  };
}

function looksLikeHeading(text: string): boolean {
  if (hasOddNumber(text)) return true;
  if (assignmentCell.test(text) || saysStatus(text)) return false;
  if (isLabelLine(text) || assignmentLabel.test(text) || restatement.test(text) || noHeading.test(text)) return false;
  return shortLine.test(text) && /[\u4e00-\u9fff]{3}/.test(text);
}

function hasOddNumber(text: string): boolean {
  return text.length <= longest && oddNumber.test(text);
}
