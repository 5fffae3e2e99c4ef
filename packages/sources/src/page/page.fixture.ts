/** What the pages of these tests are about: an invented notice on an invented site. */
export const pageUrl = "http://qingfeng.yangli.example/art/2024/3/27/art_12_7.html";
export const title = "中共样州市云汀区委关于巡视整改情况的通报";
export const headerLine = "发布日期：2024-03-27信息来源：清风样例网字号：[ 大 中 小 ]";
const trail = "当前位置：首页 > 巡视整改";
export const paragraphs = [
  "根据安排，省委第三巡视组对云汀区开展了巡视，并反馈了意见。",
  "一、整改工作组织情况",
  "区委召开常委会会议，逐项认领问题，细化措施，压实责任；建立清单，按月调度。",
  "欢迎监督。联系电话：0990-5550138。",
  "中共样州市云汀区委员会",
  "2024年3月11日",
];
export const sentence = "据样例省纪委监委消息，样例省某局副局长王某某涉嫌严重违纪，目前正接受审查。";
export const printedHead = `<h1>${title}</h1><div class="info">${headerLine}</div>`;

const sideLinks = Array.from(
  { length: 30 },
  (_, id) => `<li><a href="/s/${id}.html">全省纪检监察干部，认真学习，扎实推进工作的消息${id}</a></li>`,
).join("");

/** Menu, breadcrumb, `main`, a side list and a footer with telephone numbers and prose of its own. */
export function frame(main: string, head = "", documentTitle = `${title}-清风样例网`): string {
  return `<html><head><title>${documentTitle}</title>${head}
<style>p{color:red}</style></head><body><ul class="nav"><li><a href="/">首页</a></li><li><a href="/gk">公开</a></li></ul>
<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/x">巡视整改</a></div>
${bareFrame(main)}</body></html>`;
}

/** As `frame`, without head, menu and breadcrumb. */
export function bareFrame(main: string): string {
  return `<div class="wrap"><div class="main">${main}</div>
<div class="side"><ul>${sideLinks}</ul></div></div>
<div class="foot"><p>主办单位：中共样例省纪律检查委员会，电话：0990-5559000，传真：0990-5559001。</p>
<p>本站内容，欢迎转载，但须注明出处；不得用于商业目的，违者必究，谢谢。</p>
<p>样ICP备05000001号 版权所有，未经授权，不得转载，违者必究。</p></div>`;
}

/** Paragraphs as an editor leaves them. */
export function asP(texts: readonly string[]): string {
  return texts.map((text) => `<p>　　${text}</p>`).join("\n");
}

/** The text of a framed page with this body. */
export function textOf(body: readonly string[]): string {
  return [trail, title, headerLine, ...body].join("\n");
}
