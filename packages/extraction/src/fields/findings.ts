import type { Finding, OutlineRole } from "@zhenggai/notice";
import { statusLine, statusOfHeading } from "../heading-cues.ts";
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
      status: statusOf(outline, ancestors, { title: title.title ?? "", paragraphs: section.paragraphs }),
      topics: [...topicsOf({ title: printed, groups, measures })],
      span: view.span(section.start, section.end),
      measures,
    };
  });
}

/** A sentence that only ends in 问题 is no heading among its like, but it is that of a finding. */
function headingOf(section: Section, title: SectionTitle | undefined): SectionTitle {
  if (title && title.kind !== "none") return title;
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
  for (let parent = sections[section.parent]; parent; parent = sections[parent.parent]) ancestors.unshift(parent);
  return ancestors;
}

function groupsOf(outline: ReadOutline, ancestors: readonly Section[]): string[] {
  const groups = ancestors.filter(({ index }) => outline.roles[index] === "group");
  return groups.map((group) => problemTitle(group, outline.titles[group.index]).replace(/等?方面$/, ""));
}

function problemTitle(section: Section, title: SectionTitle | undefined): string {
  const printed = title?.title ?? section.content;
  return (
    section.problem?.title ?? printed.replace(/问题的?整改(?:情况)?$|(?<=[\u4e00-\u9fff]{4})的(?:突出|具体)?问题$/, "")
  );
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
  const line = paragraphs.map(({ text }) => statusLine.exec(text)?.[1]).find((words) => words !== undefined);
  const group = ancestors.findLast(({ index }) => outline.roles[index] === "status-group");
  const words = [own, line, group && outline.titles[group.index]?.title];
  const statuses = words.map((said) => (said ? statusOfHeading(said) : null));
  return statuses.find((status) => status !== null) ?? null;
}
