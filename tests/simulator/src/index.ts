export type { SampleNotice } from "./front-matter.ts";
export { readSampleNotices } from "./read-sample-notices.ts";
export { readSeed, type SeedNotice } from "./read-seed.ts";
export type { Scenario, Site } from "./scenario.ts";
export { generatedScenario } from "./scenarios/generated-scenario.ts";
export { sampleScenario, sampleSitesFolder } from "./scenarios/sample-scenario.ts";
export { seedScenario, seedSitesFolder, type SeedTexts } from "./scenarios/seed-scenario.ts";
export type { SimulatedFault } from "./simulated-fault.ts";
export { startSimulator, type LoggedRequest, type Simulator } from "./simulator.ts";
