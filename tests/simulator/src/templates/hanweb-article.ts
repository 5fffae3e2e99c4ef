import type { ServedNotice } from "../scenario.ts";
import { escapeHtml, framePage, type SiteFrame } from "./page-frame.ts";
import { asParagraphs } from "./paragraphs.ts";

/** An article of a Hanweb site: CMS comments around values and body, header line without separators, meta tags of the standard. */
export function hanwebArticle(
  frame: SiteFrame,
  notice: ServedNotice,
  ids: { column: string; article: string },
): string {
  const day = notice.publishedAt.slice(0, 10);
  const title = escapeHtml(notice.title);
  const publisher = escapeHtml(notice.publisher);
  const head = `<meta name="ArticleTitle" content="${title}">
<meta content="${notice.publishedAt}" name="PubDate">
<meta name="ContentSource" content="${publisher}">
<meta name="Author" content="null">
<meta name="Maketime" content="${notice.publishedAt}:00">
<meta name="i_columnid" content="${ids.column}"><meta name="i_articleid" content="${ids.article}">`;
  const main = `<table width="100%" id="article"><tr><td class="title"><!--<$[标题名称(html)]>begin-->${title}<!--<$[标题名称(html)]>end--></td></tr>
<tr><td class="xxly"><span>发布日期：<!--<$[发布日期]>begin-->${day}<!--<$[发布日期]>end--></span><span>信息来源：<!--<$[信息来源]>begin-->${publisher}<!--<$[信息来源]>end--></span><span>字号：[ <a href="javascript:resize(18)">大</a> <a href="javascript:resize(16)">中</a> <a href="javascript:resize(14)">小</a> ]</span></td></tr>
<tr><td><div id="zoom" class="bt-content"><!--ZJEG_RSS.content.begin--><meta name="ContentStart">
${asParagraphs(notice.paragraphs)}
<meta name="ContentEnd"><!--ZJEG_RSS.content.end--></div></td></tr></table>
<div class="share">【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</div>
<div class="produced">Produced By 大汉网络 大汉版通发布系统</div>`;
  return framePage(frame, { head, title: notice.title, main });
}
