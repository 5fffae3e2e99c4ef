/** What surrounds every page of a site: menus, side lists, footer. */
export type SiteFrame = {
  readonly siteName: string;
  readonly domain: string;
  readonly organizer: string;
  readonly trail: readonly string[];
};

const menu = ["网站首页", "信息公开", "审查调查", "巡视巡察", "党纪法规", "通报曝光", "廉洁文化", "在线举报"];
const sideTitles = [
  "样例省纪委监委召开季度工作调度会，部署下一阶段任务",
  "全省巡视巡察干部业务培训班开班",
  "样州市持续整治群众身边不正之风",
  "例江市：把纪律课堂搬到项目一线",
  "一图读懂：问题线索如何处置",
  "纪法小课：礼尚往来的边界在哪里",
  "警示：从一张餐票查起的公款接待案",
  "清廉家风故事征集活动启事",
  "关于开展网络安全宣传周活动的消息",
  "样例省公布三起违反中央八项规定精神典型问题",
];

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A whole page: head with style and script, menus, breadcrumb, `main`, side lists, footer with a telephone number of its own. */
export function framePage(frame: SiteFrame, page: { head: string; title: string; main: string }): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<title>${escapeHtml(page.title)}-${escapeHtml(frame.siteName)}</title>
<meta name="SiteName" content="${escapeHtml(frame.siteName)}">
<meta content="${frame.domain}" name="SiteDomain">
${page.head}
<style type="text/css">body{font-family:"宋体";margin:0}.nav li{float:left;list-style:none}.side a{color:#333}</style>
<script type="text/javascript">var _site="${frame.domain}";function resize(n){document.getElementById("zoom").style.fontSize=n+"px";}</script>
</head>
<body>
<div class="top"><div class="logo"><a href="/"><img src="/images/logo.png" alt="${escapeHtml(frame.siteName)}"></a></div>
<form action="/search" method="get"><input type="text" name="q" value="请输入关键字"><select name="scope"><option>全站，含下级单位。</option><option>本栏目</option></select></form></div>
<ul class="nav">${menu.map((word, index) => `<li><a href="/menu/${index}/index.html">${word}</a></li>`).join("")}</ul>
${trailLine(frame)}
<div class="wrap">
<div class="main">
${page.main}
</div>
<div class="side"><h3>点击排行</h3><ul>${sideLinks("rank", 0)}</ul><h3>相关推荐</h3><ul>${sideLinks("more", 5)}</ul></div>
</div>
<div class="footer"><p>主办单位：${escapeHtml(frame.organizer)}　技术支持：样例信息中心　电话：0990-5559000</p>
<p>ICP备案号：样ICP备05000001号　样公网安备 99000002000001号　网站标识码：9900000001</p>
<p>建议使用1024×768以上分辨率，IE9.0以上浏览器访问本站，谢谢。</p></div>
</body>
</html>
`;
}

function trailLine(frame: SiteFrame): string {
  const links = frame.trail.map((word, index) => `<a href="/trail/${index}/">${escapeHtml(word)}</a>`).join(" > ");
  return frame.trail.length === 0 ? "" : `<div class="position">当前位置：${links}</div>`;
}

function sideLinks(folder: string, from: number): string {
  return sideTitles
    .slice(from, from + 5)
    .map(
      (title, index) =>
        `<li><a href="/${folder}/${from + index}.html" title="${title}">${title.slice(0, 14)}...</a></li>`,
    )
    .join("");
}
