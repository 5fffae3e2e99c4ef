import { opensNextStep } from "./heading-cues.ts";
import { nest } from "./nesting.ts";
import { readMarker, type MarkerStyle } from "./numbering.ts";
import type { Line } from "./paragraphs.ts";
import { readProblemHeading, type ProblemHeading } from "./problem-heading.ts";

/** A numbered paragraph with what stands under it; offsets are of the view. */
export type Section = {
  readonly index: number;
  readonly level: number;
  readonly parent: number;
  readonly style: MarkerStyle;
  readonly ordinal: number;
  readonly numbering: string;
  readonly start: number;
  /** First unit after the number. */
  readonly contentStart: number;
  /** End of the numbered line itself. */
  readonly lineEnd: number;
  /** End of the section with all that stands under it. */
  readonly end: number;
  /** The printed lines under it that carry no number of their own and belong to no section within it. */
  readonly paragraphs: readonly Line[];
  readonly content: string;
  readonly problem: ProblemHeading | null;
};

type Head = Pick<Section, "style" | "ordinal" | "numbering" | "start" | "contentStart" | "content" | "problem"> & {
  readonly line: Line;
};

/** Builds the heading tree of the body: level is the depth found in this document, whatever the numerals. */
export function outlineOf(body: readonly Line[]): readonly Section[] {
  const heads = headsOf(body);
  const first = body[0]?.index ?? 0;
  const nesting = nest(heads);
  const closings = closingHeads(nesting.map(({ level }) => level));
  return heads.map((head, index) => {
    const { line, style, ordinal, numbering, start, contentStart, content, problem } = head;
    const { level, parent } = nesting[index] ?? { level: 1, parent: -1 };
    const from = line.index - first + 1;
    const following = heads[index + 1]?.line.index ?? first + body.length;
    const closing = heads[closings[index] ?? heads.length]?.line.index ?? first + body.length;
    const last = body[closing - first - 1] ?? line;
    const within = body.slice(from, following - first);
    const own = { style, ordinal, numbering, start, contentStart, content, problem };
    return Object.assign(own, { index, level, parent, lineEnd: line.end, end: last.end, paragraphs: within });
  });
}

/** For each heading the index of the next one that is not inside it. */
function closingHeads(levels: readonly number[]): readonly number[] {
  const closings = levels.map(() => levels.length);
  const open: number[] = [];
  levels.forEach((level, index) => {
    let top = open.at(-1);
    while (top !== undefined && (levels[top] ?? 0) >= level) {
      closings[top] = index;
      open.pop();
      top = open.at(-1);
    }
    open.push(index);
  });
  return closings;
}

function headsOf(body: readonly Line[]): readonly Head[] {
  const heads: Head[] = [];
  body.forEach((line, position) => {
    const head = numberedHead(line) ?? bareHead(line, heads) ?? nextStepHead(body, position);
    if (head) heads.push(head);
  });
  return heads;
}

function numberedHead(line: Line): Head | null {
  const marker = readMarker(line.text);
  if (!marker) return null;
  const content = line.text.slice(marker.length);
  const { style, ordinal, numbering } = marker;
  const contentStart = line.start + marker.length;
  return {
    style,
    ordinal,
    numbering,
    start: line.start,
    contentStart,
    content,
    problem: readProblemHeading(content),
    line,
  };
}

/** A problem heading that lost its number stands beside the problem heading before it. */
function bareHead(line: Line, heads: readonly Head[]): Head | null {
  const problem = readProblemHeading(line.text);
  if (!problem?.isAlone) return null;
  const sibling = heads.findLast((head) => head.problem !== null);
  const chapter = heads.some((head) => head.style === "chapter");
  const style = sibling?.style ?? (chapter ? "han-in-brackets" : "chapter");
  const ordinal = (sibling?.ordinal ?? 0) + 1;
  const place = { start: line.start, contentStart: line.start, content: line.text };
  return { style, ordinal, numbering: "", problem, line, ...place };
}

/** “下一步,区委将…” without a chapter of its own, before enumerated paragraphs that would else fall to the last finding. */
function nextStepHead(body: readonly Line[], position: number): Head | null {
  const line = body[position];
  const before = body[position - 1];
  if (!line || !before || !opensNextStep(line.text)) return null;
  const later = body.slice(position + 1).map((follower) => readMarker(follower.text));
  const isTail = later.some((marker) => marker !== null) && later.every((marker) => isEnumeration(marker?.style));
  const announced = readMarker(before.text) !== null && !before.text.endsWith("。");
  if (!isTail || announced) return null;
  const place = { start: line.start, contentStart: line.start, content: line.text };
  return { style: "chapter", ordinal: Number.MAX_SAFE_INTEGER, numbering: "", problem: null, line, ...place };
}

function isEnumeration(style: MarkerStyle | undefined): boolean {
  return style === undefined || style === "enumerator" || style === "ordinal-word";
}
