import { listedAt, noticeAt, type Article, type ServedNotice, type Site } from "../scenario.ts";
import type { SiteFrame } from "../templates/page-frame.ts";
import { plainArticle, plainList, repostArticle } from "../templates/plain-pages.ts";
import { commonAnswer, htmlResponse } from "./site-answers.ts";

export type PlainColumn = {
  /** Path of the first list page, `/gov/list.html`; the second is `/gov/list_2.html`. */
  readonly listPath: string;
  readonly name: string;
  readonly perPage: number;
  readonly isRepost: boolean;
  readonly articles: readonly Article[];
};

/** A site without marks of a known CMS. */
export function plainSite(frame: SiteFrame, column: PlainColumn): Site {
  const pathOf = (number: number): string =>
    number === 1 ? column.listPath : column.listPath.replace(/\.html$/u, `_${number}.html`);
  const article = (notice: ServedNotice): string =>
    column.isRepost ? repostArticle(frame, notice) : plainArticle(frame, notice);
  return {
    host: frame.domain,
    answer: ({ path }, step) => {
      const rows = listedAt(column.articles, step);
      const pages = Math.max(1, Math.ceil(rows.length / column.perPage));
      for (let number = 1; number <= pages; number += 1) {
        if (path === pathOf(number)) {
          return htmlResponse(plainList(frame, rows, { name: column.name, number, perPage: column.perPage, pathOf }));
        }
      }
      const found = column.articles.find((candidate) => candidate.path === path);
      const notice = found === undefined ? null : noticeAt(found, step);
      return notice === null ? commonAnswer(frame, path) : htmlResponse(article(notice));
    },
  };
}
