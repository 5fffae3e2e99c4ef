// `pnpm bench NAME [--json]`: measures, never asserts. Every figure names the servers it was taken on. Node 20 is told not to guess which
// objects will last: in some processes it takes those that live through one comparison for lasting; Node 24, which the images run, does
// not (infra/decisions/0011).
import { benchChanges } from "./bench-changes.ts";
import { benchCompare } from "./bench-compare.ts";
import { benchExtract } from "./bench-extract.ts";
import { benchExtractMemory } from "./bench-extract-memory.ts";
import { benchPipeline } from "./bench-pipeline.ts";
import { benchReading } from "./bench-reading.ts";
import { benchSeries } from "./bench-series.ts";

type Bench = (flags: readonly string[]) => Promise<unknown>;
const benches: Readonly<Record<string, Bench>> = {
  pipeline: benchPipeline,
  extract: benchExtract,
  "extract-memory": benchExtractMemory,
  reading: benchReading,
  series: benchSeries,
  changes: benchChanges,
  compare: benchCompare,
};

const [name = "", ...flags] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`usage: pnpm bench ${Object.keys(benches).join("|")} [--json]\n`);
  process.exit(2);
}
const result = await bench(flags);
const printed = typeof result === "string" ? result : JSON.stringify(result, null, flags.includes("--json") ? 0 : 2);
process.stdout.write(`${printed}\n`);
process.exit(0);
