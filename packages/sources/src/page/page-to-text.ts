import type { Issue, PageText } from "@zhenggai/notice";
import type { Body } from "./find-body.ts";
import { knownTitle } from "./known-title.ts";
import { listAttachments } from "./list-attachments.ts";
import { readPageFacts } from "./page-facts.ts";
import { findParts, type PageParts, type TextLine } from "./page-parts.ts";
import { readOutline, type PageOutline } from "./read-outline.ts";

const shortBodyLength = 80;

/**
 * An article page as a person reads it: breadcrumb, title, header line, body, one paragraph a line, joined by `\n`, without the
 * site's menus, side lists and footer; and what the page says about its article, each fact with the rule that found it.
 * `dialect` is what the source's YAML expects, a hint only. Never throws.
 */
export function pageToText(html: string, page: { readonly url: string; readonly dialect?: string }): PageText {
  const outline = readOutline(html);
  const known = knownTitle(outline);
  const parts = findParts(outline, known?.value ?? null, page.dialect ?? null);
  const lines = buildLines(outline, parts, known?.value ?? null);
  const text = lines.map((line) => line.text).join("\n");
  const attachments = listAttachments(outline, parts, page.url);
  const { facts, issues } = readPageFacts({ outline, parts, known, lines, url: page.url });
  return {
    text,
    facts,
    dialect: nameDialect(outline, parts.body),
    attachments,
    issues: [...issues, ...bodyIssues(lines, attachments.length)],
  };
}

function buildLines(outline: PageOutline, parts: PageParts, known: string | null): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  const add = (role: TextLine["role"], text: string | undefined): void => {
    if (text === undefined || text === "") return;
    lines.push({ role, text, start });
    start += text.length + 1;
  };
  if (parts.breadcrumb !== null) add("breadcrumb", outline.lines[parts.breadcrumb]?.text);
  add("title", parts.title?.text ?? known ?? undefined);
  for (const index of parts.headers) add("header", outline.lines[index]?.text);
  for (const index of parts.bodyLines) add("body", outline.lines[index]?.text);
  return lines;
}

function nameDialect(outline: PageOutline, body: Body | null): string {
  if (body !== null && body.dialect !== "generic") return body.dialect;
  const isHanweb =
    outline.marked.some((part) => /^(ZJEG_RSS|<\$\[)/u.test(part.name)) || outline.meta.has("i_columnid");
  return isHanweb ? "hanweb-jpage" : "generic";
}

function bodyIssues(lines: readonly TextLine[], attachments: number): Issue[] {
  const length = lines.filter((line) => line.role === "body").reduce((sum, line) => sum + line.text.length, 0);
  if (length >= shortBodyLength) return [];
  const issue = { field: "text", span: null };
  if (attachments > 0) {
    return [
      {
        ...issue,
        code: "attachment-only",
        severity: "warning",
        text: `${attachments} attachments and ${length} characters.`,
      },
    ];
  }
  if (length === 0) return [{ ...issue, code: "empty-body", severity: "error", text: "The page shows no article." }];
  return [{ ...issue, code: "short-body", severity: "info", text: `The body has ${length} characters only.` }];
}
