import { headsOf, type Head } from "./headings.ts";
import { nest } from "./nesting.ts";
import type { Line } from "./paragraphs.ts";

/** A numbered paragraph with what stands under it; offsets are of the view. */
export type Section = Omit<Head, "line"> & {
  readonly index: number;
  readonly level: number;
  readonly parent: number;
  /** End of the numbered line itself. */
  readonly lineEnd: number;
  /** End of the section with all that stands under it. */
  readonly end: number;
  /** The printed lines under it that carry no number of their own and belong to no section within it. */
  readonly paragraphs: readonly Line[];
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
    return {
      style,
      ordinal,
      numbering,
      start,
      contentStart,
      content,
      problem,
      index,
      level,
      parent,
      lineEnd: line.end,
      end: last.end,
      paragraphs: within,
    };
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
