import { Parser } from "htmlparser2";
import { isFooterLine, punctuationScore, tidyLine } from "./page-line.ts";

/** A printed line: what stands between two block borders or line breaks, tidied. */
type PageLine = {
  readonly text: string;
  readonly linkLength: number;
  readonly isFooter: boolean;
  /** Chinese punctuation outside links; 0 for footers and link lists. */
  readonly score: number;
};

/** A block element; its content is the lines `[start, end)`. */
export type PageBlock = {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly start: number;
  end: number;
  readonly children: PageBlock[];
  readonly parent: PageBlock | null;
};

type PageLink = { readonly href: string; text: string; readonly line: number };
/** What stands between the begin and end comments (or meta tags) of a CMS. */
export type MarkedPart = { readonly name: string; readonly start: number; readonly end: number; readonly text: string };

export type PageOutline = {
  readonly lines: readonly PageLine[];
  readonly root: PageBlock;
  readonly meta: ReadonlyMap<string, string>;
  readonly documentTitle: string;
  readonly links: readonly PageLink[];
  readonly marked: readonly MarkedPart[];
};

type OpenElement = { tag: string; block: PageBlock | null; hides: boolean; link: PageLink | null };
type OpenMark = { name: string; start: number; from: number };
type State = {
  lines: PageLine[];
  buffer: string;
  linked: string;
  block: PageBlock;
  open: OpenElement[];
  hidden: number;
  meta: Map<string, string>;
  documentTitle: string;
  links: PageLink[];
  activeLinks: PageLink[];
  marks: OpenMark[];
  marked: MarkedPart[];
};

const blockTags = new Set(
  (
    "html body div section article main header footer nav aside p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody " +
    "tfoot tr td th caption blockquote pre form fieldset center address figure figcaption hr ucaptitle ucapcontent " +
    "publishtime details summary"
  ).split(" "),
);
const hiddenTags = new Set(
  "script style noscript template textarea select button iframe object svg video audio title".split(" "),
);
/** Names of the parts that hold the article's body; other marked parts are values inside a line. */
const bodyMark = /^(ZJEG_RSS\.content|<\$\[(信息内容|文章内容|正文)\]>|content)$/iu;
const markComment = /^\s*(ZJEG_RSS\.[\w.]+|<\$\[[^\]]+\]>)\s*\.?(begin|end)\s*$/iu;

/** One pass over a page: its lines, blocks, meta tags, links and CMS marks. Never throws. */
export function readOutline(html: string): PageOutline {
  const root: PageBlock = { tag: "", id: "", classes: [], start: 0, end: 0, children: [], parent: null };
  const state: State = {
    lines: [],
    buffer: "",
    linked: "",
    block: root,
    open: [],
    hidden: 0,
    meta: new Map(),
    documentTitle: "",
    links: [],
    activeLinks: [],
    marks: [],
    marked: [],
  };
  const parser = new Parser({
    onopentag: (tag, attributes) => openElement(state, tag, attributes),
    ontext: (text) => addText(state, text),
    onclosetag: (tag) => closeElement(state, tag),
    oncomment: (comment) => readComment(state, comment),
  });
  parser.end(html);
  flush(state);
  root.end = state.lines.length;
  const { lines, meta, documentTitle, links, marked } = state;
  return { lines, root, meta, documentTitle: tidyLine(documentTitle), links, marked };
}

