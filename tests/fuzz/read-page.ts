import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import { Fault, type Notice, noticeSchema, type PageText, pageTextSchema } from "@zhenggai/notice";
import { decodePage, pageToText } from "@zhenggai/sources";

/** What became of a page: its text, and the notice or the fault that it ended in. */
export type ReadPage = { readonly page: PageText; readonly notice: Notice | null; readonly cpuMs: number };

/** A page through decoding, text and reading, with its CPU time. Throws what is no Fault. */
export function readPage(bytes: Uint8Array, contentType: string | null, url: string): ReadPage {
  const before = process.cpuUsage();
  const decoded = decodePage(bytes, contentType);
  const page = pageToText(decoded.text, { url });
  const notice = readOrFault(page, url);
  const { user, system } = process.cpuUsage(before);
  return { page, notice, cpuMs: (user + system) / 1_000 };
}

function readOrFault(page: PageText, url: string): Notice | null {
  try {
    return readNotice({ text: page.text, page: page.facts, url }, { resolveSubject });
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** What is wrong with what a damaged page became; empty where nothing is. */
export function complaints({ page, notice }: ReadPage): string[] {
  const found: string[] = [];
  const parsed = pageTextSchema.safeParse(page);
  if (!parsed.success) found.push(`page: ${parsed.error.message}`);
  for (const fact of Object.values(page.facts)) {
    if ((fact?.span?.end ?? 0) > page.text.length) found.push(`fact ${fact?.rule} lies outside the text`);
  }
  if (page.text.includes("\uFFFD") && !page.issues.some(({ code }) => code === "garbled-text"))
    found.push("U+FFFD without an issue");
  return notice === null ? found : [...found, ...noticeComplaints(page, notice)];
}

function noticeComplaints(page: PageText, notice: Notice): string[] {
  const found: string[] = [];
  const parsed = noticeSchema.safeParse(notice);
  if (!parsed.success) found.push(`notice: ${parsed.error.message}`);
  if (notice.text !== page.text) found.push("the notice's text is not the page's");
  const printed = squeezed(`${page.text}\n${page.facts.title?.value ?? ""}`);
  if (notice.subject.resolution === "exact" && !printed.includes(squeezed(notice.subject.name)))
    found.push(`invented subject ${notice.subject.name}`);
  for (const { field, span } of notice.evidence) {
    if (span !== null && span.end > page.text.length) found.push(`evidence of ${field} lies outside the text`);
  }
  return found;
}

/** As readers compare names: without white space and invisible characters, in one form of punctuation. */
function squeezed(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/gu, "");
}
