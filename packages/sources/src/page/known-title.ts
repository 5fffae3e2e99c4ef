import { metaTitles, metaValues } from "./meta-values.ts";
import { squeeze } from "./page-line.ts";
import type { PageOutline } from "./page-outline.ts";

export type KnownTitle = { readonly value: string; readonly rule: string };

const titleMark = /^<\$\[(?:标题名称(?:\(html\))?|标题|信息标题)\]>$/iu;
const separator = /\s?(?:[_|｜]|[—–]+|--+|>+| - |(?<=[\p{Script=Han}”》）])-(?=[\p{Script=Han}“《（]))\s?|\s{2,}/gu;
const genre = /通报|公告|报告|公示|通知|情况|反馈|审查|调查|处分|开除|被查|动员|部署|进驻/u;
const siteName = /(?:网|网站|门户|平台|频道|客户端|官网|首页|纪委监委|监察委员会|检查委员会|人民政府|纪检监察)$/u;

const longestTab = 300;

/**
 * What the page says its title is without printing it: meta `ArticleTitle` or a CMS mark. A cut title (`…`) is no title, nor is the name of
 * the site or of its column.
 */
export function knownTitle(outline: PageOutline): KnownTitle | null {
  const site = new Set(metaValues(outline, "sitename", "columnname").map(squeeze));
  const isTitle = (title: string): boolean => isWhole(title) && title.length >= 4 && !site.has(squeeze(title));
  const fromMeta = metaTitles(outline, "articletitle").find(isTitle);
  if (fromMeta !== undefined) return { value: fromMeta, rule: "meta:ArticleTitle" };
  const mark = outline.marked.find((part) => titleMark.test(part.name) && isTitle(part.text));
  if (mark !== undefined) return { value: mark.text, rule: `comment:${mark.name}` };
  const open = metaTitles(outline, "og:title", "dc.title").find((title) => isTitle(title) && genre.test(title));
  return open === undefined ? null : { value: open, rule: "meta:og:title" };
}

/**
 * The title as the browser's tab shows it, without the names of site and columns around it; the last resort.
 *
 * `中共样州市云汀区委关于巡视整改进展情况的通报-巡视整改-清风样例网` → `中共样州市云汀区委关于巡视整改进展情况的通报`
 */
export function titleOfTab(outline: PageOutline): KnownTitle | null {
  const value = tabTitles(outline).find((title) => title.length >= 8);
  return value === undefined ? null : { value, rule: "title-tag" };
}

/** What the tab's title may mean by the article's title, the likeliest first. */
export function tabTitles(outline: PageOutline): string[] {
  const columns = new Set(metaValues(outline, "sitename", "columnname").map(squeeze));
  const parts = outline.documentTitle
    .slice(0, longestTab)
    .split(separator)
    .map((part) => part.trim());
  const isAround = (part: string): boolean => part === "" || columns.has(squeeze(part)) || isSiteName(part);
  const titles = parts.filter((part) => !isAround(part) && isWhole(part) && part.length >= 4);
  // Stable: of two that name a genre, the one that stands first.
  return titles.sort((a, b) => Number(genre.test(b)) - Number(genre.test(a)) || rank(b) - rank(a));
}

/** Whether a title says that it is a notice's. */
export function namesNotice(title: string): boolean {
  return title.length >= 8 && genre.test(title);
}

function rank(title: string): number {
  return Math.min(title.length, 12);
}

function isSiteName(part: string): boolean {
  return siteName.test(part) && !genre.test(part);
}

function isWhole(title: string): boolean {
  return !/(?:\.{3}|…)$/u.test(title);
}
