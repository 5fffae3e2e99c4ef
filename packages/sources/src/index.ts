export { canonicalUrl, twinKey } from "./canonical-url.ts";
export { decodePage, type DecodedPage } from "./decode-page.ts";
export type { ListDialect, ListedPage, ListReading, ListRequest, ListResponse } from "./dialects/list-dialect.ts";
export { judgeResponse, type JudgedResponse, type Verdict } from "./judge-response.ts";
export { listDialects } from "./list-dialects.ts";
export { pageToText } from "./page/page-to-text.ts";
export { parseSourceDefinition, sourceDefinitionSchema, type SourceDefinition } from "./source-definition.ts";
export { sitesFolder } from "./sites-folder.ts";
