export * from "./load-sources.ts";
export * from "./observe-stage.ts";
export * from "./run-stage-service.ts";
