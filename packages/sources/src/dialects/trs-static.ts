import type { SourceDefinition } from "../source-definition.ts";
import { biggestList, nextByLink } from "./generic.ts";
import { firstListPage, type ListDialect, type ListRequest, type ListResponse } from "./list-dialect.ts";
import { readRows, toListedPages } from "./read-rows.ts";

const articlePath = /\/t\d{8}_\d+(_ext)?\.s?html?$/iu;
/** `createPageHTML(total, current, "index", "html")`; the name also occurs where the function is defined. */
const pagerCall = /createPage(?:HTML)?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*["']([\w-]+)["']\s*,\s*["'](\w+)["']/iu;

/**
 * TRS WCM: static list pages `index.html`, `index_1.html` … counted from 0 by `createPageHTML`, articles as
 * `./202402/t20240221_41.shtml` below the column. Side lists link to the same kind of address in other columns, therefore
 * only addresses below the column are entries.
 */
export const trsStatic: ListDialect = {
  name: "trs-static",
  recognise: (html) => pagerCall.test(html) || /class=["'][^"']*TRS_(Editor|UEDITOR)/iu.test(html),
  firstRequests: (source) => [firstListPage(source)],
  readList: (source, response) => {
    const rows = readRows(response.text, response.url);
    const folder = new URL(".", source.listUrl).pathname;
    const articles = rows.filter((row) => {
      const { pathname } = new URL(row.url);
      return articlePath.test(pathname) && pathname.startsWith(folder);
    });
    const pager = pagerCall.exec(response.text);
    return {
      entries: toListedPages(articles.length > 0 ? articles : biggestList(rows), source),
      next: pager === null ? nextByLink(rows, source, response) : nextByPager(pager, source, response),
    };
  },
};

function nextByPager(pager: RegExpExecArray, source: SourceDefinition, response: ListResponse): readonly ListRequest[] {
  const [, total = "0", current = "0", name = "index", ending = "html"] = pager;
  const nextIndex = Number(current) + 1;
  // A pager that stands still (a cached page) must not send the crawler round in circles.
  const page = Math.max(nextIndex, response.request.page) + 1;
  if (nextIndex >= Number(total) || page > source.maxListPages) return [];
  const url = new URL(`${name}_${nextIndex}.${ending}`, response.url).href;
  return url === response.url ? [] : [{ url, method: "GET", form: null, page }];
}
