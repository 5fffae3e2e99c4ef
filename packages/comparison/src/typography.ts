const typographic = /[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Pc}\p{Cf},.;:!?"'·…、。•～~]/gu;

/** Marks between digits carry meaning: 3.5 is not 35, 3-5 is not 35, 10:30 is not 1030. 1,234 is 1234. */
const betweenDigits = [
  [/(?<=\d)\.(?=\d)/gu, "\u0001"],
  [/(?<=\d)[~\p{Pd}](?=\d)/gu, "\u0002"],
  [/(?<=\d):(?=\d)/gu, "\u0003"],
  [/(?<=\d)(?:,(?!\d{3}(?!\d))|、)(?=\d)/gu, "\u0004"],
] as const;

/** Text without what is only typography: width, punctuation, white space. Example: “三不”， and "三不", fold alike. */
export function foldTypography(text: string): string {
  const plain = betweenDigits.reduce((rest, [mark, sign]) => rest.replace(mark, sign), text.normalize("NFKC"));
  return plain.replace(typographic, "");
}

const lineEnumerator =
  /^\s*(?:[（(][一二三四五六七八九十百\d０-９]{1,4}[)）]|[一二三四五六七八九十]{1,3}[、.．]|[\d０-９]{1,3}[、.．](?![\d０-９])|[①-⑳])\s*/u;
const inlineEnumerator = /^\s*[一二三四五六七八九十]{1,3}是/u;

/** The enumerator that opens a clause, with its length: （三） or 2. or 三是; "" where there is none. */
export function enumeratorOf(clause: string): string {
  return lineEnumerator.exec(clause)?.[0] ?? inlineEnumerator.exec(clause)?.[0] ?? "";
}

/** Lines that a page prints around the text: counters, font sizes, share buttons. Example: 浏览次数：1024 */
export const isFurniture = (text: string): boolean =>
  /(?:浏览|阅读|点击|访问)(?:次数|量|数)|字号|字体大小|打印本页|分享到|关闭窗口|扫一扫|原文链接|免责声明/u.test(text);
