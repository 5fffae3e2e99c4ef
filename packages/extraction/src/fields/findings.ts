import type { Finding, OutlineRole } from "@zhenggai/notice";
import { statusOfHeading, statusOfLine } from "../heading-cues.ts";
import type { View } from "../normalized-view.ts";
import type { Section } from "../outline.ts";
import type { Line } from "../paragraphs.ts";
import type { SectionTitle } from "../section-titles.ts";
import { topicsOf } from "../topics.ts";
import { measuresOf, type Child, type ChildrenOf } from "./measures.ts";

/** The heading tree with what each section is. */
export type ReadOutline = {
  readonly sections: readonly Section[];
  readonly titles: readonly SectionTitle[];
  readonly roles: readonly OutlineRole[];
};

/** The findings of the notice in printing order: the finest headings that name a problem, with their measures. */
export function findingsOf(view: View, outline: ReadOutline): readonly Finding[] {
  const childrenOf = childrenIn(outline);
  const found = outline.sections.filter(({ index }) => outline.roles[index] === "finding");
  return found.map((section, at) => {
    const title = headingOf(section, outline.titles[section.index]);
    const printed = problemTitle(section, title);
    const ancestors = ancestorsOf(outline.sections, section);
    const groups = groupsOf(outline, ancestors);
    const measures = [...measuresOf(view, section, title, childrenOf)];
    return {
      n: at + 1,
      numbering: section.numbering,
      title: printed,
      heading: view.quote(section.start, title.headingEnd),
      groups,
      status: statusOf(outline, ancestors, { title: title.title ?? "", paragraphs: linesIn(outline, section) }),
      topics: [...topicsOf({ title: printed, groups, measures })],
      span: view.span(section.start, section.end),
      measures,
    };
  });
}

/** A sentence that only ends in 问题 is no heading among its like, but it is that of a finding. */
function headingOf(section: Section, title: SectionTitle | undefined): SectionTitle {
  if (title && title.kind !== "none") return title;
  const { content, end, lineEnd } = section;
  // What stands below shows that the sentence alone on its line is the heading.
  if (end > lineEnd && /^[^。;!?:]{3,90}。$/.test(content)) {
    return { kind: "standalone", title: content.slice(0, -1), headingEnd: lineEnd };
  }
  const length = section.problem?.length ?? 0;
  if (length === 0) return title ?? { kind: "none", title: null, headingEnd: section.lineEnd };
  return { kind: "run-in", title: section.content.slice(0, length), headingEnd: section.contentStart + length };
}

function childrenIn(outline: ReadOutline): ChildrenOf {
  const children = new Map<number, Child[]>();
  for (const section of outline.sections) {
    const title = outline.titles[section.index];
    if (!title) continue;
    const siblings = children.get(section.parent) ?? [];
    siblings.push({ section, title });
    children.set(section.parent, siblings);
  }
  return ({ index }) => children.get(index) ?? [];
}

/** Outermost first. */
function ancestorsOf(sections: readonly Section[], section: Section): readonly Section[] {
  const ancestors: Section[] = [];
  for (let parent = sections[section.parent]; parent; parent = sections[parent.parent]) ancestors.push(parent);
  return ancestors.reverse();
}

function groupsOf(outline: ReadOutline, ancestors: readonly Section[]): string[] {
  const groups = ancestors.filter(({ index }) => outline.roles[index] === "group");
  return groups.map((group) => areaOf(problemTitle(group, outline.titles[group.index])));
}

/** “关于履行粮食安全“两个责任”方面” without the words around it. */
function areaOf(title: string): string {
  if (!title.endsWith("方面")) return title;
  return title.replace(/等?方面$/, "").replace(/^(?:关于|针对|在)(?=.{4})/, "");
}

/** “矿山修复缓慢(持续推进)” is the problem and how far it has come. */
function withoutStatus(title: string): string {
  const [remark = "", words = ""] = /[(【[]([^()【】[\]]{2,12})[)】\]]$/.exec(title) ?? [];
  return words !== "" && statusOfHeading(words) !== null ? title.slice(0, -remark.length) : title;
}

function problemTitle(section: Section, title: SectionTitle | undefined): string {
  const printed = withoutStatus(title?.title ?? section.content);
  return (
    section.problem?.title ??
    printed.replace(
      /问题的?整改(?:情况)?$|(?<=[\u4e00-\u9fff”]{4})(?:的(?:突出|具体)?|(?<!突出|主要|一些|存在|存在的))问题$/,
      "",
    )
  );
}

/** The lines under a finding and under the sections in it that carry no number. */
function linesIn({ sections }: ReadOutline, { index, end, paragraphs }: Section): readonly Line[] {
  const lines = [...paragraphs];
  for (let at = index + 1; (sections[at]?.start ?? end) < end; at += 1) lines.push(...(sections[at]?.paragraphs ?? []));
  return lines;
}

/** The heading's own words (“…的整改(已完成)”), then a line that says no more (整改状态:已完成), before those of the status group around it. */
function statusOf(
  outline: ReadOutline,
  ancestors: readonly Section[],
  { title, paragraphs }: { readonly title: string; readonly paragraphs: readonly Line[] },
): Finding["status"] {
  const own = /[(【[]([^()【】[\]]{1,20})[)】\]]$|问题[^,]{0,8},([^,“”]{2,12})$/
    .exec(title)
    ?.slice(1)
    .find((words) => words !== undefined);
  const group = ancestors.findLast(({ index }) => outline.roles[index] === "status-group");
  const statuses = [
    own === undefined ? null : statusOfHeading(own),
    ...paragraphs.map(({ text }) => statusOfLine(text)),
    statusOfHeading((group && outline.titles[group.index]?.title) ?? ""),
  ];
  return statuses.find((status) => status !== null) ?? null;
}
