export { changeId } from "./change-id.ts";
export { compareSuccessive } from "./compare-series.ts";
export { compareVersions } from "./compare-versions.ts";
export { composeSeries, type ComposedSeries } from "./compose-series.ts";
export type { ComposedChange } from "./series-changes.ts";
export { renderChanges, type RenderOptions } from "./render-changes.ts";
export type { Rank, SeriesInput } from "./series-sightings.ts";
