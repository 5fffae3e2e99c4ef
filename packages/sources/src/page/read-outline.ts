import { type Aside, asideOf, hidesContent, isBlockElement, keepsLineBreaks } from "./element-kinds.ts";
import { countAside, emptyState, endLine, isAside, type OpenElement, type OutlineState } from "./outline-state.ts";
import { tidyLine } from "./page-line.ts";
import type { PageBlock, PageLink, PageOutline } from "./page-outline.ts";
import { readComment, readMeta } from "./read-marks.ts";
import { readTags, type Attributes } from "./read-tags.ts";

const pagerCall = /createPage(?:HTML)?\(/u;
const frameTags = new Set(["iframe", "embed", "object"]);

/** One pass over a page: its lines, blocks, meta tags, links and CMS marks. Never throws. */
export function readOutline(html: string): PageOutline {
  const root: PageBlock = { tag: "", id: "", className: "", start: 0, end: 0, children: [], parent: null };
  const state = emptyState(root);
  readTags(html, {
    open: (tag, attributes) => openElement(state, tag, attributes),
    text: (text) => addText(state, text),
    close: (tag) => closeElement(state, tag),
    comment: (comment) => readComment(state, comment),
  });
  endLine(state);
  root.end = state.lines.length;
  const { lines, meta, documentTitle, base, links, images, frames, marked, pagers } = state;
  return { lines, root, meta, documentTitle: tidyLine(documentTitle), base, links, images, frames, marked, pagers };
}

function openElement(state: OutlineState, tag: string, attributes: Attributes): boolean {
  const isBlock = isBlockElement(tag, attributes);
  if (isBlock || tag === "br") endLine(state);
  noteValues(state, tag, attributes);
  if (tag === "br") return false;
  const hides = hidesContent(tag, attributes);
  if (!isBlock && !hides && tag !== "a") return false;
  if (tag === "title") state.titles += 1;
  const isShown = !hides && state.hidden === 0;
  const link = isShown && tag === "a" ? openLink(state, attributes) : null;
  if (isBlock) enterBlock(state, { tag, hides, link }, attributes);
  else enter(state, { tag, hides, link, block: null, aside: null, keepsBreaks: false });
  return true;
}

function enterBlock(
  state: OutlineState,
  element: Pick<OpenElement, "tag" | "hides" | "link">,
  attributes: Attributes,
): void {
  const { tag, hides } = element;
  const block = !hides && state.hidden === 0 ? openBlock(state, tag, attributes) : null;
  const aside = asideOfNames(state, tag, attributes);
  enter(state, { tag, hides, link: element.link, block, aside, keepsBreaks: keepsLineBreaks(tag, attributes) });
}

function asideOfNames(state: OutlineState, tag: string, attributes: Attributes): Aside | null {
  if (attributes.id === undefined && attributes.class === undefined) return asideOf(tag, attributes);
  const names = `${tag} ${attributes.id ?? ""} ${attributes.class ?? ""}`;
  const known = state.asides.get(names);
  if (known !== undefined) return known;
  const aside = asideOf(tag, attributes);
  state.asides.set(names, aside);
  return aside;
}

function enter(state: OutlineState, element: OpenElement): void {
  state.hidden += element.hides ? 1 : 0;
  state.preformatted += element.keepsBreaks ? 1 : 0;
  countAside(state, element.aside, 1);
  state.open.push(element);
}

/** What an element says without any content: meta tags, the base of addresses, images, files shown in frames. */
function noteValues(state: OutlineState, tag: string, attributes: Attributes): void {
  if (tag === "meta") readMeta(state, attributes);
  else if (tag === "base" && attributes.href !== undefined) state.base ??= attributes.href.trim();
  else if (tag === "img" && state.hidden === 0) noteFile(state, state.images, attributes);
  else if (frameTags.has(tag) && state.hidden === 0) noteFile(state, state.frames, attributes);
}

function noteFile(state: OutlineState, files: PageLink[], attributes: Attributes): void {
  const href = (attributes.src ?? attributes.data ?? "").trim();
  const text = attributes.title ?? attributes.alt ?? "";
  if (href !== "") files.push({ href, text, line: state.lines.length, isAside: isAside(state) });
}

function openLink(state: OutlineState, attributes: Attributes): PageLink | null {
  const href = attributes.href?.trim() ?? "";
  if (href === "") return null;
  const link = { href, text: "", line: state.lines.length, isAside: isAside(state) };
  state.links.push(link);
  state.activeLinks.push(link);
  return link;
}

function openBlock(state: OutlineState, tag: string, attributes: Attributes): PageBlock {
  const at = state.lines.length;
  const { id = "", class: className = "" } = attributes;
  const block: PageBlock = { tag, id: id.trim(), className, start: at, end: at, children: [], parent: state.block };
  state.block.children.push(block);
  state.block = block;
  return block;
}

function addText(state: OutlineState, text: string): void {
  if (state.hidden > 0) {
    addHidden(state, text);
    return;
  }
  if (state.preformatted > 0 && /[\r\n]/u.test(text)) {
    addPreformatted(state, text);
    return;
  }
  state.buffer += text;
  const link = state.activeLinks.at(-1);
  if (link === undefined) return;
  state.linked += text;
  link.text += text;
}

function addPreformatted(state: OutlineState, text: string): void {
  const [first = "", ...rest] = text.split(/\r\n?|\n/u);
  state.buffer += first;
  for (const line of rest) {
    endLine(state);
    state.buffer += line;
  }
}

/** Of what is hidden only the first document title and the calls that print an article's pages matter. */
function addHidden(state: OutlineState, text: string): void {
  const tag = state.open.at(-1)?.tag;
  if (tag === "title" && state.hidden === 1 && state.titles === 1) state.documentTitle += text;
  if (tag === "script" && text.includes("createPage") && pagerCall.test(text)) {
    state.pagers.push({ script: text, line: state.lines.length });
  }
}

function closeElement(state: OutlineState, tag: string): void {
  const element = state.open.at(-1);
  if (element?.tag !== tag) return;
  state.open.pop();
  const { block, link } = element;
  if (link !== null) state.activeLinks.pop();
  if (block !== null) {
    endLine(state);
    block.end = state.lines.length;
    state.block = block.parent ?? block;
  }
  state.hidden -= element.hides ? 1 : 0;
  state.preformatted -= element.keepsBreaks ? 1 : 0;
  countAside(state, element.aside, -1);
}
