import type { Change } from "@zhenggai/notice";
import type { TrueChange } from "./mutate.ts";

/** A true change and what a comparison says of it. */
export type Hit = { readonly truth: TrueChange; readonly change: Change };

/** What one comparison got right: by kind and target, each change once. */
export type Verdict = {
  readonly hits: readonly Hit[];
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
  const hits: Hit[] = [];
  const missed: TrueChange[] = [];
  for (const one of truth) {
    const change = rest.find((candidate) => isSame(candidate, one));
    if (change === undefined) missed.push(one);
    else {
      rest.splice(rest.indexOf(change), 1);
      hits.push({ truth: one, change });
    }
  }
  return { hits, missed, invented: rest };
}
