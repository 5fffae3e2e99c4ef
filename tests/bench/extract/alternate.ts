import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** CPU milliseconds of one pass, over all rounds. */
export type Timing = { readonly medianMs: number; readonly lowestMs: number; readonly highestMs: number };
export type Contender = { readonly name: string; readonly run: () => void };

const rounds = 9;
const usualRoundMs = 150;

/** Frees what the contender before left behind: a tree of a page is heavy, and whoever comes next would pay for it. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return () => {
    if (typeof collect === "function") collect({ type: "minor" });
  };
}

/**
 * Runs the contenders in turn, round after round, so that a busy machine hits all of them; each round of each takes long enough to be
 * measured (`roundMs`). Only ratios between them mean anything. Returns for each its CPU per pass and, against the first, the median of the rounds'
 * ratios with their range.
 */
export function alternate(
  contenders: readonly Contender[],
  roundMs = usualRoundMs,
): Record<string, Timing & { ratio: Ratio }> {
  const collect = collector();
  const passes = contenders.map(({ run }) => passesFor(run, roundMs));
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { run }] of contenders.entries()) {
      collect();
      times[index]?.push(cpuMs(run, passes[index] ?? 1));
    }
  }
  const first = times[0] ?? [];
  return Object.fromEntries(
    contenders.map(({ name }, index) => {
      const own = times[index] ?? [];
      return [name, { ...timingOf(own), ratio: ratioOf(own.map((ms, round) => ms / (first[round] ?? ms))) }];
    }),
  );
}

export type Ratio = { readonly median: number; readonly lowest: number; readonly highest: number };

function timingOf(times: readonly number[]): Timing {
  return {
    medianMs: rounded(median(times)),
    lowestMs: rounded(Math.min(...times)),
    highestMs: rounded(Math.max(...times)),
  };
}

function ratioOf(ratios: readonly number[]): Ratio {
  return {
    median: rounded(median(ratios)),
    lowest: rounded(Math.min(...ratios)),
    highest: rounded(Math.max(...ratios)),
  };
}

function passesFor(run: () => void, roundMs: number): number {
  for (let warm = 0; warm < 3; warm += 1) run();
  return Math.max(1, Math.ceil(roundMs / Math.max(0.01, cpuMs(run, 2))));
}

function cpuMs(run: () => void, passes: number): number {
  const before = process.cpuUsage();
  for (let pass = 0; pass < passes; pass += 1) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / passes;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
