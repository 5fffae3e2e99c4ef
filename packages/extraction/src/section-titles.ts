import { formOf } from "./numbering.ts";
import type { Section } from "./outline.ts";
import { namesFlaw } from "./problem-words.ts";

/** standalone: the heading fills its line · run-in: the first sentence is the heading · none: plain text. */
export type SectionTitle = {
  readonly kind: "standalone" | "run-in" | "none";
  readonly title: string | null;
  /** End of the heading in the view, its full stop not included where it is run in. */
  readonly headingEnd: number;
};

const longestHeading = 90;
const longestRunIn = 50;
/** More than there are forms: no style nests in itself. */
const mostForms = 1_000;

/** Finds the heading of every section: the formula, a line of its own, or a slogan before the first full stop. */
export function titlesOf(sections: readonly Section[]): readonly SectionTitle[] {
  const alone = sections.map((section) => standaloneTitle(section));
  const slogans = sections.map((section, index) => (alone[index] == null ? firstSentence(section) : null));
  const keys = siblingKeys(sections);
  const customs = runInCustoms(keys, alone, slogans);
  return sections.map((section, index) => {
    const whole = alone[index] ?? null;
    if (whole !== null) return { kind: "standalone", title: whole, headingEnd: section.lineEnd };
    if (section.problem && section.problem.kind !== "bare") return runIn(section, formulaOf(section));
    const candidate = slogans[index] ?? null;
    if (candidate !== null && customs.has(keys[index] ?? -1)) return runIn(section, candidate);
    return { kind: "none", title: null, headingEnd: section.contentStart };
  });
}

function runIn(section: Section, title: string): SectionTitle {
  return { kind: "run-in", title, headingEnd: section.contentStart + title.length };
}

function formulaOf({ content, problem }: Section): string {
  return content.slice(0, problem?.length ?? 0);
}

/** A sentence that only ends in 问题 is no more than a slogan; so is a heading that a space parts from its text. */
function firstSentence(section: Section): string | null {
  if (section.problem?.kind === "bare") return formulaOf(section);
  return slogan(section.content) ?? spacedHeading(section.content);
}

/** “整改组织情况  区委高度重视…”: what stands before the gap, where it has no punctuation of its own. */
function spacedHeading(content: string): string | null {
  const gap = /^[\u4e00-\u9fff“”‘’、]{4,30}(?=\s{1,8}[\u4e00-\u9fff\d])/.exec(content);
  return gap && content.length > gap[0].length + 20 ? gap[0] : null;
}

/** The slogan before the first full stop, where text follows it: “压实主体责任。区委…”. */
export function slogan(content: string, longest: number = longestRunIn): string | null {
  const stop = content.slice(0, longest + 1).indexOf("。");
  const candidate = content.slice(0, stop);
  const isRunIn = stop > 1 && content.length > stop + 1;
  return isRunIn && !candidate.includes(";") && !candidate.includes(":") ? candidate : null;
}

function standaloneTitle(section: Section): string | null {
  const { content, problem, lineEnd, end } = section;
  if (problem && problem.kind !== "bare") return problem.isAlone ? content.replace(/[。:.]\s?$/, "") : null;
  // “1.学用脱节。” with text below it is a heading; “(三)加强监督。” without any is a measure.
  if (end > lineEnd && content.length <= longestRunIn && /^[^。;!?:]{3,}。$/.test(content) && namesFlaw(content)) {
    return content.slice(0, -1);
  }
  if (content === "" || content.length > longestHeading || /[。;!?]/.test(content)) return null;
  return content.replace(/:$/, "");
}

/** A first sentence is a heading only where most paragraphs of the same kind open with one. */
function runInCustoms(
  keys: readonly number[],
  alone: readonly (string | null)[],
  slogans: readonly (string | null)[],
): ReadonlySet<number> {
  const counts = new Map<number, number>();
  keys.forEach((key, index) => {
    if (alone[index] !== null) return;
    counts.set(key, (counts.get(key) ?? 0) + (slogans[index] === null ? -1 : 1));
  });
  return new Set([...counts.keys()].filter((key) => (counts.get(key) ?? 0) > 0));
}

/** Chapter, depth and numerals: what paragraphs of one kind have in common. */
function siblingKeys(sections: readonly Section[]): readonly number[] {
  const chapters: number[] = [];
  return sections.map(({ index, parent, level, style }) => {
    chapters.push(parent < 0 ? index : (chapters[parent] ?? index));
    const chapter = level === 1 ? 0 : (chapters[index] ?? index) + 1;
    return chapter * mostForms + formOf(level, style);
  });
}
