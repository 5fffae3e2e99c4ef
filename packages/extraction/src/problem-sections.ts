import {
  isAreaHeading,
  isHandoverHeading,
  isNextStepHeading,
  isOrganizationHeading,
  isProgressHeading,
  isStatusGroupHeading,
  measureLabelOf,
} from "./heading-cues.ts";
import { formOf } from "./numbering.ts";
import type { Section } from "./outline.ts";
import { endsAsProblem, namesFlaw } from "./problem-words.ts";
import type { SectionTitle } from "./section-titles.ts";

/** More than there are forms: no style nests in itself. */
const mostForms = 1_000;
/** From this share of a kind's headings on that own up to something, the kind names problems. */
const usualShare = 0.6;

/**
 * The sections whose heading names a problem: by formula (关于“…”问题); where a finer kind of heading inside them does so without one
 * (1.学用脱节。), these as well; without any formula, the kinds of headings that mostly own up to something; failing that, the finest headings
 * of the chapter about progress.
 */
export function problemSections(sections: readonly Section[], titles: readonly SectionTitle[]): ReadonlySet<number> {
  const named = headingsByFormula(sections);
  const flawed = headingsByFlaw(sections, titles);
  const isInFlawed = (index: number): boolean => ancestors(sections, index).some((above) => flawed.has(above));
  if (named.size > 0 && !(named.size * 2 < flawed.size && [...named].every((index) => isInFlawed(index)))) {
    const finer = [...flawed].filter((index) => isDirectlyInLeaf(sections, index, named));
    return new Set([...named, ...finer, ...problemsApart(sections, titles, { named, flawed })]);
  }
  return flawed.size > 0 ? flawed : headingsByPlace(sections, titles);
}

/**
 * Another chapter may go without the formula: one that says how far its findings have come (三、需长期坚持的整改事项) or of which area they are
 * (二、落实全面从严治党责任方面).
 */
function problemsApart(
  sections: readonly Section[],
  titles: readonly SectionTitle[],
  { named, flawed }: { readonly named: ReadonlySet<number>; readonly flawed: ReadonlySet<number> },
): readonly number[] {
  const roots = rootsOf(sections);
  const told = new Set([...named].map((index) => roots[index]));
  return [...flawed].filter((index) => {
    const root = roots[index] ?? index;
    return (
      root !== index && !told.has(root) && !isEnumerated(sections[index]) && holdsFindings(titles[root]?.title ?? "")
    );
  });
}

/** Whether the heading of a chapter says that findings stand below. */
function holdsFindings(title: string): boolean {
  return isStatusGroupHeading(title) || isProgressHeading(title) || /方面(?:的?问题)?$/.test(title);
}

function isDirectlyInLeaf(sections: readonly Section[], index: number, named: ReadonlySet<number>): boolean {
  return named.has(sections[index]?.parent ?? -1);
}

function ancestors(sections: readonly Section[], index: number): readonly number[] {
  const found: number[] = [];
  for (let parent = sections[index]?.parent ?? -1; parent >= 0; parent = sections[parent]?.parent ?? -1)
    found.push(parent);
  return found;
}

/**
 * A measure may open with the formula too (针对“…”问题。…): inside a problem it counts only where most of its kind do. An aspect
 * (在“…”方面) counts only outside of problems.
 */
function headingsByFormula(sections: readonly Section[]): ReadonlySet<number> {
  const kept = new Set<number>();
  const shares = new Map<number, { formula: number; all: number }>();
  const problemOf = (index: number): string | null => {
    const kind = sections[index]?.problem?.kind ?? "bare";
    return kind === "bare" ? null : kind;
  };
  for (const section of sections.filter(({ parent }) => problemOf(parent) !== null)) {
    const form = formOf(section.level, section.style);
    const share = shares.get(form) ?? { formula: 0, all: 0 };
    share.formula += problemOf(section.index) === null ? 0 : 1;
    share.all += 1;
    shares.set(form, share);
  }
  for (const section of sections.filter(({ index }) => problemOf(index) !== null)) {
    const around = problemOf(section.parent);
    const share = shares.get(formOf(section.level, section.style));
    const isUsual = !share || share.formula * 2 >= share.all;
    if (around === null || (isUsual && !(around === "named" && problemOf(section.index) === "aspect"))) {
      kept.add(section.index);
    }
  }
  return kept;
}

