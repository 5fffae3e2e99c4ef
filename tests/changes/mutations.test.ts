import { beforeAll, describe, expect, it } from "vitest";
import { mutationNotices, readText } from "./mutations/mutation-notices.ts";
import { runMutations, type MutationRun } from "./mutations/run-mutations.ts";
import { complaintsAbout } from "./properties.ts";

const mutationCount = 330;
const bar = 0.99;

const shareOf = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

const sum = (runs: readonly MutationRun[], of: (run: MutationRun) => readonly unknown[]): number =>
  runs.reduce((total, run) => total + of(run).length, 0);

/** Mistakes with the edits that were made, for a person. */
const mistakesIn = (runs: readonly MutationRun[]): string[] =>
  runs.flatMap(({ name, seed, missed, invented }) => [
    ...missed.map((one) => `${name} #${seed} missed ${one.kind} of ${one.edit} at ${one.finding}.${one.measure}`),
    ...invented.map((one) => `${name} #${seed} invented ${one.kind} at ${one.target.finding}.${one.target.measure}`),
  ]);

describe("mutations of real and invented notices, whose changes are known", () => {
  let runs: MutationRun[] = [];

  beforeAll(async () => {
    runs = [...runMutations(await mutationNotices(), mutationCount)];
  }, 60_000);

  it("are told by kind and target: recall and precision at least 99 %", () => {
    const hits = sum(runs, (run) => run.hits);
    const missed = sum(runs, (run) => run.missed);
    const invented = sum(runs, (run) => run.invented);
    expect(runs.length).toBeGreaterThanOrEqual(mutationCount * 0.95);
    expect(hits).toBeGreaterThan(1_000);
    expect(shareOf(hits, hits + missed), mistakesIn(runs).join("\n")).toBeGreaterThanOrEqual(bar);
    expect(shareOf(hits, hits + invented), mistakesIn(runs).join("\n")).toBeGreaterThanOrEqual(bar);
  });

  it("of typography, notation and page furniture alone make no news", () => {
    const cosmetic = runs.filter((run) => run.mutation.changes.length === 0);
    expect(cosmetic.length).toBeGreaterThan(50);
    expect(mistakesIn(cosmetic)).toEqual([]);
  });

  it("are accounted for by operations, mirrored when swapped, cut at clauses and never inside a number", () => {
    const complaints = runs.slice(0, 150).flatMap((run) => {
      const compared = { before: run.original.notice, after: readText(run.mutation.text), changes: run.changes };
      return complaintsAbout(compared).map((complaint) => `${run.name} #${run.seed}: ${complaint}`);
    });
    expect(complaints).toEqual([]);
  }, 60_000);
});
