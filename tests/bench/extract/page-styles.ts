import type { Article } from "./articles.ts";

/** How sites print an article. Synthetic pages: good for timing and for finding failures, no proof of quality. */
export type PageStyle = { readonly name: string; readonly print: (article: Article) => string };

const sideTitles = [
  "样例省纪委监委召开季度工作调度会，部署下一阶段任务",
  "样州市持续整治群众身边不正之风，通报一批案例",
  "例江市：把纪律课堂搬到项目一线，听取意见",
  "一图读懂：问题线索如何处置，流程有哪些",
  "清廉家风故事征集活动启事，欢迎投稿",
];
const sideLinks = Array.from({ length: 45 }, (_, id) => {
  const title = sideTitles[id % sideTitles.length] ?? "";
  return `<li><a href="/side/${id}.html" title="${title}" target="_blank">${title.slice(0, 18)}...</a><span>0${(id % 9) + 1}-1${id % 10}</span></li>`;
}).join("\n");
const optionBox = `<select onchange="window.open(this.value)">${Array.from({ length: 120 }, (_, id) => `<option value="http://link${id}.yangli.example/">样例省第${id}号县区纪委监委网站</option>`).join("")}</select>`;
const css = Array.from(
  { length: 160 },
  (_, id) => `.c${id}{margin:0 auto;padding:${id}px;font:12px/1.5 "宋体";color:#${100 + id}}`,
).join("\n");
const script = Array.from(
  { length: 120 },
  (_, id) => `var s${id}=function(a){if(a<${id}&&a>0){document.getElementById("m${id}").innerHTML="<li>"+a+"</li>";}};`,
).join("\n");
const menu = ["首页", "信息公开", "审查调查", "巡视巡察", "党纪法规", "通报曝光", "廉洁文化", "在线举报"]
  .map((entry, id) => `<li><a href="/menu/${id}/index.html">${entry}</a></li>`)
  .join("");

export const pageStyles: readonly PageStyle[] = [
  { name: "hanweb", print: hanweb },
  { name: "trs", print: trs },
  { name: "word", print: word },
  { name: "br-in-tables", print: lineBreaksInTables },
];

/** A whole page around `main`: menus, 45 side links, a box of 120 links, style, script, footer. */
export function printFrame(title: string, main: string, head = ""): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}-清风样例网</title>${head}
<style type="text/css">${css}</style><script>${script}</script></head><body>
<div class="top"><a href="/"><img src="/logo.png"></a><ul class="nav">${menu}</ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/x/">巡视巡察</a> &gt; <a href="/x/y/">巡视整改</a></div>
<div class="wrap"><div class="main">${main}</div>
<div class="side"><h3>点击排行</h3><ul>${sideLinks}</ul></div></div><div class="box">${optionBox}</div>
<div class="footer"><p>主办单位：中共样例省纪律检查委员会　技术支持：样例信息中心　电话：0990-5559000，传真：0990-5559001。</p>
<p>ICP备案号：样ICP备05000001号　版权所有，未经授权，不得转载，违者必究。</p></div><script>${script}</script></body></html>`;
}

function hanweb({ title, publisher, publishedAt, paragraphs }: Article): string {
  const body = paragraphs.map((text) => `<p style="text-indent: 2em;">　　${text}</p>`).join("\n");
  return printFrame(
    title,
    `<div class="title">${title}</div><div class="xxly">发布日期：${publishedAt}信息来源：${publisher}字号：[ <a href="#">大</a> <a href="#">中</a> <a href="#">小</a> ]</div>
<div id="zoom"><!--ZJEG_RSS.content.begin-->${body}<!--ZJEG_RSS.content.end--></div>`,
    `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${publishedAt}"><meta name="ContentSource" content="${publisher}">`,
  );
}

function trs({ title, publisher, publishedAt, paragraphs }: Article): string {
  const body = paragraphs.map((text) => `<p>　　${text}</p>`).join("\n");
  return printFrame(
    title,
    `<h2>${title}</h2><div class="head"><p><span>来源：${publisher}</span><span>发布时间：${publishedAt}</span></p></div>
<div class="TRS_Editor"><style type="text/css">.TRS_Editor P{line-height:2}</style>${body}</div>`,
  );
}

/** A span for every dozen characters, each with the styles that Word leaves behind. */
function word({ title, publisher, publishedAt, paragraphs }: Article): string {
  const spans = (text: string): string =>
    (text.match(/.{1,12}/gsu) ?? [])
      .map((piece) => `<span lang="EN-US" style="font-size:16.0pt;font-family:仿宋_GB2312">${piece}</span>`)
      .join("");
  const body = paragraphs.map((text) => `<p class="MsoNormal">　　${spans(text)}<o:p></o:p></p>`).join("\n");
  return printFrame(
    title,
    `<h1>${title}</h1><div class="info">时间：${publishedAt}　来源：${publisher}</div><div class="TRS_Editor">${body}</div>`,
  );
}

/** Bare text between line breaks in the cell of a table inside a table; no marks of any CMS. */
function lineBreaksInTables({ title, publisher, publishedAt, paragraphs }: Article): string {
  const body = paragraphs.map((text) => `　　${text}`).join("<br>\n<br />");
  return printFrame(
    title,
    `<table width="100%"><tr><td><table><tr><td class="bt">${title}</td></tr><tr><td>发布时间：${publishedAt} 来源：${publisher}</td></tr>
<tr><td><table><tr><td>${body}</td></tr></table></td></tr></table></td></tr></table>`,
  );
}
