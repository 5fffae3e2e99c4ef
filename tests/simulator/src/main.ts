import { readFolder } from "./read-folder.ts";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import type { Scenario } from "./scenario.ts";
import { generatedScenario } from "./scenarios/generated-scenario.ts";
import { sampleScenario } from "./scenarios/sample-scenario.ts";
import { seedScenario } from "./scenarios/seed-scenario.ts";
import { startSimulator } from "./simulator.ts";

/** `tsx tests/simulator/src/main.ts --scenario sample|seeds|generated --port 0 [--step N] [--notices N] [--seeds FOLDER]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenario: { type: "string", default: "sample" },
      port: { type: "string", default: "0" },
      step: { type: "string", default: "0" },
      notices: { type: "string", default: "100" },
      seeds: { type: "string" },
    },
  });
  const scenario = await chooseScenario(values.scenario, Number(values.notices), values.seeds);
  const simulator = await startSimulator({ scenario, port: Number(values.port) });
  simulator.advance(Number(values.step));
  const stop = (): void => void simulator.close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // Printed last: whoever reads the port may stop the process at once.
  process.stdout.write(`${JSON.stringify({ scenario: scenario.name, port: simulator.port, url: simulator.url })}\n`);
}

async function chooseScenario(name: string, notices: number, seedsFolder: string | undefined): Promise<Scenario> {
  if (name === "sample") return sampleScenario();
  if (name === "generated") return generatedScenario({ notices, seed: 1 });
  if (name !== "seeds" || seedsFolder === undefined) {
    throw new Error(`--scenario ${name}: sample, generated, or seeds with --seeds FOLDER`);
  }
  const texts = [...(await readFolder(pathToFileURL(`${seedsFolder}/`), ".txt")).values()];
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = texts;
  return seedScenario({ "000": first, "001": second, "002": third, "003": fourth, "004": fifth });
}

await main();
