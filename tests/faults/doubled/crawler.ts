import { crawlStage, createCrawlDeps, registerSources } from "@zhenggai/crawler";
import { loadSources, runStageService } from "@zhenggai/service";
import { twice } from "./twice.ts";

await runStageService("crawler", async ({ settings, store, queue, logger }) => {
  const sources = loadSources(settings.SOURCES_DIR);
  await registerSources(sources, store.sources, new Date().toISOString());
  const { deps, close } = await createCrawlDeps({
    settings,
    store,
    queue,
    sources,
    opensSlots: true,
    logger,
    onResponse: () => undefined,
  });
  return { stage: twice(crawlStage(deps, settings.CONCURRENCY)), close };
});
