import type { Change } from "@zhenggai/notice";
import type { TrueChange } from "./mutate.ts";

export type Tally = { hits: number; missed: number; invented: number };

/** What one comparison got right: by kind and target, each change once. */
export type Verdict = {
  readonly hits: readonly TrueChange[];
  readonly missed: readonly TrueChange[];
  readonly invented: readonly Change[];
};

function isSame(change: Change, truth: TrueChange): boolean {
  return (
    change.kind === truth.kind &&
    change.target.finding === truth.finding &&
    change.target.measure === truth.measure &&
    (truth.field === null || change.target.field === truth.field)
  );
}

export function judge(changes: readonly Change[], truth: readonly TrueChange[]): Verdict {
  const rest = changes.filter((change) => change.kind !== "cosmetic");
  const hits: TrueChange[] = [];
  const missed: TrueChange[] = [];
  for (const one of truth) {
    const at = rest.findIndex((change) => isSame(change, one));
    if (at === -1) missed.push(one);
    else {
      rest.splice(at, 1);
      hits.push(one);
    }
  }
  return { hits, missed, invented: rest };
}
