export * from "./job-catalog.ts";
export * from "./queue.ts";
export * from "./stage.ts";
