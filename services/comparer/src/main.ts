import { predecessorsOf } from "@zhenggai/bodies";
import { loadSources, runStageService } from "@zhenggai/service";
import { compareStage } from "./compare-stage.ts";
import { rankOf } from "./rank-of.ts";

await runStageService("comparer", async ({ settings, store, queue, logger }) => {
  const sources = loadSources(settings.SOURCES_DIR);
  const deps = { store, queue, logger, rankOf: rankOf(sources), predecessorsOf, now: () => new Date() };
  return { stage: compareStage(deps, settings.CONCURRENCY) };
});
