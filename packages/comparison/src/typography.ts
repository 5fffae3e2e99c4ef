const typographic = /[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Pc}\p{Cf},.;:!?"'·…、。•～~]/gu;

/** Text without what is only typography: width, punctuation, white space. Example: “三不”， and "三不", fold alike. */
export const foldTypography = (text: string): string => text.normalize("NFKC").replace(typographic, "");

const lineEnumerator =
  /^\s*(?:[（(][一二三四五六七八九十百\d０-９]{1,4}[)）]|[一二三四五六七八九十]{1,3}[、.．]|[\d０-９]{1,3}[、.．](?![\d０-９])|[①-⑳])\s*/u;
const inlineEnumerator = /^\s*[一二三四五六七八九十]{1,3}是/u;

/** The enumerator that opens a clause, with its length: （三） or 2. or 三是; "" where there is none. */
export function enumeratorOf(clause: string): string {
  return lineEnumerator.exec(clause)?.[0] ?? inlineEnumerator.exec(clause)?.[0] ?? "";
}

/** Lines that a page prints around the text: counters, font sizes, share buttons. Example: 浏览次数：1024 */
export const isFurniture = (text: string): boolean =>
  /(?:浏览|阅读|点击|访问)(?:次数|量|数)|字号|字体大小|打印本页|分享到|关闭窗口|扫一扫/u.test(text);