/** All blocks below `block`, outermost first, in order. */
export function* blocksBelow(block: PageBlock): Generator<PageBlock> {
  const waiting = [...block.children].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

function openElement(state: State, tag: string, attributes: Readonly<Record<string, string>>): void {
  if (tag === "meta") readMeta(state, attributes);
  const isBlock = blockTags.has(tag) || /^zoom$/iu.test(attributes["id"] ?? "");
  if (isBlock || tag === "br") flush(state);
  const hides = hidesContent(tag, attributes);
  state.hidden += hides ? 1 : 0;
  const isVisible = state.hidden === 0;
  state.open.push({
    tag,
    hides,
    link: tag === "a" && isVisible ? openLink(state, attributes) : null,
    block: isBlock && isVisible ? openBlock(state, tag, attributes) : null,
  });
}

function hidesContent(tag: string, attributes: Readonly<Record<string, string>>): boolean {
  return hiddenTags.has(tag) || /display\s*:\s*none/iu.test(attributes["style"] ?? "");
}

function openLink(state: State, attributes: Readonly<Record<string, string>>): PageLink {
  const link = { href: attributes["href"]?.trim() ?? "", text: "", line: state.lines.length };
  if (link.href !== "") state.links.push(link);
  state.activeLinks.push(link);
  return link;
}

function openBlock(state: State, tag: string, attributes: Readonly<Record<string, string>>): PageBlock {
  const block: PageBlock = {
    tag,
    id: attributes["id"]?.trim() ?? "",
    classes: (attributes["class"] ?? "").split(/\s+/u).filter((name) => name !== ""),
    start: state.lines.length,
    end: state.lines.length,
    children: [],
    parent: state.block,
  };
  state.block.children.push(block);
  state.block = block;
  return block;
}

function addText(state: State, text: string): void {
  if (state.hidden > 0) {
    if (state.hidden === 1 && state.open.at(-1)?.tag === "title") state.documentTitle += text;
    return;
  }
  state.buffer += text;
  const link = state.activeLinks.at(-1);
  if (link === undefined) return;
  state.linked += text;
  link.text += text;
}

function closeElement(state: State, tag: string): void {
  if (state.open.at(-1)?.tag !== tag) return;
  const element = state.open.pop();
  if (element?.hides === true) state.hidden -= 1;
  if (element !== undefined && element.link !== null) state.activeLinks.pop();
  const block = element?.block ?? null;
  if (block === null) return;
  flush(state);
  block.end = state.lines.length;
  state.block = block.parent ?? block;
}

function flush(state: State): void {
  const text = state.buffer === "" ? "" : tidyLine(state.buffer);
  const linkLength = state.linked === "" ? 0 : tidyLine(state.linked).length;
  state.buffer = "";
  state.linked = "";
  if (text === "") return;
  const isFooter = isFooterLine(text);
  const score = isFooter || linkLength * 2 > text.length ? 0 : punctuationScore(text);
  state.lines.push({ text, linkLength, isFooter, score });
}

function readMeta(state: State, attributes: Readonly<Record<string, string>>): void {
  const name = (attributes["name"] ?? attributes["property"] ?? "").trim().toLowerCase();
  if (name === "contentstart") beginPart(state, "content");
  if (name === "contentend") endPart(state, "content");
  const content = tidyLine(attributes["content"] ?? "");
  if (name === "" || content === "" || /^(null|undefined)$/iu.test(content) || state.meta.has(name)) return;
  state.meta.set(name, content);
}

function readComment(state: State, comment: string): void {
  const match = markComment.exec(comment);
  const name = match?.[1]?.replace(/\.$/u, "");
  if (match === null || name === undefined) return;
  if (match[2]?.toLowerCase() === "begin") beginPart(state, name);
  else endPart(state, name);
}

function beginPart(state: State, name: string): void {
  if (bodyMark.test(name)) flush(state);
  state.marks.push({ name, start: state.lines.length, from: state.buffer.length });
}

function endPart(state: State, name: string): void {
  const index = state.marks.findLastIndex((mark) => mark.name === name);
  const mark = state.marks[index];
  if (mark === undefined) return;
  state.marks.splice(index, 1);
  if (bodyMark.test(name)) flush(state);
  const within = mark.start === state.lines.length ? state.buffer.slice(mark.from) : "";
  state.marked.push({ name, start: mark.start, end: state.lines.length, text: tidyLine(within) });
}

/** Whether a marked part is the article's body. */
export function isBodyPart(part: MarkedPart): boolean {
  return bodyMark.test(part.name) && part.end > part.start;
}
