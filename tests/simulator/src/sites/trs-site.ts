import { listedAt, noticeAt, type Article, type Site } from "../scenario.ts";
import type { SiteFrame } from "../templates/page-frame.ts";
import { trsArticle, trsExtArticle } from "../templates/trs-article.ts";
import { trsList, twinPath, type TrsColumn } from "../templates/trs-list.ts";
import { commonAnswer, htmlResponse } from "./site-answers.ts";

export type FilledTrsColumn = TrsColumn & { readonly articles: readonly Article[] };

/** A TRS site: `index.html`, `index_1.html` … in the column's folder, articles below it, each perhaps with a stripped twin. */
export function trsSite(frame: SiteFrame, column: FilledTrsColumn): Site {
  return {
    host: frame.domain,
    answer: ({ path }, step) => {
      const index = listIndex(column, path);
      const rows = listedAt(column.articles, step);
      if (index !== null && index * column.perPage < Math.max(rows.length, 1)) {
        return htmlResponse(trsList(frame, column, rows, index));
      }
      for (const article of column.articles) {
        const notice = noticeAt(article, step);
        if (notice !== null && path === article.path) return htmlResponse(trsArticle(frame, notice));
        if (notice !== null && column.hasTwins && path === twinPath(article.path)) {
          return htmlResponse(trsExtArticle(notice));
        }
      }
      return commonAnswer(frame, path);
    },
  };
}

function listIndex(column: FilledTrsColumn, path: string): number | null {
  if (path === column.folder) return 0;
  const name = path.startsWith(column.folder) ? path.slice(column.folder.length) : "";
  const match = /^index(?:_(\d+))?\.(\w+)$/u.exec(name);
  return match === null || match[2] !== column.ending ? null : Number(match[1] ?? 0);
}
