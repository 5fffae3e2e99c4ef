export { feedChannel } from "./feed-channel.ts";
export { type Channel, type NotifyDeps, channelNames, notifyStage, webhookChannel } from "./notify-stage.ts";
