import { runStageService } from "@zhenggai/service";
import { extractStage } from "./extract-stage.ts";

await runStageService("extractor", async ({ settings, store, queue, logger }) => ({
  stage: extractStage({ store, queue, logger, now: () => new Date() }, settings.CONCURRENCY),
}));
