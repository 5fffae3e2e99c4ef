import { runStageService } from "@zhenggai/service";
import { feedChannel } from "./feed-channel.ts";
import { notifyStage, webhookChannel } from "./notify-stage.ts";

await runStageService("notifier", async ({ settings, store, logger }) => {
  const webhook = settings.WEBHOOK_URL === undefined ? [] : [webhookChannel(settings.WEBHOOK_URL)];
  const channels = [feedChannel(settings.FEED_PATH, store), ...webhook];
  return { stage: notifyStage({ store, channels, logger, now: () => new Date() }, settings.CONCURRENCY) };
});
