// `pnpm bench NAME [--json]`: measures, never asserts. Every figure names the servers it was taken on.
import { benchPipeline } from "./bench-pipeline.ts";

const benches: Readonly<Record<string, () => Promise<unknown>>> = { pipeline: benchPipeline };

const [name = "", ...flags] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`usage: pnpm bench ${Object.keys(benches).join("|")} [--json]\n`);
  process.exit(2);
}
const result = await bench();
process.stdout.write(`${JSON.stringify(result, null, flags.includes("--json") ? 0 : 2)}\n`);
process.exit(0);
