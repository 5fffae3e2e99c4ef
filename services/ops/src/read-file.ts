import { readFileSync } from "node:fs";
import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import { Fault, type Notice, noticeSchema } from "@zhenggai/notice";
import { decodePage, pageToText } from "@zhenggai/sources";

const startsLikeHtml =
  /^[\s\uFEFF]*<(?:!--|(?:!doctype|html|head|title|meta|link|script|style|body|\?xml|div|section|article|table|center|h[1-6]|p|span)\b)/i;

/** Reads the notice that a text or HTML file holds ("-" is standard input). A text file's characters are taken as they are. */
export function readNoticeFile(path: string, url: string | null): Notice {
  const bytes = readBytes(path);
  const strict = utf8(bytes);
  const probe = strict ?? decodePage(bytes, null).text;
  if (!startsLikeHtml.test(probe.slice(0, 2_000)))
    return noticeSchema.parse(readNotice({ text: probe, url }, { resolveSubject }));
  const decoded = decodePage(bytes, "text/html");
  const page = pageToText(decoded.text, { url: url ?? "about:blank" });
  const notice = readNotice({ text: page.text, page: page.facts, url }, { resolveSubject });
  return noticeSchema.parse({ ...notice, issues: [...decoded.issues, ...page.issues, ...notice.issues] });
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path === "-" ? 0 : path);
  } catch (error) {
    throw new Fault("E2006", { value: path, cause: error });
  }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
