export * from "./bull-queue.ts";
export * from "./check-job.ts";
export * from "./embedded-queue.ts";
export * from "./job-catalog.ts";
export * from "./job-id.ts";
export * from "./queue.ts";
export { faultOf, retryDecision, type Attempt, type RetryDecision } from "./retry.ts";
export * from "./run-stage.ts";
export * from "./stage.ts";
