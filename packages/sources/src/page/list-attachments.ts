import { isAttachment } from "./is-attachment.ts";
import { tidyLine } from "./page-line.ts";
import type { PageParts } from "./page-parts.ts";
import type { PageOutline } from "./read-outline.ts";

/** The files that an article links to, from its title down to the footer, each once, with absolute addresses. */
export function listAttachments(
  outline: PageOutline,
  parts: PageParts,
  pageUrl: string,
): { title: string; url: string }[] {
  const from = parts.title?.end ?? parts.headers[0] ?? parts.bodyLines[0] ?? 0;
  const footer = outline.lines.findIndex((line, index) => index > from && line.isFooter);
  const to = footer === -1 ? outline.lines.length : footer;
  const byUrl = new Map<string, string>();
  for (const link of outline.links) {
    const url = URL.canParse(link.href, pageUrl) ? new URL(link.href, pageUrl).href : "";
    if (link.line >= from && link.line < to && isAttachment(url) && !byUrl.has(url))
      byUrl.set(url, tidyLine(link.text));
  }
  return [...byUrl].map(([url, title]) => ({ title, url }));
}
