import { feedChannel, notifyStage } from "@zhenggai/notifier";
import { runStageService } from "@zhenggai/service";
import { twice } from "./twice.ts";

await runStageService("notifier", async ({ settings, store, logger }) => {
  const channels = [feedChannel(settings.FEED_PATH, store)];
  return { stage: twice(notifyStage({ store, channels, logger, now: () => new Date() }, settings.CONCURRENCY)) };
});
