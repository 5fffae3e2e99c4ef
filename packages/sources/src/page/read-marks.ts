import { tidyLine } from "./page-line.ts";
import type { MarkedPart } from "./page-outline.ts";
import { endLine, type OutlineState } from "./outline-state.ts";
import type { Attributes } from "./read-tags.ts";

/** Names of the parts that hold the article's body; other marked parts are values inside a line. */
const bodyMark = /^(?:ZJEG_RSS\.content|<\$\[(?:信息内容|文章内容|正文)\]>|content|enpcontent)$/iu;
/** `<!--ZJEG_RSS.content.begin-->`, `<!--<$[信息来源]>end-->` */
const hanwebComment = /^\s{0,9}(ZJEG_RSS\.\w{1,40}|<\$\[[^\]]{1,40}\]>)\s?\.?(begin|end)\s{0,9}$/iu;
/** `<!--enpcontent-->`, `<!--/enpcontent-->` */
const founderComment = /^\s{0,9}(\/?)enpcontent\s{0,9}$/iu;
const longestComment = 100;
/** A page marks some twenty values; a hostile one could make each cost a walk over its line. */
const maxMarks = 500;

/** Comments by which a CMS marks values and the body of an article. */
export function readComment(state: OutlineState, comment: string): void {
  if (comment.length > longestComment) return;
  const founder = founderComment.exec(comment);
  if (founder !== null) {
    markPart(state, "enpcontent", founder[1] === "");
    return;
  }
  const [, name, edge] = hanwebComment.exec(comment) ?? [];
  if (name !== undefined) markPart(state, name, edge?.toLowerCase() === "begin");
}

/** Meta tags: values, all that a name says, and Hanweb's marks around the body. */
export function readMeta(state: OutlineState, attributes: Attributes): void {
  const name = (attributes.name ?? attributes.property ?? "").trim().toLowerCase();
  if (name === "") return;
  if (name === "contentstart" || name === "contentend") markPart(state, "content", name === "contentstart");
  const content = tidyLine(attributes.content ?? "");
  const values = state.meta.get(name);
  if (values === undefined) state.meta.set(name, [content]);
  else values.push(content);
}

/** Whether a marked part is the article's body. */
export function isBodyPart(part: MarkedPart): boolean {
  return bodyMark.test(part.name) && part.end > part.start;
}

function markPart(state: OutlineState, name: string, isBegin: boolean): void {
  if (bodyMark.test(name)) endLine(state);
  if (!isBegin) endPart(state, name);
  else if (state.marks.length + state.marked.length < maxMarks) {
    state.marks.push({ name, start: state.lines.length, from: state.buffer.length });
  }
}

function endPart(state: OutlineState, name: string): void {
  const index = state.marks.findLastIndex((mark) => mark.name === name);
  const mark = state.marks[index];
  if (mark === undefined) return;
  state.marks.splice(index, 1);
  const within = mark.start === state.lines.length ? state.buffer.slice(mark.from) : "";
  state.marked.push({ name, start: mark.start, end: state.lines.length, text: tidyLine(within) });
}
