import { absolute, articleRange } from "./list-attachments.ts";
import { tidyLine } from "./page-line.ts";
import type { PageParts } from "./page-parts.ts";
import { linksWithin, type PageOutline } from "./page-outline.ts";

const nextText = /^[[【(（<＜]?\s?(?:下一?页|后一?页|尾页|末页|余下全文|阅读全文|显示全文)\s?[\]】)）>＞]{0,3}$/u;
const numberText = /^[[【(（第]?\s?(\d{1,2})\s?页?[\]】)）]?$/u;
/** `createPageHTML(3, 0, "t20240221_41", "shtml")`; the name also occurs where the function is defined. */
const pagerCall =
  /createPage(?:HTML)?\(\s?(\d{1,3})\s?,\s?(\d{1,3})\s?,\s?["']([\w-]{1,80})["']\s?,\s?["'](\w{1,8})["']/u;
const mostParts = 100;
/** An article links to fewer pages; a hostile one to a million. */
const mostLinks = 2_000;

/**
 * The addresses of the other parts of an article that is spread over several pages, in order: links 下一页 or `2 3 4` at the article's foot
 * whose addresses differ from the page's by a number only, and the parts that a TRS script prints.
 *
 * `…/t20240221_41.shtml` with `[1] [2] [下一页]` → `…/t20240221_41_1.shtml`
 */
export function listContinuations(outline: PageOutline, parts: PageParts, pageUrl: string): string[] {
  if (!URL.canParse(pageUrl)) return [];
  const range = articleRange(outline, parts);
  const found = new Set<string>();
  for (const link of linksWithin(outline.links, range).slice(0, mostLinks)) {
    const text = tidyLine(link.text);
    if (!nextText.test(text) && !numberText.test(text)) continue;
    const url = absolute(outline, link, pageUrl);
    if (url !== "" && isSibling(url, pageUrl)) found.add(url);
  }
  const pager = outline.pagers.find(({ line }) => line >= range.start && line <= range.end);
  for (const url of pager === undefined ? [] : partsOfScript(pager.script, pageUrl)) found.add(url);
  return [...found].filter((url) => url !== withoutFragment(pageUrl)).slice(0, mostParts);
}

function partsOfScript(script: string, pageUrl: string): string[] {
  const call = pagerCall.exec(script);
  if (call === null) return [];
  const [, total = "0", current = "0", name = "", ending = ""] = call;
  // A column's pager says "index"; an article's names the article.
  if (/^(?:index|list|default)$/iu.test(name)) return [];
  return Array.from({ length: Math.min(Number(total), mostParts) }, (_, part) => part)
    .filter((part) => part !== Number(current))
    .map((part) => new URL(part === 0 ? `${name}.${ending}` : `${name}_${part}.${ending}`, pageUrl).href);
}

/** Whether two addresses are parts of one article: same host, same path but for a part number, or same path with another query. */
function isSibling(url: string, pageUrl: string): boolean {
  const [one, other] = [new URL(url), new URL(pageUrl)];
  if (one.host !== other.host) return false;
  if (one.pathname === other.pathname) return one.search !== other.search;
  if (one.search !== other.search) return false;
  const [a, b] = [stems(one.pathname), stems(other.pathname)];
  return a.part === b.whole || a.whole === b.part || (a.part !== a.whole && a.part === b.part);
}

/** `/info/1013/1301_2.htm`: without its ending, and without what may be the number of a part, `/info/1013/1301`. */
function stems(pathname: string): { whole: string; part: string } {
  const whole = pathname.replace(/\.\w{1,6}$/u, "");
  return { whole, part: whole.replace(/[_-]\d{1,2}$/u, "") };
}

function withoutFragment(url: string): string {
  const parsed = new URL(url);
  parsed.hash = "";
  return parsed.href;
}
