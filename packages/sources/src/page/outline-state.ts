import type { Aside } from "./element-kinds.ts";
import { isFooterLine, tidyAndCount, tidyLine } from "./page-line.ts";
import type { MarkedPart, PageBlock, PageLine, PageLink } from "./page-outline.ts";

/** An element whose end is still to come, with what ends with it. */
export type OpenElement = {
  readonly tag: string;
  readonly block: PageBlock | null;
  readonly hides: boolean;
  readonly aside: Aside | null;
  readonly keepsBreaks: boolean;
  readonly link: PageLink | null;
};

/** The begin mark of a CMS whose end mark is still to come; `from` is its place in the line under construction. */
type OpenMark = { readonly name: string; readonly start: number; readonly from: number };

/** An outline under construction. The numbers count the open elements that hide, stand aside, keep line breaks. */
export type OutlineState = {
  readonly lines: PageLine[];
  buffer: string;
  linked: string;
  block: PageBlock;
  readonly open: OpenElement[];
  hidden: number;
  chrome: number;
  foot: number;
  preformatted: number;
  readonly meta: Map<string, string[]>;
  documentTitle: string;
  titles: number;
  base: string | null;
  readonly links: PageLink[];
  readonly images: PageLink[];
  readonly frames: PageLink[];
  readonly activeLinks: PageLink[];
  readonly marks: OpenMark[];
  readonly marked: MarkedPart[];
  readonly pagers: { script: string; line: number }[];
  /** What the names of blocks mean, for a page repeats few. */
  readonly asides: Map<string, Aside | null>;
};

export function emptyState(root: PageBlock): OutlineState {
  return {
    lines: [],
    buffer: "",
    linked: "",
    block: root,
    open: [],
    hidden: 0,
    chrome: 0,
    foot: 0,
    preformatted: 0,
    meta: new Map(),
    documentTitle: "",
    titles: 0,
    base: null,
    links: [],
    images: [],
    frames: [],
    activeLinks: [],
    marks: [],
    marked: [],
    pagers: [],
    asides: new Map(),
  };
}

/** Ends the line under construction. */
export function endLine(state: OutlineState): void {
  if (state.buffer === "") return;
  const { text, marks, hasLatin } = tidyAndCount(state.buffer);
  const linkLength = state.linked === "" ? 0 : tidyLine(state.linked).length;
  state.buffer = "";
  state.linked = "";
  if (text === "") return;
  const isFooter = state.foot > 0 || isFooterLine(text, hasLatin);
  const score = isFooter || linkLength * 2 > text.length ? 0 : marks;
  state.lines.push({ text, linkLength, isFooter, isChrome: state.chrome > 0, score });
}

export function countAside(state: OutlineState, aside: Aside | null, change: 1 | -1): void {
  if (aside === "chrome") state.chrome += change;
  if (aside === "foot") state.foot += change;
}

/** Whether what is read now stands beside the article. */
export function isAside(state: OutlineState): boolean {
  return state.chrome + state.foot > 0;
}
