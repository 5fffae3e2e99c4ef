import type { Finding, OutlineRole } from "@zhenggai/notice";
import { statusOfHeading } from "../heading-cues.ts";
import type { View } from "../normalized-view.ts";
import type { Section } from "../outline.ts";
import type { SectionTitle } from "../section-titles.ts";
import { measuresOf } from "./measures.ts";

/** The heading tree with what each section is. */
export type ReadOutline = {
  readonly sections: readonly Section[];
  readonly titles: readonly SectionTitle[];
  readonly roles: readonly OutlineRole[];
};

/** The findings of the notice in printing order: the finest headings that name a problem, with their measures. */
export function findingsOf(view: View, outline: ReadOutline): readonly Finding[] {
  const children = childrenOf(outline);
  const found = outline.sections.filter(({ index }) => outline.roles[index] === "finding");
  return found.map((section, at) => {
    const title = outline.titles[section.index] ?? { kind: "none", title: null, headingEnd: section.lineEnd };
    const printed = problemTitle(section, title);
    const ancestors = ancestorsOf(outline.sections, section);
    return {
      n: at + 1,
      numbering: section.numbering,
      title: printed,
      heading: view.quote(section.start, title.headingEnd),
      groups: groupsOf(outline, ancestors),
      status: statusOf(outline, ancestors, title.title ?? ""),
      topics: [],
      span: view.span(section.start, section.end),
      measures: [...measuresOf(view, section, title, children.get(section.index) ?? [])],
    };
  });
}

type Child = { readonly section: Section; readonly title: SectionTitle };

function childrenOf(outline: ReadOutline): ReadonlyMap<number, readonly Child[]> {
  const children = new Map<number, Child[]>();
  for (const section of outline.sections) {
    const title = outline.titles[section.index];
    if (!title) continue;
    const siblings = children.get(section.parent) ?? [];
    siblings.push({ section, title });
    children.set(section.parent, siblings);
  }
  return children;
}

/** Outermost first. */
function ancestorsOf(sections: readonly Section[], section: Section): readonly Section[] {
  const ancestors: Section[] = [];
  for (let parent = sections[section.parent]; parent; parent = sections[parent.parent]) ancestors.unshift(parent);
  return ancestors;
}

function groupsOf(outline: ReadOutline, ancestors: readonly Section[]): string[] {
  const groups = ancestors.filter(({ index }) => outline.roles[index] === "group");
  return groups.map((group) => problemTitle(group, outline.titles[group.index]));
}

function problemTitle(section: Section, title: SectionTitle | undefined): string {
  return section.problem?.title ?? (title?.title ?? section.content).replace(/问题的?整改(?:情况)?$/, "");
}

/** The heading's own words (“…的整改(已完成)”) before those of the status group around it. */
function statusOf(outline: ReadOutline, ancestors: readonly Section[], title: string): Finding["status"] {
  const own = /\(([^()]{1,20})\)$/.exec(title);
  const stated = own ? statusOfHeading(own[1] ?? "") : null;
  const group = ancestors.findLast(({ index }) => outline.roles[index] === "status-group");
  return stated ?? (group ? statusOfHeading(outline.titles[group.index]?.title ?? "") : null);
}
