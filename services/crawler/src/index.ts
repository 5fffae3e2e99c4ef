export { crawlStage } from "./crawl-stage.ts";
export { type CrawlerParts, createCrawlDeps } from "./crawl-parts.ts";
export { newRun } from "./open-runs.ts";
export { registerSources } from "./register-sources.ts";
export { latestSlot } from "./schedule.ts";
