import {
  listedAt,
  noticeAt,
  type Article,
  type SimulatedRequest,
  type SimulatedResponse,
  type Site,
} from "../scenario.ts";
import { hanwebArticle } from "../templates/hanweb-article.ts";
import { emptyProxyReply, hanwebColumn, hanwebProxyReply, type HanwebColumn } from "../templates/hanweb-column.ts";
import type { SiteFrame } from "../templates/page-frame.ts";
import { commonAnswer, htmlResponse } from "./site-answers.ts";

export type FilledHanwebColumn = HanwebColumn & { readonly articles: readonly Article[] };

/** A Hanweb site: `/col/colN/index.html`, `dataproxy.jsp`, `/art/Y/M/D/art_COLUMN_ID.html`. */
export function hanwebSite(frame: SiteFrame, columns: readonly FilledHanwebColumn[]): Site {
  return {
    host: frame.domain,
    answer: (request, step) => {
      if (request.path.endsWith("/jpage/dataproxy.jsp")) return proxyAnswer(columns, request, step);
      for (const column of columns) {
        if (request.path === `/col/col${column.columnId}/index.html`) {
          return htmlResponse(hanwebColumn(frame, column, listedAt(column.articles, step)));
        }
        const article = column.articles.find((candidate) => candidate.path === request.path);
        const notice = article === undefined ? null : noticeAt(article, step);
        if (notice !== null) {
          const id = /_(\d+)\.html$/u.exec(request.path)?.[1] ?? "";
          return htmlResponse(hanwebArticle(frame, notice, { column: column.columnId, article: id }));
        }
      }
      return commonAnswer(frame, request.path);
    },
  };
}

function proxyAnswer(
  columns: readonly FilledHanwebColumn[],
  request: SimulatedRequest,
  step: number,
): SimulatedResponse {
  const ask = (key: string): string | null => request.form.get(key) ?? request.query.get(key);
  const column = columns.find((known) => known.columnId === ask("columnid") && known.unitId === ask("unitid"));
  const headers = { "content-type": "text/xml; charset=UTF-8" };
  const start = Number(request.query.get("startrecord"));
  const rows = column === undefined ? [] : listedAt(column.articles, step);
  if (column === undefined || start < 1 || start > rows.length) return { status: 200, headers, body: emptyProxyReply };
  // The real proxy never gives more than three pages a call.
  const end = Math.min(Number(request.query.get("endrecord")), start + column.perPage * 3 - 1);
  return { status: 200, headers, body: hanwebProxyReply(column, rows, { start, end }) };
}
