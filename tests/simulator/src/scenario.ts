import type { SourceDefinition } from "@zhenggai/sources";

export type SimulatedRequest = {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
};

export type SimulatedResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One host. Its answers depend on the request and the step alone. */
export type Site = {
  readonly host: string;
  readonly answer: (request: SimulatedRequest, step: number) => SimulatedResponse;
};

/** A web of a few sites and the sources that crawl them. */
export type Scenario = {
  readonly name: string;
  readonly sites: readonly Site[];
  readonly sources: readonly SourceDefinition[];
  /** The same sources as YAML files, by file name: what a process is started with. */
  readonly sourceFiles: ReadonlyMap<string, string>;
  /** The web changes up to this step and stays as it is. */
  readonly lastStep: number;
};

/** What a page of a site says. */
export type ServedNotice = {
  readonly title: string;
  readonly publisher: string;
  /** As the site prints it, `2024-03-27 10:12` or without the time. */
  readonly publishedAt: string;
  readonly paragraphs: readonly string[];
};

/** A page over the steps: what it says from which step on, and the step from which it is gone. */
export type Article = {
  readonly path: string;
  readonly revisions: readonly { readonly fromStep: number; readonly notice: ServedNotice }[];
  readonly withdrawnAtStep: number | null;
};

/** What an article says at a step; null before it appears and after it is withdrawn. */
export function noticeAt(article: Article, step: number): ServedNotice | null {
  if (article.withdrawnAtStep !== null && step >= article.withdrawnAtStep) return null;
  return article.revisions.findLast((revision) => revision.fromStep <= step)?.notice ?? null;
}

/** The articles that a list shows at a step, newest first. */
export function listedAt(articles: readonly Article[], step: number): { path: string; notice: ServedNotice }[] {
  return articles
    .flatMap((article) => {
      const notice = noticeAt(article, step);
      return notice === null ? [] : [{ path: article.path, notice }];
    })
    .sort((a, b) => compare(b.notice.publishedAt, a.notice.publishedAt) || compare(a.path, b.path));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
