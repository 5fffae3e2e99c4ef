import type { SourceDefinition } from "../source-definition.ts";
import { biggestList } from "./generic.ts";
import { firstListPage, type ListDialect, type ListRequest, type ListResponse } from "./list-dialect.ts";
import { readRows, toListedPages, type ListRow } from "./read-rows.ts";

const pagesPerCall = 3;
const proxyPath = "/module/web/jpage/dataproxy.jsp";
const openingMark = "<![CDATA[";
const formKeys = [
  "col",
  "appid",
  "webid",
  "path",
  "columnid",
  "sourceContentType",
  "unitid",
  "webname",
  "permissiontype",
] as const;

/**
 * Hanweb jpage: the column page holds page 1 (as HTML, or as CDATA records of a `<datastore>`); the rest comes from
 * `dataproxy.jsp`, three pages a call. A column that lists everything twice (PC and mobile) yields each entry once.
 */
export const hanwebJpage: ListDialect = {
  name: "hanweb-jpage",
  recognise: (html) => /dataproxy\.jsp|<recordset>|\.jpage\(|ZJEG_RSS/iu.test(html),
  firstRequests: (source) => [firstListPage(source)],
  readList: (source, response) => {
    const records = recordsIn(response.text);
    const rows = records.flatMap((html) => mainLink(readRows(html, response.url)));
    const isColumn = response.request.form === null;
    const listed = rows.length === 0 && isColumn ? biggestList(readRows(response.text, response.url)) : rows;
    return {
      entries: toListedPages(listed, source),
      next: isColumn ? nextOfColumn(source, response, listed.length) : nextOfCall(source, response, records.length),
    };
  },
};

/** The HTML of each `<record><![CDATA[…]]></record>`. */
function recordsIn(text: string): string[] {
  const parts = text.split(/<record>/iu).slice(1);
  return parts.flatMap((part) => {
    const from = part.indexOf(openingMark);
    const to = part.indexOf("]]>", from);
    const isRecord = from !== -1 && to !== -1 && part.slice(0, from).trim() === "";
    return isRecord ? [part.slice(from + openingMark.length, to)] : [];
  });
}

/** A record is one article; where it links twice (picture and words), the link with the longer title stands for it. */
function mainLink(rows: readonly ListRow[]): ListRow[] {
  return [...rows].sort((a, b) => (b.title?.length ?? 0) - (a.title?.length ?? 0)).slice(0, 1);
}

function nextOfColumn(source: SourceDefinition, response: ListResponse, shown: number): readonly ListRequest[] {
  const parameters = source.dialect === "hanweb-jpage" ? source.parameters : {};
  const form = { ...pageForm(response.text), ...declaredForm(parameters) };
  const perPage = parameters.perPage ?? Number(/perPage\s*:\s*(\d+)/iu.exec(response.text)?.[1] ?? 15);
  const total = totalRecords(response.text);
  // Without unit and column the proxy answers with nothing, which would look like an empty column.
  const isAnswerable = "unitid" in form && "columnid" in form && perPage >= 1;
  const isComplete = total === null ? shown < perPage : shown >= total;
  if (!isAnswerable || isComplete) return [];
  return callFor(Math.floor(shown / (perPage * pagesPerCall)), { source, form, perPage, url: response.url });
}

function declaredForm(parameters: {
  unitId?: string | undefined;
  columnId?: string | undefined;
  webId?: string | undefined;
}) {
  return withoutBlanks({ unitid: parameters.unitId, columnid: parameters.columnId, webid: parameters.webId });
}

function nextOfCall(source: SourceDefinition, response: ListResponse, shown: number): readonly ListRequest[] {
  const query = new URL(response.request.url).searchParams;
  const perPage = Number(query.get("perpage"));
  const end = Number(query.get("endrecord"));
  const total = totalRecords(response.text);
  const isLast = total === null ? shown < perPage * pagesPerCall : end >= total;
  // Deep calls of some sites answer with an empty shell: that is the end.
  if (shown === 0 || isLast || !(perPage >= 1)) return [];
  const group = Math.round(end / (perPage * pagesPerCall));
  return callFor(group, { source, form: response.request.form ?? {}, perPage, url: response.request.url });
}

type Call = { source: SourceDefinition; form: Readonly<Record<string, string>>; perPage: number; url: string };

function callFor(group: number, call: Call): readonly ListRequest[] {
  const page = Math.max(group * pagesPerCall + 1, 2);
  if (page > call.source.maxListPages) return [];
  const url = new URL(proxyPath, call.url);
  url.searchParams.set("startrecord", String(group * pagesPerCall * call.perPage + 1));
  url.searchParams.set("endrecord", String((group + 1) * pagesPerCall * call.perPage));
  url.searchParams.set("perpage", String(call.perPage));
  return [{ url: url.href, method: "POST", form: call.form, page }];
}

function totalRecords(text: string): number | null {
  const printed = /<totalrecord>\s*(\d+)|totalRecord\s*:\s*(\d+)/iu.exec(text);
  return printed === null ? null : Number(printed[1] ?? printed[2]);
}

/** What the page itself sends to the proxy: `ajaxParam:{col:1,columnid:12,unitid:'345',…}` or the query of a `nextgroup` link. */
function pageForm(html: string): Record<string, string> {
  const script = /ajaxParam\s*:\s*\{([^}]{0,4000})\}/iu.exec(html)?.[1] ?? "";
  const link = /dataproxy\.jsp\?([^"'\]\s>]+)/iu.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const inLink = new URLSearchParams(link);
  const found = formKeys.map((key): [string, string | undefined] => {
    const inScript = new RegExp(`\\b${key}\\s*:\\s*["']?([^"',}]*)`, "iu").exec(script)?.[1]?.trim();
    return [key, inScript ?? inLink.get(key) ?? undefined];
  });
  return withoutBlanks(Object.fromEntries(found));
}

function withoutBlanks(form: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(form)) if (value !== undefined && value !== "") kept[key] = value;
  return kept;
}
