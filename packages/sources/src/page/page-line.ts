const footer =
  /ICP备|公网安备|版权所有|网站标识码|(技术支持|主办单位|承办单位|主管单位|版权声明)[:：]|Copyright|All Rights Reserved|Produced By|建议使用.{0,30}(浏览器|分辨率)|违法和不良信息举报/iu;
const tail =
  /^(上一?篇|下一?篇|相关(链接|文章|阅读|新闻|信息)|返回(顶部|首页|列表)|分享(到|至)?|扫一扫|打印|【?(打印|关闭|收藏)|责任编辑|编辑[:：]|网站地图|友情链接|热点|推荐阅读|点击排行|最新)/u;

/** White space as a browser shows it, U+3000 and U+00A0 trimmed at both ends; a line break between Chinese characters vanishes. */
export function tidyLine(text: string): string {
  return text
    .replace(/(?<=[\u2E80-\uFFEF])[ \t]*[\r\n][ \t\r\n\f]*(?=[\u2E80-\uFFEF])/gu, "")
    .replace(/[ \t\r\n\f]+/gu, " ")
    .trim();
}

/** `主办单位：中共样例省纪律检查委员会 ICP备案号：样ICP备05000001号` */
export function isFooterLine(text: string): boolean {
  return text.length < 300 && footer.test(text);
}

/** What ends an article on the page: `上一篇：…`, `【打印】【关闭】`, `扫一扫在手机打开当前页`. */
export function isTailLine(text: string): boolean {
  return text.length < 120 && !text.includes("。") && tail.test(text);
}

/** What a repost adds below the article: `原文链接：http://qingfeng.yangli.example/art/1.html` */
export function isSourceLink(text: string): boolean {
  return /^[（(【[]?(原文|来源)(链接|地址|网址)/u.test(text);
}

/** How much a line looks like prose: its Chinese sentence punctuation. Colons don't count, for labels and footers have them. */
export function punctuationScore(text: string): number {
  let score = 0;
  for (const character of text) if ("，。；、！？".includes(character)) score += 1;
  return score;
}

/** Text without any white space, to compare a title across line breaks. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}
