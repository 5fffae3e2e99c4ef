import type { Section } from "./outline.ts";

/** standalone: the heading fills its line · run-in: the first sentence is the heading · none: plain text. */
export type SectionTitle = {
  readonly kind: "standalone" | "run-in" | "none";
  readonly title: string | null;
  /** End of the heading in the view, its full stop not included where it is run in. */
  readonly headingEnd: number;
};

const longestHeading = 90;
const longestRunIn = 50;

/** Finds the heading of every section: the formula, a line of its own, or a slogan before the first full stop. */
export function titlesOf(sections: readonly Section[]): readonly SectionTitle[] {
  const slogans = sections.map((section) => (standaloneTitle(section) ? null : slogan(section.content)));
  const customs = runInCustoms(sections, slogans);
  return sections.map((section, index) => {
    const alone = standaloneTitle(section);
    if (alone !== null) return { kind: "standalone", title: alone, headingEnd: section.lineEnd };
    if (section.problem) return runIn(section, section.content.slice(0, section.problem.length));
    const candidate = slogans[index] ?? null;
    const isCustom = customs.get(siblingKey(sections, section)) ?? false;
    if (candidate !== null && isCustom) return runIn(section, candidate);
    return { kind: "none", title: null, headingEnd: section.contentStart };
  });
}

function runIn(section: Section, title: string): SectionTitle {
  return { kind: "run-in", title, headingEnd: section.contentStart + title.length };
}

/** The slogan before the first full stop, where text follows it: “压实主体责任。区委…”. */
export function slogan(content: string, longest: number = longestRunIn): string | null {
  const stop = content.slice(0, longest + 1).indexOf("。");
  const candidate = content.slice(0, stop);
  return stop > 1 && content.length > stop + 1 && !/[;:]/.test(candidate) ? candidate : null;
}

function standaloneTitle(section: Section): string | null {
  const { content, problem } = section;
  if (problem) return problem.isAlone ? content.replace(/[。:]$/, "") : null;
  if (content === "" || content.length > longestHeading || /[。;!?]/.test(content)) return null;
  return content.replace(/:$/, "");
}

/** A first sentence is a heading only where most paragraphs of the same kind open with one. */
function runInCustoms(sections: readonly Section[], slogans: readonly (string | null)[]): ReadonlyMap<string, boolean> {
  const counts = new Map<string, { with: number; all: number }>();
  sections.forEach((section, index) => {
    if (standaloneTitle(section) !== null) return;
    const key = siblingKey(sections, section);
    const count = counts.get(key) ?? { with: 0, all: 0 };
    counts.set(key, { with: count.with + (slogans[index] === null ? 0 : 1), all: count.all + 1 });
  });
  return new Map([...counts].map(([key, count]) => [key, count.with * 2 > count.all]));
}

function siblingKey(sections: readonly Section[], section: Section): string {
  return `${chapterOf(sections, section)} ${section.level} ${section.style}`;
}

function chapterOf(sections: readonly Section[], section: Section): number {
  let current = section;
  for (let parent = sections[current.parent]; parent; parent = sections[current.parent]) current = parent;
  return section.level === 1 ? -1 : current.index;
}
