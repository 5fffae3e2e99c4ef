import type { SourceDefinition } from "../source-definition.ts";
import { firstListPage, type ListDialect, type ListRequest, type ListResponse } from "./list-dialect.ts";
import { readRows, toListedPages, type ListRow } from "./read-rows.ts";

const nextPageText = /^(下一?页|后一?页|>|＞|›|»|next)$/iu;

/** Any site: the links of the biggest list on the page, and the link that says 下一页. */
export const generic: ListDialect = {
  name: "generic",
  recognise: () => true,
  firstRequests: (source) => [firstListPage(source)],
  readList: (source, response) => {
    const rows = readRows(response.text, response.url);
    const pattern = source.dialect === "generic" ? source.parameters.entryPath : undefined;
    const listed =
      pattern === undefined
        ? biggestList(rows)
        : rows.filter((row) => new RegExp(pattern, "u").test(new URL(row.url).pathname));
    return { entries: toListedPages(listed, source), next: nextByLink(rows, source, response) };
  },
};

/**
 * The rows of the list with most title text. A list that prints days goes before every list that prints none, which keeps side
 * lists out even where the column has a single entry; menus of short words don't count at all.
 */
export function biggestList(rows: readonly ListRow[]): ListRow[] {
  const titled = rows.filter((row) => isTitleLike(row));
  const dated = titled.filter((row) => row.listedOn !== null);
  const weights = new Map<number, number>();
  for (const row of dated.length > 0 ? dated : titled) {
    weights.set(row.list, (weights.get(row.list) ?? 0) + Math.min(row.title?.length ?? 0, 40));
  }
  const biggest = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
  return titled.filter((row) => row.list === biggest);
}

/** The request for the page behind 下一页 or `>`, as long as the source's limit allows it. */
export function nextByLink(
  rows: readonly ListRow[],
  source: SourceDefinition,
  response: ListResponse,
): readonly ListRequest[] {
  const page = response.request.page + 1;
  const link = rows.find((row) => nextPageText.test(row.visibleText));
  if (link === undefined || page > source.maxListPages || link.url === response.url) return [];
  if (!source.hosts.includes(new URL(link.url).hostname)) return [];
  return [{ url: link.url, method: "GET", form: null, page }];
}

function isTitleLike(row: ListRow): boolean {
  return (row.title?.length ?? 0) >= 8;
}
