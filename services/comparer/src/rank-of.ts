import type { SourceDefinition } from "@zhenggai/sources";
import type { Rank } from "./compare-stage.ts";

/** Rank by source; a source that is no longer configured counts as a repost. */
export function rankOf(sources: ReadonlyMap<string, SourceDefinition>): (sourceId: string) => Rank {
  return (sourceId) => sources.get(sourceId)?.rank ?? "repost";
}
