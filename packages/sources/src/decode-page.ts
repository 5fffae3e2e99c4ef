import type { Issue } from "@zhenggai/notice";
import { declaredCharset } from "./declared-charset.ts";

export type DecodedPage = {
  readonly text: string;
  /** The charset that was used: utf-8, gb18030, utf-16le … */
  readonly charset: string;
  readonly issues: readonly Issue[];
};

/** What every Chinese page is full of, and a page in the wrong charset has next to none of. */
const frequent =
  /[，。、：；（）“”《》的一是在了和有大中国人不为上市县区委党会工作报情况进行整改问题巡视反馈通政治组织责任落实年月日省纪监网站首页]/gu;
const sampledCharacters = 20_000;
/** Below this share of such characters a text of so many is no Chinese, whatever its bytes say. */
const leastFrequent = 0.03;
const leastForeign = 60;

/**
 * Bytes of a page to text: byte-order mark, else what the bytes themselves are, else what the page declares in its meta tag, else in the
 * header. GB labels are read as GB18030, which contains them. A declaration that the bytes contradict is an issue
 * `charset-mismatch`; U+FFFD in the result, or text that was decoded wrongly before it came here, is an issue `garbled-text`. Never throws.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): DecodedPage {
  const marked = markedCharset(bytes);
  const declared = marked ?? declaredCharset(bytes, contentType);
  const strict = marked === null ? decodedStrictly(bytes, "utf-8") : null;
  const charset = marked ?? chooseCharset(bytes, declared, strict);
  const decoded = charset === "utf-8" && strict !== null ? strict : new TextDecoder(charset).decode(bytes);
  const text = decoded.replace(/^\uFEFF/u, "");
  const issues: Issue[] = [];
  if (declared !== null && declared !== charset && /[^\p{ASCII}]/u.test(text)) {
    issues.push(charsetIssue("charset-mismatch", `The page says ${declared}, its bytes are ${charset}.`));
  }
  const broken = text.includes("\uFFFD") ? text.split("\uFFFD").length - 1 : 0;
  if (broken > 0) issues.push(charsetIssue("garbled-text", `${broken} characters could not be decoded as ${charset}.`));
  else if (isDoublyDecoded(text)) {
    issues.push(charsetIssue("garbled-text", "The page itself was saved in a charset that it was not read in."));
  }
  return { text, charset, issues };
}

function charsetIssue(code: "charset-mismatch" | "garbled-text", text: string): Issue {
  return { code, field: "text", severity: code === "garbled-text" ? "error" : "info", text, span: null };
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return "gb18030";
  return null;
}

function chooseCharset(bytes: Uint8Array, declared: string | null, strict: string | null): string {
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return wide;
  // A few bytes of GBK can be UTF-8 by chance; then they read as Cyrillic, Greek or accents, not as Chinese.
  if (strict !== null) return declared === "gb18030" && isByChance(strict) ? "gb18030" : "utf-8";
  const asUtf8 = chineseIn(new TextDecoder("utf-8").decode(bytes));
  const asGb = chineseIn(new TextDecoder("gb18030").decode(bytes));
  // One torn character in a UTF-8 page is damage, not another charset: what counts is which reading is Chinese.
  if (asUtf8 > asGb) return "utf-8";
  const isClaimed = declared !== null && declared !== "utf-8" && !isWestern(declared);
  if (isClaimed || (declared !== null && asGb === 0)) return declared;
  return "gb18030";
}

function chineseIn(text: string): number {
  return foreignIn(text).match(frequent)?.length ?? 0;
}

/** The first characters beyond ASCII, enough to judge by. */
function foreignIn(text: string): string {
  let foreign = "";
  let from = -1;
  for (let index = 0; index <= text.length && foreign.length < sampledCharacters; index += 1) {
    const isForeign = text.charCodeAt(index) >= 0x80;
    if (isForeign && from === -1) from = index;
    const isEnd = from !== -1 && (!isForeign || index - from >= sampledCharacters);
    if (isEnd) foreign += text.slice(from, index);
    if (isEnd) from = -1;
  }
  return foreign;
}

function isByChance(text: string): boolean {
  return /[^\p{ASCII}]/u.test(text) && !/[\u2E80-\u{3FFFF}]/u.test(text);
}

function isWestern(charset: string): boolean {
  return /^(?:windows-125\d|iso-8859-\d{1,2}|macintosh)$/u.test(charset);
}

/** UTF-16 without a mark: in a page's ASCII every second byte is 0. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return "utf-16le";
  return bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0 ? "utf-16be" : null;
}

/**
 * Whether the text was decoded wrongly before it was saved: 锟斤拷, UTF-8 that was read as GBK (`涓叡鏍峰窞`) or as Latin-1 (`ä¸­å±`). Its
 * characters are sound, but it has none of those that every Chinese text is full of.
 */
function isDoublyDecoded(text: string): boolean {
  if ((text.match(/锟斤拷|烫烫烫/gu)?.length ?? 0) > 2) return true;
  const foreign =
    text
      .match(/[^\p{ASCII}]+/gu)
      ?.join("")
      .slice(0, sampledCharacters) ?? "";
  const suspect = foreign.match(/[\u4E00-\u9FFF\u0080-\u009F]/gu)?.length ?? 0;
  return suspect >= leastForeign && (foreign.match(frequent)?.length ?? 0) < leastFrequent * suspect;
}

function decodedStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
