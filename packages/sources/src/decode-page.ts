import type { Issue } from "@zhenggai/notice";

export type DecodedPage = {
  readonly text: string;
  /** The charset that was used: utf-8, gb18030, utf-16le … */
  readonly charset: string;
  readonly issues: readonly Issue[];
};

const headBytes = 2048;
/** Above this share of broken characters a page that calls itself UTF-8 is taken for GBK. */
const tolerableBroken = 0.02;

/**
 * Bytes of a page to text: byte-order mark, else strict UTF-8, else what the page declares in its meta tag, else in the
 * header. GB labels are read as GB18030, which contains them. A declaration that the bytes contradict is an issue
 * `charset-mismatch`; U+FFFD in the result is an issue `garbled-text`. Never throws.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): DecodedPage {
  const marked = markedCharset(bytes);
  const declared = marked ?? declaredCharset(bytes, contentType);
  const charset = marked ?? chooseCharset(bytes, declared);
  const text = new TextDecoder(charset).decode(bytes);
  const issues: Issue[] = [];
  if (declared !== null && declared !== charset && /[^\p{ASCII}]/u.test(text)) {
    issues.push(charsetIssue("charset-mismatch", `The page says ${declared}, its bytes are ${charset}.`));
  }
  const broken = text.split("\uFFFD").length - 1;
  if (broken > 0) issues.push(charsetIssue("garbled-text", `${broken} characters could not be decoded as ${charset}.`));
  return { text, charset, issues };
}

function charsetIssue(code: "charset-mismatch" | "garbled-text", text: string): Issue {
  return { code, field: "text", severity: code === "garbled-text" ? "error" : "info", text, span: null };
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function declaredCharset(bytes: Uint8Array, contentType: string | null): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, headBytes));
  const inMeta = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1];
  const inHeader = /charset\s*=\s*["']?\s*([\w-]+)/iu.exec(contentType ?? "")?.[1];
  return decoderLabel(inMeta) ?? decoderLabel(inHeader);
}

/** The name that `TextDecoder` knows a label by, GB labels folded into gb18030; null where it knows none. */
function decoderLabel(label: string | undefined): string | null {
  if (label === undefined) return null;
  if (/^(gb|x-gbk|cn-gb|hz-gb|cp936|windows-936)/iu.test(label)) return "gb18030";
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function chooseCharset(bytes: Uint8Array, declared: string | null): string {
  if (decodesStrictly(bytes, "utf-8")) return "utf-8";
  const isWestern = declared === "windows-1252" || declared === "iso-8859-1";
  if (declared !== null && declared !== "utf-8" && !isWestern) return declared;
  const lossy = new TextDecoder("utf-8").decode(bytes);
  const foreign = lossy.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const broken = lossy.match(/\uFFFD/gu)?.length ?? 0;
  // One torn character in a long UTF-8 page is damage, not another charset.
  return broken <= foreign * tolerableBroken ? "utf-8" : "gb18030";
}

function decodesStrictly(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
