import type { ServedNotice } from "../scenario.ts";
import { escapeHtml, framePage, type SiteFrame } from "./page-frame.ts";
import { asLineBreaks, asParagraphs } from "./paragraphs.ts";

type Row = { readonly path: string; readonly notice: ServedNotice };

/** An article of an aggregator: bare text between line breaks, neighbours linked below; no marks of any CMS. */
export function repostArticle(frame: SiteFrame, notice: ServedNotice): string {
  const main = `<div class="post"><h1>${escapeHtml(notice.title)}</h1>
<div class="info">时间：${notice.publishedAt}　来源：${escapeHtml(notice.publisher)}　浏览：<script>document.write(count)</script>次</div>
<div class="txt">
${asLineBreaks(notice.paragraphs)}
</div>
<div class="near">上一篇：<a href="/a/prev.html">样州市公布一批民生实事完成情况</a></div>
<div class="near">下一篇：<a href="/a/next.html">例江市发布夏季用电安全提示，提醒居民注意</a></div></div>`;
  return framePage(frame, { head: "", title: notice.title, main });
}

/** An article of a site without known marks: layout tables, title in a cell, paragraphs straight in the content cell. */
export function plainArticle(frame: SiteFrame, notice: ServedNotice): string {
  const main = `<table class="arti" width="100%"><tbody><tr><td class="arti-title">${escapeHtml(notice.title)}</td></tr>
<tr><td class="arti-metas"><span>发布时间：${notice.publishedAt}</span><span>来源：${escapeHtml(notice.publisher)}</span><span>浏览次数：</span></td></tr>
<tr><td class="entry">
${asParagraphs(notice.paragraphs)}
</td></tr></tbody></table>`;
  return framePage(frame, { head: "", title: notice.title, main });
}

/** A list page of a site without known marks, numbered from 1, with a link 下一页 to the next. */
export function plainList(
  frame: SiteFrame,
  rows: readonly Row[],
  page: {
    readonly name: string;
    readonly number: number;
    readonly perPage: number;
    readonly pathOf: (number: number) => string;
  },
): string {
  const shown = rows.slice((page.number - 1) * page.perPage, page.number * page.perPage);
  const links = shown.map(
    ({ path, notice }) =>
      `<li><a href="${path}">${escapeHtml(notice.title)}</a><em>${notice.publishedAt.slice(0, 10).replaceAll("-", "/")}</em></li>`,
  );
  const next = rows.length > page.number * page.perPage ? `<a href="${page.pathOf(page.number + 1)}">下一页</a>` : "";
  const main = `<h2>${escapeHtml(page.name)}</h2><ul class="news">${links.join("\n")}</ul><div class="pages"><span>${page.number}</span>${next}</div>`;
  return framePage(frame, { head: "", title: page.name, main });
}
