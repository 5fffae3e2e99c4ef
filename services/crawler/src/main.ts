import { loadSources, runStageService } from "@zhenggai/service";
import { crawlStage } from "./crawl-stage.ts";
import { createCrawlDeps } from "./crawl-parts.ts";
import { registerSources } from "./register-sources.ts";

await runStageService("crawler", async ({ settings, store, queue, logger, metrics }) => {
  const sources = loadSources(settings.SOURCES_DIR);
  await registerSources(sources, store.sources, new Date().toISOString());
  const onResponse = (host: string, verdict: string): void => metrics.requestsTotal.inc({ host, verdict });
  const { deps, close } = await createCrawlDeps({
    settings,
    store,
    queue,
    sources,
    opensSlots: true,
    logger,
    onResponse,
  });
  return { stage: crawlStage(deps, settings.CONCURRENCY), close };
});
