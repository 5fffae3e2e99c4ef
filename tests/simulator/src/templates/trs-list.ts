import type { ServedNotice } from "../scenario.ts";
import { escapeHtml, framePage, type SiteFrame } from "./page-frame.ts";

export type TrsColumn = {
  /** Path of the column's folder, with both slashes. */
  readonly folder: string;
  readonly name: string;
  readonly perPage: number;
  /** Ending of list pages: `html`, `htm`, `shtml`. */
  readonly ending: string;
  /** Whether the list's mobile half links the stripped `_ext.html` twins. */
  readonly hasTwins: boolean;
};

type Row = { readonly path: string; readonly notice: ServedNotice };

/** List page `index` (from 0) with the pager call as TRS writes it, its definition included. */
export function trsList(frame: SiteFrame, column: TrsColumn, rows: readonly Row[], index: number): string {
  const shown = rows.slice(index * column.perPage, (index + 1) * column.perPage);
  const pages = Math.max(1, Math.ceil(rows.length / column.perPage));
  const mobile = column.hasTwins
    ? `<div class="mobile"><ul>${shown.map((row) => trsRow(column, { ...row, path: twinPath(row.path) })).join("\n")}</ul></div>`
    : "";
  const main = `<h2>${escapeHtml(column.name)}</h2>
<ul id="mycarousel">
${shown.map((row) => trsRow(column, row)).join("\n")}
</ul>
${mobile}
<div class="flip"><script type="text/javascript">
function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){ if(_nPageCount <= 1) return; }
createPageHTML(${pages}, ${index}, "index", "${column.ending}");
</script></div>`;
  return framePage(frame, {
    head: `<meta name="ColumnName" content="${escapeHtml(column.name)}">`,
    title: column.name,
    main,
  });
}

/** `…/t20230321_41.shtml` → `…/t20230321_41_ext.html` */
export function twinPath(path: string): string {
  return path.replace(/\.s?html?$/u, "_ext.html");
}

function trsRow(column: TrsColumn, { path, notice }: Row): string {
  const href = `./${path.slice(column.folder.length)}`;
  const title = escapeHtml(notice.title);
  return `<li><h3><a href="${href}" title="${title}">${title.slice(0, 18)}</a></h3><span>[${notice.publishedAt.slice(0, 10)}]</span></li>`;
}
