export { changeId } from "./change-id.ts";
export { compareSuccessive } from "./compare-series.ts";
export { compareVersions } from "./compare-versions.ts";
export type { ComposedChain } from "./compose-ledger.ts";
export { composeSeries, type ComposedSeries } from "./compose-series.ts";
export type { ComposedChange } from "./change-draft.ts";
export { kindTerms } from "./kind-terms.ts";
export { fieldParts } from "./field-parts.ts";
export { contactMask } from "./mask-contact.ts";
export { renderChanges, type RenderOptions } from "./render-changes.ts";
export type { Rank, SeriesInput } from "./series-sightings.ts";
export { settledOf, withOrigins } from "./change-origins.ts";
export type { SeriesContext, SeriesEvidence } from "./series-context.ts";
export {
  type TraceKeys,
  hostAmong,
  isPageSeries,
  possibleHosts,
  sinksAmong,
  templatesAmong,
  traceDigest,
  traceKeysOf,
} from "./trace.ts";
export { foldTypography } from "./typography.ts";
