export { type ExtractDeps, extractStage } from "./extract-stage.ts";
