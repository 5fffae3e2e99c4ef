import {
  assignmentLabel,
  isBareChapterHeading,
  isChapterHeading,
  isStatusGroupHeading,
  measureLabelOf,
  opensNextStep,
  problemLabelOf,
  tellsHandover,
} from "./heading-cues.ts";
import { readMarker, unifyTwins, type MarkerStyle } from "./numbering.ts";
import { withoutLoneNumbers } from "./lone-numbers.ts";
import type { Line } from "./paragraphs.ts";
import { plainProblem, readLabelled, readProblemHeading, type ProblemHeading } from "./problem-heading.ts";

/** A line that begins a section. Offsets are of the view. */
export type Head = {
  readonly line: Line;
  readonly style: MarkerStyle;
  readonly ordinal: number;
  /** As printed; empty where the heading has no number. */
  readonly numbering: string;
  readonly start: number;
  /** First unit after the number. */
  readonly contentStart: number;
  readonly content: string;
  readonly problem: ProblemHeading | null;
};

/** What the headings read so far say about those without a number. */
type Seen = {
  readonly chapterStyle: MarkerStyle;
  /** Style of the latest numbered heading of a form, before that of the first one below. */
  readonly styles: Map<string, MarkerStyle>;
  readonly ordinals: Map<MarkerStyle, number>;
  readonly repeated: ReadonlySet<string>;
  readonly nextSteps: ReadonlySet<number>;
  /** Some heading names its problem by a formula. */
  readonly hasFormula: boolean;
  /** Some heading with a number does. */
  readonly hasNumberedFormula: boolean;
  first: MarkerStyle | null;
};

/** The lines of the body that begin a section: numbered ones, and headings that lost their number or never had one. */
export function headsOf(body: readonly Line[]): readonly Head[] {
  const numbered = withLabelledProblems(withoutLoneNumbers(body.map((line) => numberedHead(line))));
  const forms = numbered.map((head) => (head?.problem ? formOf(head.content, head.problem) : null));
  const seen: Seen = {
    chapterStyle: styleOfChapters(numbered),
    styles: stylesByForm(numbered, forms),
    ordinals: new Map(),
    repeated: repeatedLines(body),
    nextSteps: nextStepLines(body, numbered),
    hasNumberedFormula: numbered.some((head) => head?.problem?.kind === "named"),
    hasFormula: body.some(({ text }, at) => isFormula((numbered[at] ?? null)?.problem ?? readProblemHeading(text))),
    first: null,
  };
  const heads: Head[] = [];
  body.forEach((line, position) => {
    const head =
      numbered[position] ?? bareProblem(line, seen) ?? bareChapter(line, seen) ?? nextStep(line, position, seen);
    if (!head) return;
    heads.push(head);
    seen.first ??= head.style;
    seen.ordinals.set(head.style, head.ordinal);
    if (head.problem) seen.styles.set(forms[position] ?? formOf(head.content, head.problem), head.style);
  });
  return unifyTwins(heads);
}

function isFormula(problem: ProblemHeading | null): boolean {
  return problem !== null && problem.kind !== "bare";
}

function stylesByForm(numbered: readonly (Head | null)[], forms: readonly (string | null)[]): Map<string, MarkerStyle> {
  const styles = new Map<string, MarkerStyle>();
  for (let position = numbered.length - 1; position >= 0; position -= 1) {
    const [head, form] = [numbered[position], forms[position] ?? null];
    if (head && form !== null) styles.set(form, head.style);
  }
  return styles;
}

function numberedHead(line: Line): Head | null {
  const marker = readMarker(line.text);
  if (!marker) return null;
  const content = line.text.slice(marker.length);
  const { style, ordinal, numbering } = marker;
  const read = readProblemHeading(content);
  const problem = style === "problem-label" && !isFormula(read) ? readLabelled(content, 0) : read;
  return {
    line,
    style,
    ordinal,
    numbering,
    start: line.start,
    contentStart: line.start + marker.length,
    content,
    problem,
  };
}

/**
 * “1.问题表现:…” is the problem where each one has its number; where the number after it is that of what was done about it
 * (“2.整改情况:…”), both only tell about the heading above.
 */
function withLabelledProblems(numbered: readonly (Head | null)[]): readonly (Head | null)[] {
  const following = new Map<MarkerStyle, Head>();
  const heads = numbered.toReversed().map((head) => {
    if (head === null) return null;
    const next = following.get(head.style);
    following.set(head.style, head);
    const label = head.problem === null ? problemLabelOf(head.content) : "";
    if (label === "" || (next && next.ordinal > head.ordinal && measureLabelOf(next.content) !== "")) return head;
    return withProblem(head, readLabelled(head.content, label.length));
  });
  return heads.toReversed();
}

function withProblem(head: Head, problem: ProblemHeading | null): Head {
  return { ...head, problem };
}

function unnumbered(line: Line, style: MarkerStyle, ordinal: number, problem: ProblemHeading | null): Head {
  return {
    line,
    style,
    ordinal,
    numbering: "",
    start: line.start,
    contentStart: line.start,
    content: line.text,
    problem,
  };
}

