export { feedChannel } from "./feed-channel.ts";
export { type Channel, type NotifyDeps, notifyStage, webhookChannel } from "./notify-stage.ts";