/** Kinds of headings (chapter, depth, numerals) most of which own up to something. */
function headingsByFlaw(sections: readonly Section[], titles: readonly SectionTitle[]): ReadonlySet<number> {
  const kinds = new Map<number, Kind>();
  const areas = new Map<number, Kind>();
  const roots = rootsOf(sections);
  const others = otherChapters(sections, titles);
  const chapters = new Map<number, Chapter>();
  for (const section of sections) {
    const root = roots[section.index] ?? section.index;
    if (others.has(root) || isArea(section, titles[section.index])) continue;
    const form = formOf(section.level, section.style);
    const chapter = chapters.get(root) ?? chapterOf(titles[root]);
    chapters.set(root, chapter);
    const isOne = !isEnumerated(section) && chapter.holdsFindings;
    const isOwn = isFlawed(section, titles[section.index]);
    const above = section.level === 1 ? 0 : root + 1;
    addTo(kinds, above * mostForms + form, { section, isOwn, least: isOne ? 1 : 2 });
    // Areas are alike: what most headings of one say, those of another mean.
    if (section.level > 1 && chapter.isAlike) addTo(areas, form, { section, isOwn, least: 2 });
  }
  const usual = [...kinds.values(), ...areas.values()].filter(
    ({ members, flawed, least }) => flawed >= least && flawed >= members.length * usualShare,
  );
  return new Set(usual.flatMap(({ members }) => members));
}

/** What the heading of a chapter says about those below, asked once for all of them. */
type Chapter = { readonly holdsFindings: boolean; readonly isAlike: boolean };

function chapterOf(heading: SectionTitle | undefined): Chapter {
  const title = heading?.title ?? "";
  return { holdsFindings: holdsFindings(title), isAlike: isAreaHeading(title) || namesFlaw(title) };
}

/** Headings of one kind (chapter, depth, numerals); `least` is how many of them must own up. */
type Kind = { readonly members: number[]; flawed: number; readonly least: number };
type Member = { readonly section: Section; readonly isOwn: boolean; readonly least: number };

function addTo(kinds: Map<number, Kind>, key: number, { section, isOwn, least }: Member): void {
  const kind = kinds.get(key);
  if (kind === undefined) {
    kinds.set(key, { members: [section.index], flawed: isOwn ? 1 : 0, least });
    return;
  }
  kind.members.push(section.index);
  kind.flawed += isOwn ? 1 : 0;
}

/** “二、廉洁风险防控不到位方面” is the area of the findings below. */
function isArea({ end, lineEnd, problem }: Section, title: SectionTitle | undefined): boolean {
  return problem === null && end > lineEnd && (title?.title?.endsWith("方面") ?? false);
}

/** 一是清查…违规…。 mostly tells what was done, whatever words it uses. */
function isEnumerated(section: Section | undefined): boolean {
  return section?.style === "enumerator" || section?.style === "ordinal-word";
}

/** Chapters about organization, the next step and what was handed over. */
function otherChapters(sections: readonly Section[], titles: readonly SectionTitle[]): ReadonlySet<number> {
  const roots = sections.filter(({ parent }) => parent < 0);
  const others = roots.filter(({ index }) => {
    const title = titles[index]?.title ?? "";
    return isOrganizationHeading(title) || isNextStepHeading(title) || isHandoverHeading(title);
  });
  return new Set(others.map(({ index }) => index));
}

function isFlawed(section: Section, title: SectionTitle | undefined): boolean {
  if (section.problem) return section.problem.kind !== "aspect";
  const printed = title?.title ?? "";
  if (namesFlaw(printed)) return true;
  const isHeading = title?.kind === "standalone" && section.end > section.lineEnd;
  return isHeading && (endsAsProblem(printed) || isAnswered(section));
}

/** “整改措施:” right below says that this was a problem, whatever its words. */
function isAnswered({ paragraphs }: Section): boolean {
  return paragraphs.slice(0, 3).some(({ text }) => text.length > 2 && measureLabelOf(text) !== "");
}

/** Top section of each. */
function rootsOf(sections: readonly Section[]): readonly number[] {
  const roots: number[] = [];
  for (const { index, parent } of sections) roots.push(parent < 0 ? index : (roots[parent] ?? index));
  return roots;
}

/** Without any formula: the finest headings of the chapter about progress, failing that of the areas. */
function headingsByPlace(sections: readonly Section[], titles: readonly SectionTitle[]): ReadonlySet<number> {
  const chapters = sections.filter(({ level }) => level === 1);
  const titleOf = ({ index }: Section): string => titles[index]?.title ?? "";
  const progress = chapters.find((chapter) => isProgressHeading(titleOf(chapter)));
  const holders = progress ? [progress] : chapters.filter((chapter) => isAreaHeading(titleOf(chapter)));
  return new Set(holders.flatMap((chapter) => finestIn(chapter, sections, titles)));
}

/** The finest headings on lines of their own inside a chapter, failing that its own sections. */
function finestIn(chapter: Section, sections: readonly Section[], titles: readonly SectionTitle[]): readonly number[] {
  const inside = sections.filter(
    ({ index, start, end }) => index > chapter.index && end <= chapter.end && start > chapter.start,
  );
  const alone = inside.filter(({ index }) => titles[index]?.kind === "standalone");
  const parents = new Set(alone.map(({ parent }) => parent));
  const leaves = alone.filter(({ index }) => !parents.has(index));
  const runIn = inside.filter(({ index, parent }) => parent === chapter.index && titles[index]?.kind === "run-in");
  const found = leaves.length > 0 ? leaves : runIn;
  return found.filter(({ index }) => !isHandoverHeading(titles[index]?.title ?? "")).map(({ index }) => index);
}
