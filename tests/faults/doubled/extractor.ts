import { extractStage } from "@zhenggai/extractor";
import { runStageService } from "@zhenggai/service";
import { twice } from "./twice.ts";

await runStageService("extractor", async ({ settings, store, queue }) => ({
  stage: twice(extractStage({ store, queue, now: () => new Date() }, settings.CONCURRENCY)),
}));
