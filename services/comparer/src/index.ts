export { type CompareDeps, type Rank, compareStage } from "./compare-stage.ts";
export { rankOf } from "./rank-of.ts";
