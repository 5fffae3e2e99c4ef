import type { ServedNotice } from "../scenario.ts";
import { escapeHtml, framePage, type SiteFrame } from "./page-frame.ts";
import { asParagraphs, asWordParagraphs } from "./paragraphs.ts";

/** An article of a TRS site: source first, then the time, run together; the body inside `.TRS_Editor` with a style block. */
export function trsArticle(frame: SiteFrame, notice: ServedNotice): string {
  const main = `<div class="article"><h2>${escapeHtml(notice.title)}</h2>
<div class="head"><p><span>来源：${escapeHtml(notice.publisher)}</span><span>发布时间：${notice.publishedAt}</span><span>字号：[ <a href="#">大</a> <a href="#">中</a> <a href="#">小</a> ]</span></p></div>
<div id="show3"><div class="TRS_Editor"><style type="text/css">.TRS_Editor P{line-height:2;font-size:16px;}</style>
${asWordParagraphs(notice.paragraphs)}
</div></div>
<div class="share">分享到：<a href="#">微博</a> <a href="#">微信</a></div></div>`;
  return framePage(frame, { head: `<meta name="ArticleTitle" content="null">`, title: notice.title, main });
}

/** The stripped twin (`_ext.html`): title, one bare line with time and publisher, body; no meta tags, no frame. */
export function trsExtArticle(notice: ServedNotice): string {
  return `<!DOCTYPE html>
<html><head><meta charset="UTF-8"><title>${escapeHtml(notice.title)}</title></head>
<body><div class="ext"><h1>${escapeHtml(notice.title)}</h1>
<div>${notice.publishedAt} ${escapeHtml(notice.publisher)}</div>
<div>
${asParagraphs(notice.paragraphs)}
</div></div></body></html>
`;
}
