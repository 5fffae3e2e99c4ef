const footer =
  /公网安备|版权所有|网站标识码|(?:技术支持|主办单位|承办单位|主管单位|版权声明|网站管理|建设维护)[:：]|©|建议使用.{0,30}(?:浏览器|分辨率)|违法和不良信息举报|未经(?:书面)?授权.{0,12}(?:转载|复制)/u;
/** Apart from the others, for the flag i is slow and few lines hold a Latin letter. */
const latinFooter = /ICP备|Copyright|All Rights Reserved|Produced By/iu;
const tail =
  /^(?:上一?[篇条]|下一?[篇条]|前一篇|后一篇|相关(?:链接|文章|阅读|新闻|信息|稿件|推荐)|返回(?:顶部|首页|列表|上一页)|分享(?:到|至)?|扫一扫|打印|【?(?:打印|关闭|收藏)|责任编辑|编辑[:：]|网站地图|友情链接|点击排行|阅读排行)|^(?:热点|最新|推荐|图片|要闻|热门)(?:新闻|文章|资讯|信息|排行|阅读|推荐|专题|动态|发布|公开)?$/u;
const widgetWords =
  /浏览字号|视力保护色?|语音播报|打印(?:本页|此页)?|关闭(?:本页|窗口|此页)?|收藏(?:本页)?|分享(?:到|至)?|朗读|字号|字体|大小|默认|特大|新浪微博|腾讯微博|微博|微信|QQ空间|更多|返回顶部|繁體|繁体|[大中小]|A[+-]?|T/giu;
const pagerWords =
  /首页|[上下前后]一?页|尾页|末页|第\s?\d{1,3}\s?页|共\s?\d{1,3}\s?页|(?<!\d)\d{1,3}(?!\d)|[.…<>«»‹›＜＞]/gu;
const bidiAndControls = /(?![\t\n\f\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;
/** Blanks between two Chinese characters, or after or before others. */
const chineseGap = /(?<=[\u2E80-\uFFEF\u{20000}-\u{3FFFF}])[ \t\r\n\f]+(?=[\u2E80-\uFFEF\u{20000}-\u{3FFFF}])/gu;

/**
 * White space as a browser shows it, U+3000 and U+00A0 trimmed at both ends; a line break between Chinese characters vanishes, and so do
 * control characters and marks that turn the direction of writing.
 */
export function tidyLine(text: string): string {
  const shown = text.replace(bidiAndControls, (control) => (control === "\u0085" ? " " : ""));
  if (!/[\t\r\n\f]| {2}/u.test(shown)) return shown.trim();
  return shown
    .replace(chineseGap, (gap) => (/[\r\n]/u.test(gap) ? "" : " "))
    .replace(/[ \t\r\n\f]+/gu, " ")
    .trim();
}

/** `主办单位：中共样例省纪律检查委员会 ICP备案号：样ICP备05000001号`; `hasLatin` says whether any letter is Latin. */
export function isFooterLine(text: string, hasLatin: boolean): boolean {
  return text.length < 300 && (footer.test(text) || (hasLatin && latinFooter.test(text)));
}

/** What ends an article on the page: `上一篇：…`, `【打印】【关闭】`, `扫一扫在手机打开当前页`. */
export function isTailLine(text: string): boolean {
  return text.length < 120 && !text.includes("。") && (tail.test(text) || isWidgetLine(text) || isPagerLine(text));
}

/** What surely ends one, unlike a lone `大` or `1 2`, which may be cells of a table. */
export function isSureTail(text: string): boolean {
  return text.length < 120 && !text.includes("。") && tail.test(text);
}

/** Buttons for the reader: `[ 大 中 小 ]`, `打印本页 关闭窗口`, `分享到： 微信 微博`. */
export function isWidgetLine(text: string): boolean {
  return text.length < 60 && text.replace(widgetWords, "").replace(/[\s[\]【】()（）|｜:：/]+/gu, "") === "";
}

/** Links to the parts of an article: `上一页 1 2 3 下一页`, `共3页`. A number alone may be a cell of a table and is none. */
export function isPagerLine(text: string): boolean {
  if (text.length > 80 || !/页|\d\D+\d/u.test(text)) return false;
  return text.replace(pagerWords, "").replace(/[\s[\]【】()（）|｜:：/]+/gu, "") === "";
}

/** What a repost adds below the article: `原文链接：http://qingfeng.yangli.example/art/1.html` */
export function isSourceLink(text: string): boolean {
  return /^[（(【[]?(?:原文|来源)(?:链接|地址|网址)/u.test(text);
}

/** A line tidied, and what was seen on the way: how many marks of prose, whether any Latin letter. */
type TidyLine = { readonly text: string; readonly marks: number; readonly hasLatin: boolean };

/**
 * A line tidied, and how much it looks like prose: its Chinese sentence punctuation (，。；、！？). Colons don't count, for labels and footers
 * have them. One walk over the characters: most lines need no tidying.
 */
export function tidyAndCount(printed: string): TidyLine {
  const text = printed.trim();
  let marks = 0;
  let isTidy = true;
  let hasLatin = false;
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x3001) marks += isProseMark(unit) ? 1 : 0;
    else if (unit < 0x21) isTidy &&= unit === 0x20 && before !== 0x20;
    else if (unit < 0x7f) hasLatin ||= unit >= 0x41;
    else if (unit < 0x2070) isTidy &&= !isUnseen(unit);
    before = unit;
  }
  return { text: isTidy ? text : tidyLine(text), marks, hasLatin };
}

/** Of a unit from U+3001 on; Chinese characters, nearly all of a page, are told from marks by two comparisons. */
function isProseMark(unit: number): boolean {
  if (unit < 0xff01) return unit <= 0x3002;
  return unit === 0xff0c || unit === 0xff1b || unit === 0xff01 || unit === 0xff1f;
}

/** Controls and marks that turn the direction of writing. */
function isUnseen(unit: number): boolean {
  return unit < 0xa0 || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
}

/** Text without any white space, to compare a title across line breaks. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, "");
}
