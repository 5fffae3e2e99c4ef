import { runStageService } from "@zhenggai/service";
import { extractStage } from "./extract-stage.ts";

await runStageService("extractor", async ({ settings, store, queue }) => ({
  stage: extractStage({ store, queue, now: () => new Date() }, settings.CONCURRENCY),
}));
