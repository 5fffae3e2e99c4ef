import type { PageText } from "@zhenggai/notice";
import type { Body } from "./find-marked-body.ts";
import { knownTitle } from "./known-title.ts";
import { listAttachments } from "./list-attachments.ts";
import { listContinuations } from "./list-continuations.ts";
import { readPageFacts } from "./page-facts.ts";
import { bodyLength, pageIssues, shortBodyLength } from "./page-issues.ts";
import type { PageOutline } from "./page-outline.ts";
import { findParts, type PageParts, type TextLine } from "./page-parts.ts";
import { readOutline } from "./read-outline.ts";

/** Thirty times the longest notice known. What is longer is no article, and would keep every later step busy. */
const longestBody = { lines: 20_000, characters: 1_000_000 };

/**
 * An article page as a person reads it: breadcrumb, title, header line, body, one paragraph a line, joined by `\n`, without the
 * site's menus, side lists and footer; and what the page says about its article, each fact with the rule that found it.
 * `dialect` is what the source's YAML expects, a hint only. Never throws; what it could not find is an issue.
 */
export function pageToText(html: string, page: { readonly url: string; readonly dialect?: string }): PageText {
  const outline = readOutline(html);
  const known = knownTitle(outline);
  const parts = findParts(outline, known, page.dialect ?? null);
  const { lines, isCut } = buildLines(outline, parts, known?.value ?? null);
  const text = lines.map((line) => line.text).join("\n");
  const hasText = bodyLength(lines) >= shortBodyLength;
  const attachments = listAttachments(outline, parts, { url: page.url, hasText });
  const continuations = listContinuations(outline, parts, page.url);
  const { facts, issues } = readPageFacts({ outline, parts, known, lines, url: page.url });
  const counts = { attachments: attachments.length, continuations: continuations.length };
  return {
    text,
    facts,
    dialect: nameDialect(outline, parts.body),
    attachments,
    continuations,
    issues: [...issues, ...pageIssues({ text, lines, isCut, ...counts })],
  };
}

function buildLines(
  outline: PageOutline,
  parts: PageParts,
  known: string | null,
): { lines: TextLine[]; isCut: boolean } {
  const lines: TextLine[] = [];
  let start = 0;
  const add = (role: TextLine["role"], text: string | undefined): void => {
    if (text === undefined || text === "") return;
    lines.push({ role, text, start });
    start += text.length + 1;
  };
  add("breadcrumb", parts.breadcrumb?.text);
  add("title", parts.title?.text ?? known ?? undefined);
  for (const header of parts.headers) add("header", header.text);
  for (const index of parts.bodyLines) {
    const text = outline.lines[index]?.text ?? "";
    const room = lines.length < longestBody.lines ? longestBody.characters - start : 0;
    add("body", text.slice(0, Math.max(0, room)));
    if (text.length > room) return { lines, isCut: true };
  }
  return { lines, isCut: false };
}

function nameDialect(outline: PageOutline, body: Body | null): string {
  if (body !== null && body.dialect !== "generic") return body.dialect;
  const isHanweb =
    outline.marked.some((part) => /^(?:ZJEG_RSS|<\$\[)/u.test(part.name)) || outline.meta.has("i_columnid");
  return isHanweb ? "hanweb-jpage" : "generic";
}
