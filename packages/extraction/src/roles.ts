import type { OutlineRole } from "@zhenggai/notice";
import {
  isAreaHeading,
  isHandoverHeading,
  isNextStepHeading,
  isOrganizationHeading,
  isProgressHeading,
  isStatusGroupHeading,
  tellsHandover,
} from "./heading-cues.ts";
import type { Section } from "./outline.ts";
import { problemSections } from "./problem-sections.ts";
import { namesFlaw } from "./problem-words.ts";
import type { SectionTitle } from "./section-titles.ts";

type Tree = {
  readonly sections: readonly Section[];
  readonly titles: readonly SectionTitle[];
  /** Sections whose heading names a problem. */
  readonly problems: ReadonlySet<number>;
  /** Sections with such a heading somewhere inside. */
  readonly above: ReadonlySet<number>;
  /** Parent and style of the finest ones: what stands beside them is likely one, too. */
  readonly besides: ReadonlySet<string>;
  /** First and last section of level 1 that names or holds a problem, -1 where there is none. */
  readonly first: number;
  readonly last: number;
};

/**
 * Says what each section is. Findings are the finest headings that name a problem; what stands inside them is a measure, what
 * holds them a group, status group or chapter. Chapters before them are about organization, after them about what comes next.
 */
export function rolesOf(sections: readonly Section[], titles: readonly SectionTitle[]): readonly OutlineRole[] {
  const tree = treeOf(sections, titles);
  const roles: OutlineRole[] = [];
  for (const section of sections) {
    const parent = roles[section.parent];
    roles.push(parent === undefined ? topRole(tree, section) : innerRole(tree, section, parent));
  }
  return roles;
}

function treeOf(sections: readonly Section[], titles: readonly SectionTitle[]): Tree {
  const problems = problemSections(sections, titles);
  const above = new Set<number>();
  for (const index of problems) {
    for (let parent = sections[index]?.parent ?? -1; parent >= 0; parent = sections[parent]?.parent ?? -1)
      above.add(parent);
  }
  const tops = sections.filter(({ level, index }) => level === 1 && (problems.has(index) || above.has(index)));
  const leaves = sections.filter(({ index }) => problems.has(index) && !above.has(index));
  const besides = new Set(leaves.map((leaf) => place(leaf)));
  return { sections, titles, problems, above, besides, first: tops[0]?.index ?? -1, last: tops.at(-1)?.index ?? -1 };
}

function topRole(tree: Tree, section: Section): OutlineRole {
  const { index } = section;
  const title = tree.titles[index]?.title ?? "";
  if (tree.above.has(index)) return upperRole(tree, index, title, namesArea(title) ? "group" : "chapter");
  if (tree.problems.has(index) || isAmongFindings(tree, index, title)) return "finding";
  if (index > tree.first && isHandover(section, title)) return "handover";
  return section.numbering === "" && index > tree.last ? "next-step" : "chapter";
}

/** “一、学用脱节,推动工作有偏差” is the problem at large that the findings below make up. */
function namesArea(title: string): boolean {
  return isAreaHeading(title) || (namesFlaw(title) && !isProgressHeading(title));
}

function isHandover({ numbering, content }: Section, title: string): boolean {
  return isHandoverHeading(title) || (numbering === "" && tellsHandover(content));
}

/** Findings may stand at the top level; one that lacks the formula stands between others. */
function isAmongFindings(tree: Tree, index: number, title: string): boolean {
  const isBetween = index > tree.first && index < tree.last && tree.problems.has(tree.first);
  return isBetween && !isHandoverHeading(title) && !isNextStepHeading(title);
}

function innerRole(tree: Tree, section: Section, parent: OutlineRole): OutlineRole {
  if (parent === "finding" || parent === "measure") return "measure";
  if (parent === "chapter" || parent === "group" || parent === "status-group") return progressRole(tree, section);
  return parent;
}

function progressRole(tree: Tree, section: Section): OutlineRole {
  const { index } = section;
  const title = tree.titles[index]?.title ?? "";
  if (tree.above.has(index)) return upperRole(tree, index, title, "group");
  if (tree.problems.has(index)) return "finding";
  if (!tree.above.has(section.parent)) return outsideRole(tree, section);
  if (isHandoverHeading(title)) return "handover";
  return tree.besides.has(place(section)) && !isOrganizationHeading(title) ? "finding" : "organization";
}

/** What holds findings: a group that names a problem itself, a status group, or what its depth makes of it. */
function upperRole(tree: Tree, index: number, title: string, other: "chapter" | "group"): OutlineRole {
  if (tree.problems.has(index)) return "group";
  return isStatusGroupHeading(title) ? "status-group" : other;
}

/** Paragraphs of a chapter without findings: organization before the findings, next steps after them. */
function outsideRole(tree: Tree, section: Section): OutlineRole {
  let top = section;
  for (let parent = tree.sections[top.parent]; parent; parent = tree.sections[top.parent]) top = parent;
  const title = tree.titles[top.index]?.title ?? "";
  if (isHandoverHeading(title) && top.index > tree.first) return "handover";
  const isLate = tree.last >= 0 ? top.index > tree.last : isNextStepHeading(title);
  return isLate ? "next-step" : "organization";
}

function place(section: Section): string {
  return `${section.parent} ${section.style}`;
}
