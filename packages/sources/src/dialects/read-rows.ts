import { calendarDay } from "../page/calendar-day.ts";
import { canonicalUrl } from "../canonical-url.ts";
import { isAttachment } from "../page/is-attachment.ts";
import { readTags, type Attributes } from "../page/read-tags.ts";
import type { SourceDefinition } from "../source-definition.ts";
import type { ListedPage } from "./list-dialect.ts";

/** An anchor with the day printed in its row and the number of the list that it stands in. */
export type ListRow = {
  readonly url: string;
  readonly title: string | null;
  readonly visibleText: string;
  readonly listedOn: string | null;
  readonly list: number;
};

type Anchor = { url: string; title: string; text: string; list: number };
type Frame = { tag: string; number: number; text: string; anchors: Anchor[] };
type RowState = { frames: Frame[]; rows: ListRow[]; anchor: Anchor | null; opened: number; base: string };

const listTags = new Set(["ul", "ol", "table", "dl"]);
const rowTags = new Set(["li", "tr", "dd"]);
const frameTags = new Set([...listTags, ...rowTags, "div", "p", "section", "article", "body"]);

/**
 * All links of a list page in order. The title is the `title` attribute, else the visible text, which sites cut with `...`.
 *
 * `<li><a href="art_12_7.html" title="中共样州市云汀区委关于…的通报">中共样州市云汀...</a><span>2024-⏎03-⏎27</span></li>`
 */
export function readRows(html: string, baseUrl: string): ListRow[] {
  const root: Frame = { tag: "", number: 0, text: "", anchors: [] };
  const state: RowState = { frames: [root], rows: [], anchor: null, opened: 0, base: baseUrl };
  readTags(html, {
    open: (tag, attributes) => openTag(state, tag, attributes),
    text: (text) => addText(state, text),
    close: (tag) => closeTag(state, tag),
  });
  finishRows(state, root);
  return state.rows;
}

function openTag(state: RowState, tag: string, attributes: Attributes): boolean {
  if (tag === "a") openAnchor(state, attributes);
  if (frameTags.has(tag)) {
    state.opened += 1;
    state.frames.push({ tag, number: state.opened, text: "", anchors: [] });
  }
  return tag === "a" || frameTags.has(tag);
}

function openAnchor(state: RowState, attributes: Attributes): void {
  const href = attributes.href?.trim();
  if (href === undefined || /^(?:#|javascript:|mailto:|tel:)/iu.test(href)) return;
  if (!URL.canParse(href, state.base)) return;
  const url = new URL(href, state.base).href;
  state.anchor = { url, title: attributes.title?.trim() ?? "", text: "", list: listNumber(state) };
}

/** The list around the current place; where the page uses no list element, the container of the nearest block. */
function listNumber(state: RowState): number {
  const list = state.frames.findLast((frame) => listTags.has(frame.tag));
  return list?.number ?? state.frames.at(-2)?.number ?? 0;
}

function addText(state: RowState, text: string): void {
  const frame = topFrame(state);
  if (frame !== undefined) frame.text += text;
  if (state.anchor !== null) state.anchor.text += text;
}

function closeTag(state: RowState, tag: string): void {
  if (tag === "a" && state.anchor !== null) {
    topFrame(state)?.anchors.push(state.anchor);
    state.anchor = null;
  }
  const frame = frameTags.has(tag) && state.frames.length > 1 ? state.frames.pop() : undefined;
  const parent = topFrame(state);
  if (frame !== undefined && parent !== undefined) closeFrame(state, frame, parent);
}

function closeFrame(state: RowState, frame: Frame, parent: Frame): void {
  if (rowTags.has(frame.tag) || listTags.has(frame.tag)) {
    finishRows(state, frame);
    return;
  }
  const inRow = state.frames.some((outer) => rowTags.has(outer.tag));
  if (!inRow && frame.anchors.length > 0 && calendarDay(squeeze(frame.text)) !== null) {
    for (const anchor of frame.anchors) anchor.list = parent.number;
    finishRows(state, frame);
    return;
  }
  parent.text += frame.text;
  parent.anchors.push(...frame.anchors);
}

function finishRows(state: RowState, frame: Frame): void {
  const listedOn = calendarDay(squeeze(frame.text));
  for (const anchor of frame.anchors) {
    const visibleText = anchor.text.replace(/\s+/gu, " ").trim();
    const title = anchor.title === "" ? visibleText : anchor.title;
    state.rows.push({ url: anchor.url, title: title === "" ? null : title, visibleText, listedOn, list: anchor.list });
  }
}

function topFrame(state: RowState): Frame | undefined {
  return state.frames.at(-1);
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** Rows as entries of a source: marked by kind, each address once, with the fullest title and day that were seen for it. */
export function toListedPages(rows: readonly ListRow[], source: SourceDefinition): ListedPage[] {
  const byUrl = new Map<string, ListedPage>();
  for (const row of rows) {
    const key = canonicalUrl(row.url);
    const known = byUrl.get(key);
    byUrl.set(key, {
      url: known?.url ?? row.url,
      title: known?.title ?? row.title,
      listedOn: known?.listedOn ?? row.listedOn,
      kind: kindOf(row.url, source),
    });
  }
  return [...byUrl.values()];
}

function kindOf(url: string, source: SourceDefinition): ListedPage["kind"] {
  const parsed = new URL(url);
  if (!/^https?:$/u.test(parsed.protocol) || !source.hosts.includes(parsed.hostname)) return "foreign";
  return isAttachment(url) ? "attachment" : "article";
}
