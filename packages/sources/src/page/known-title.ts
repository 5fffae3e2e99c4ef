import type { PageOutline } from "./read-outline.ts";

export type KnownTitle = { readonly value: string; readonly rule: string };

const titleMark = /^<\$\[(标题名称(\(html\))?|标题|信息标题)\]>$/iu;
const separators = /\s*[-_|｜—–>]+\s*|\s{2,}/u;

/**
 * What the page says its title is without printing it: meta `ArticleTitle`, a CMS mark, else the longest part of `<title>` between
 * separators where that is long enough to be a notice's. A cut title (`…`) is no title.
 *
 * `中共样州市云汀区委关于巡视整改进展情况的通报-清风样例网` → `中共样州市云汀区委关于巡视整改进展情况的通报`
 */
export function knownTitle(outline: PageOutline): KnownTitle | null {
  const fromMeta = outline.meta.get("articletitle");
  if (fromMeta !== undefined && isWhole(fromMeta)) return { value: fromMeta, rule: "meta:ArticleTitle" };
  const mark = outline.marked.find((part) => titleMark.test(part.name) && part.text !== "");
  return mark === undefined ? null : { value: mark.text, rule: `comment:${mark.name}` };
}

/** The title as the browser's tab shows it, without the site's name; the last resort. */
export function titleOfTab(outline: PageOutline): KnownTitle | null {
  const parts = outline.documentTitle.split(separators).filter((part) => part.length >= 8 && isWhole(part));
  const longest = parts.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? null : { value: longest, rule: "title-tag" };
}

function isWhole(title: string): boolean {
  return !/(\.{3}|…)$/u.test(title);
}
