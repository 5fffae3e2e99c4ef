import type { ServedNotice } from "../scenario.ts";
import { escapeHtml, framePage, type SiteFrame } from "./page-frame.ts";

export type HanwebColumn = {
  readonly columnId: string;
  readonly unitId: string;
  readonly webId: string;
  readonly name: string;
  readonly perPage: number;
};

type Row = { readonly path: string; readonly notice: ServedNotice };

/** The column page: page 1 as CDATA records inside a script, and the call from which the browser learns the rest. */
export function hanwebColumn(frame: SiteFrame, column: HanwebColumn, rows: readonly Row[]): string {
  const main = `<h2>${escapeHtml(column.name)}</h2>
<div id="${column.unitId}" class="default_pgContainer"><script type="text/xml"><datastore>
<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&webid=${column.webId}&path=http://${frame.domain}/&columnid=${column.columnId}&unitid=${column.unitId}&webname=&permissiontype=0"></a>]]></nextgroup>
<recordset>
${rows.slice(0, column.perPage).map(hanwebRecord).join("\n")}
</recordset></datastore></script></div>
<script type="text/javascript">$(function(){$('#${column.unitId}').jpage({ajaxParam:{col:1,appid:1,webid:${column.webId},path:'/',columnid:${column.columnId},sourceContentType:1,unitid:'${column.unitId}',webname:'${escapeHtml(frame.siteName)}',permissiontype:0},perPage:${column.perPage},groupSize:3,totalRecord:${rows.length},proxyUrl:'/module/web/jpage/dataproxy.jsp'});});</script>`;
  return framePage(frame, {
    head: `<meta name="ColumnName" content="${escapeHtml(column.name)}">`,
    title: column.name,
    main,
  });
}

/** The answer of `dataproxy.jsp`: the records from `start` to `end`, counted from 1. */
export function hanwebProxyReply(
  column: HanwebColumn,
  rows: readonly Row[],
  window: { readonly start: number; readonly end: number },
): string {
  const pages = Math.ceil(rows.length / column.perPage);
  return `<?xml version="1.0" encoding="UTF-8"?>
<datastore><totalrecord>${rows.length}</totalrecord><totalpage>${pages}</totalpage><recordset>
${rows
  .slice(window.start - 1, window.end)
  .map(hanwebRecord)
  .join("\n")}
</recordset></datastore>`;
}

/** What the proxy of a real site says when it does not know the unit or the page lies too deep. */
export const emptyProxyReply = `<?xml version="1.0" encoding="UTF-8"?>\n<datastore/>\n`;

function hanwebRecord({ path, notice }: Row): string {
  const day = notice.publishedAt.slice(0, 10).replaceAll("-", "-\n");
  const title = escapeHtml(notice.title);
  const cut = notice.title.length > 16 ? `${escapeHtml(notice.title.slice(0, 16))}...` : title;
  return `<record><![CDATA[<li><a href="${path}" title="${title}" target="_blank">${cut}</a><span>${day}</span></li>]]></record>`;
}
