import { simplify } from "./simplify.ts";

const typographic = /[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Pc}\p{Cf},.;:∶!?"'·…、。•～~]/u;

/** Marks between digits carry meaning: 3.5 is not 35, 3-5 is not 35, 10:30 is not 1030. 1,234 is 1234. */
const betweenDigits = [
  [/(?<=\d)\.(?=\d)/gu, "\u0001"],
  [/(?<=\d)[~\p{Pd}](?=\d)/gu, "\u0002"],
  [/(?<=\d):(?=\d)/gu, "\u0003"],
  [/(?<=\d)(?:,(?!\d{3}(?!\d))|、)(?=\d)/gu, "\u0004"],
] as const;

const isHan = (code: number): boolean => code >= 0x4e_00 && code <= 0x9f_ff;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Marks whose other forms NFKC knows, but which are typography in every form. */
const wideMarks = "，：；（）！？～…·。、《》「」『』【】〈〉“”‘’—–\u3000\u00A0";

/** What folding does with a character. */
export const foldFate = { unknown: 0, kept: 1, dropped: 2, rewritten: 3 } as const;

const { unknown, kept, dropped, rewritten } = foldFate;

/** What NFKC can make one with a neighbour (marks, jamo, halves of a pair), and dashes, of which it depends what they stand between. */
const joining = /[\p{M}\p{Cs}\p{Pd}\u1100-\u11FF]/u;

/** NFKC may rewrite all but Han, ASCII, the common marks of Chinese print, and what it leaves alone wherever it stands: 〔, 〇. */
function isRewritten(code: number, sign: string): boolean {
  if (isHan(code)) return simplify(sign) !== sign;
  return code >= 0x80 && !wideMarks.includes(sign) && (sign.normalize("NFKC") !== sign || joining.test(sign));
}

function fateOf(code: number): number {
  const sign = String.fromCharCode(code);
  if (isRewritten(code, sign)) return rewritten;
  const isMark = Array.from(sign.normalize("NFKC")).every((one) => typographic.test(one));
  return isMark ? dropped : kept;
}

const fates = new Uint8Array(0x1_00_00);

/** What folding does with the character of a code; remembered, because every character of a text is asked. */
export function fate(code: number): number {
  const answer = fates[code] ?? unknown;
  if (answer !== unknown) return answer;
  const found = fateOf(code);
  fates[code] = found;
  return found;
}

/** The same marks and their signs, for texts of which NFKC rewrites nothing. */
const openSigns: ReadonlyMap<string, string> = new Map([
  [".", "\u0001"],
  ...Array.from("~～-–—", (mark) => [mark, "\u0002"] as const),
  ...Array.from(":：", (mark) => [mark, "\u0003"] as const),
  ...Array.from(",，、", (mark) => [mark, "\u0004"] as const),
]);

const isDigitAt = (text: string, at: number): boolean => isDigit(text.charCodeAt(at));

/** What is left of a mark between two digits. */
function openSignAt(text: string, at: number): string {
  const mark = text.charAt(at);
  const isComma = mark === "," || mark === "，";
  const isOfThousands = isComma && isDigitAt(text, at + 2) && isDigitAt(text, at + 3) && !isDigitAt(text, at + 4);
  return isOfThousands ? "" : (openSigns.get(mark) ?? "");
}

/** Text without what is only typography: width, punctuation, white space, traditional characters. Example: “三不”， and "三不", fold alike. */
export function foldTypography(text: string): string {
  let words = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const found = fate(text.charCodeAt(at));
    if (found === kept) continue;
    if (found === rewritten) return foldByRules(text);
    if (at > from) words += text.slice(from, at);
    if (isDigitAt(text, at - 1) && isDigitAt(text, at + 1)) words += openSignAt(text, at);
    from = at + 1;
  }
  return from === 0 ? text : words + text.slice(from);
}

/**
 * Whether a text folds to these words, told at the first word that differs: for one that is looked up among many.
 * Example: 《督查 办法》 folds to 督查办法.
 */
export function foldsTo(text: string, words: string): boolean {
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const found = fate(code);
    const isBetweenDigits = found === dropped && isDigitAt(text, at - 1) && isDigitAt(text, at + 1);
    if (found === rewritten || isBetweenDigits) return foldTypography(text) === words;
    if (found === dropped) continue;
    if (code !== words.charCodeAt(next)) return isJoined(text, at) && foldTypography(text) === words;
    next += 1;
  }
  return next === words.length;
}

/** Whether what follows a character may be made one with it. */
const isJoined = (text: string, at: number): boolean =>
  at + 1 < text.length && fate(text.charCodeAt(at + 1)) === rewritten;

const everyMark = new RegExp(typographic.source, "gu");

function foldByRules(text: string): string {
  const plain = betweenDigits.reduce((rest, [mark, sign]) => rest.replace(mark, sign), text.normalize("NFKC"));
  return simplify(plain.replace(everyMark, ""));
}

const chineseDigits = "(?:[一二三四五六七八九十百]\\p{Cf}*)";
const arabicDigits = "(?:[\\d０-９]\\p{Cf}*)";
/** Characters without width may stand within. */
const lineEnumerator = new RegExp(
  `^[\\s\\p{Cf}]*(?:[（(]\\p{Cf}*(?:${chineseDigits}{1,4}|${arabicDigits}{1,4})[)）]|${chineseDigits}{1,3}[、.．]|` +
    `${arabicDigits}{1,3}[、.．](?![\\d０-９])|[①-⒛㈠-㈩])[\\s\\p{Cf}]*`,
  "u",
);
const inlineEnumerator = new RegExp(`^[\\s\\p{Cf}]*${chineseDigits}{1,3}是`, "u");

/** The enumerator that opens a clause, with its length: （三） or 2. or 三是; "" where there is none. */
export function enumeratorOf(clause: string): string {
  return lineEnumerator.exec(clause)?.[0] ?? inlineEnumerator.exec(clause)?.[0] ?? "";
}

const furniture = [
  /(?:浏览|阅读|点击|访问)(?:次数|量|数)|(?:浏览|阅读|点击|访问)\s*[:：]\s*\d/u,
  /字号|字体(?:大小)?\s*[:：]|[［[【]\s*(?:打印|关闭|大)\s*[］\]】]|打印本页|关闭窗口|返回顶部|扫一扫|分享到/u,
  /^\s*(?:上|下)一(?:篇|条)\s*[:：]|原文链接|免责声明|版权(?:所有|归)|ICP备|网安备|网站标识码|技术支持|Produced By/u,
  /^\s*[（(](?:全文)?完[)）]\s*$|^\s*索引号\s*[:：]|^\s*相关(?:链接|阅读|文章|新闻|报道)[:：]?$/u,
  /^\s*分享\s*[:：]|[［[【]\s*(?:纠错|收藏)\s*[］\]】]|网站地图|关于我们|举报(?:电话|网站)[:：]?\s*(?:www\.)?12388/u,
  /^[^|。，]{1,24}\|[^|。，]{1,24}\|/u,
  /^\s*(?:主办|承办|主管)(?:单位)?\s*[:：]|^\s*[（(]?(?:责任)?编辑\s*[:：]|(?:当前|您(?:现)?(?:在|所在)的?)位置\s*[:：]/u,
] as const;

const longestFurniture = 80;

/** Whether a page prints a line around the text: counters, font sizes, share buttons, footer. Example: 浏览次数：1024 */
export const isFurniture = (line: string): boolean =>
  line.length <= longestFurniture && furniture.some((pattern) => pattern.test(line.trimEnd()));