/**
 * A problem heading that lost its number stands beside the one before it that reads like it; where none of these has a number, they are
 * a style of their own.
 */
function bareProblem(line: Line, { styles, ordinals, hasFormula, hasNumberedFormula }: Seen): Head | null {
  const problem = readProblemHeading(line.text) ?? (hasFormula ? null : plainProblem(line.text));
  if (!problem || (problem.kind === "bare" && hasFormula)) return null;
  const isRunIn = opensByItself(line.text) || (!hasNumberedFormula && opensAsFinding(line.text, problem));
  if (!problem.isAlone && !isRunIn) return null;
  const style = styles.get(formOf(line.text, problem)) ?? "unnumbered-problem";
  return unnumbered(line, style, (ordinals.get(style) ?? 0) + 1, problem);
}

/** Run-in headings that need no number to be told from a paragraph: 反馈指出“…”。…, 反馈问题:…. */
function opensByItself(text: string): boolean {
  return /^[【[]?(?:巡视|巡察)?(?:反馈|指出)/.test(text);
}

/** “关于校舍维修拖延的问题。…”, where no heading with a number names a problem. */
function opensAsFinding(text: string, problem: ProblemHeading): boolean {
  return problem.kind === "named" && text.startsWith("关于") && text.charAt(problem.length) === "。";
}

/** Headings of one kind open alike: 关于“…”方面 is not 关于“…”问题. */
function formOf(content: string, problem: ProblemHeading): string {
  return `${problem.kind} ${/^[\u4e00-\u9fff]{0,2}/.exec(content)?.[0] ?? ""} ${/方面(?:存在)?的?问题/.test(content)}`;
}

/** Where a chapter stands that has no number: beside the numbered chapters, or above all where there are none. */
function styleOfChapters(numbered: readonly (Head | null)[]): MarkerStyle {
  const chapter = numbered.find((head) => head?.style === "chapter" || head?.style === "part");
  const isOfChapters = numbered.some(
    (head) => head?.style === chapter?.style && head?.problem === null && isChapterTitle(head.content),
  );
  return chapter && isOfChapters ? chapter.style : "unnumbered-chapter";
}

function isChapterTitle(title: string): boolean {
  return isChapterHeading(title) && !isStatusGroupHeading(title);
}

function bareChapter(line: Line, { chapterStyle, ordinals, repeated }: Seen): Head | null {
  if (!isBareChapterHeading(line.text) || assignmentLabel.test(line.text) || repeated.has(line.text)) return null;
  return unnumbered(line, chapterStyle, (ordinals.get(chapterStyle) ?? 0) + 1, null);
}

/** What stands on several lines alike is a label under each finding, no chapter. */
function repeatedLines(body: readonly Line[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { text } of body) {
    if (text.length > 40) continue;
    if (seen.has(text)) repeated.add(text);
    seen.add(text);
  }
  return repeated;
}

/** “下一步,区委将…” without a chapter of its own. */
function nextStep(line: Line, position: number, { nextSteps, first }: Seen): Head | null {
  if (!nextSteps.has(position)) return null;
  const style = first === "unnumbered-chapter" ? first : "chapter";
  return unnumbered(line, style, Number.MAX_SAFE_INTEGER, null);
}

/** Paragraphs about what comes next, before enumerated ones that would else fall to the last finding. */
function nextStepLines(body: readonly Line[], numbered: readonly (Head | null)[]): ReadonlySet<number> {
  const found = new Set(handoverLines(body, numbered));
  let isAnnouncing = false;
  for (let position = body.length - 1; position > 0; position -= 1) {
    const own = numbered[position];
    const isNext = !own && opensNextStep(body[position]?.text ?? "");
    if (isNext && isAnnouncing && !isHeadingOnly(numbered[position - 1])) found.add(position);
    if (!isEnumeration(own?.style)) break;
    isAnnouncing ||= Boolean(own);
  }
  return found;
}

/** A paragraph about what was handed over, behind the last finding of its chapter and under no heading that says so. */
function handoverLines(body: readonly Line[], numbered: readonly (Head | null)[]): readonly number[] {
  const first = numbered.find((head) => head !== null)?.style;
  const found: number[] = [];
  let following = first;
  for (let position = body.length - 1; position > 0; position -= 1) {
    const own = numbered[position];
    const isUnder = isHeadingOnly(numbered[position - 1]);
    if (!own && following === first && !isUnder && tellsHandover(body[position]?.text ?? "")) found.push(position);
    following = own?.style ?? following;
  }
  return found;
}

/** A chapter heading of its own stands above. */
function isHeadingOnly(head: Head | null | undefined): boolean {
  return head != null && !head.line.text.endsWith("。");
}

function isEnumeration(style: MarkerStyle | undefined): boolean {
  return style === undefined || style === "enumerator" || style === "ordinal-word";
}

/** A line that only says what follows under a finding: 整改措施: */
export function isLabelLine(text: string): boolean {
  const label = measureLabelOf(text);
  return label !== "" && label.length === text.length;
}
