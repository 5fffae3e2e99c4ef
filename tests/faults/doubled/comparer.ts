import { predecessorsOf } from "@zhenggai/bodies";
import { compareStage, rankOf } from "@zhenggai/comparer";
import { loadSources, runStageService } from "@zhenggai/service";
import { twice } from "./twice.ts";

await runStageService("comparer", async ({ settings, store, queue }) => {
  const sources = loadSources(settings.SOURCES_DIR);
  const deps = { store, queue, rankOf: rankOf(sources), predecessorsOf, now: () => new Date() };
  return { stage: twice(compareStage(deps, settings.CONCURRENCY)) };
});
