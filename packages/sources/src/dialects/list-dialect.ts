import type { SourceDefinition } from "../source-definition.ts";

/** One request for a part of a column's list. `page` is the first list page that it adds, from 1. */
export type ListRequest = {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly form: Readonly<Record<string, string>> | null;
  readonly page: number;
};

/** The decoded answer to a `ListRequest`. */
export type ListResponse = { readonly request: ListRequest; readonly url: string; readonly text: string };

/**
 * One row of a column. Only a row of kind "article" may be fetched as a page; "attachment" is a file, "foreign" lies outside the
 * source's hosts and is never fetched.
 */
export type ListedPage = {
  readonly url: string;
  readonly title: string | null;
  /** ISO day printed beside the link. */
  readonly listedOn: string | null;
  readonly kind: "article" | "attachment" | "foreign";
};

export type ListReading = { readonly entries: readonly ListedPage[]; readonly next: readonly ListRequest[] };

/** How one family of content-management systems lists its articles. Lists overlap: the same entry may come twice. */
export type ListDialect = {
  readonly name: SourceDefinition["dialect"];
  /** Whether a column page carries the marks of this family. */
  readonly recognise: (html: string) => boolean;
  readonly firstRequests: (source: SourceDefinition) => readonly ListRequest[];
  readonly readList: (source: SourceDefinition, response: ListResponse) => ListReading;
};

/** The column page itself: what every dialect asks first. */
export function firstListPage(source: SourceDefinition): ListRequest {
  return { url: source.listUrl, method: "GET", form: null, page: 1 };
}
