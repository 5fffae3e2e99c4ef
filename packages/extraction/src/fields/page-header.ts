import type { PageFacts } from "@zhenggai/notice";
import type { Found } from "../found.ts";
import { urlDate } from "../url-date.ts";
import type { Header } from "./header.ts";

/**
 * Facts of an HTML page win over its text, field by field; a date in an address counts only where neither gives one
 * (reference/sites.md, section 7, P0.3).
 */
export function withPageFacts(header: Header, page: PageFacts | undefined, url: string | null): Header {
  const { title, publisher, publishedOn, breadcrumb, originalUrl } = page ?? header;
  const original = originalUrl ?? header.originalUrl;
  return {
    ...header,
    title: title ?? header.title,
    publisher: publisher ?? header.publisher,
    publishedOn: publishedOn ?? header.publishedOn ?? addressDate(original === null ? url : original.value),
    breadcrumb: breadcrumb ?? header.breadcrumb,
    originalUrl: original,
  };
}

function addressDate(url: string | null): Header["publishedOn"] {
  const value = url === null ? null : urlDate(url);
  const found: Found<NonNullable<typeof value>> | null =
    value === null ? null : { value, rule: "url-date", span: null };
  return found;
}
