import { compareVersions } from "@zhenggai/comparison";
import type { Change } from "@zhenggai/notice";
import { mutate, type Mutation } from "./mutate.ts";
import { readText, type NamedNotice } from "./mutation-notices.ts";
import { judge, type Verdict } from "./score.ts";

/** One mutation of one notice, compared with it. */
export type MutationRun = Verdict & {
  readonly name: string;
  readonly seed: number;
  readonly mutation: Mutation;
  readonly original: NamedNotice;
  readonly changes: readonly Change[];
};

/** Mutates each notice in turn, reads the text, compares it with the original and judges what the comparison says. */
export function* runMutations(notices: readonly NamedNotice[], count: number, firstSeed = 1): Generator<MutationRun> {
  for (let at = 0; at < count; at += 1) {
    const original = notices[at % notices.length];
    if (original === undefined) return;
    const seed = firstSeed + at;
    const mutation = mutate(original.notice, seed);
    if (mutation === null) continue;
    const changes = compareVersions(original.notice, readText(mutation.text));
    yield { name: original.name, seed, mutation, original, changes, ...judge(changes, mutation.changes) };
  }
}
