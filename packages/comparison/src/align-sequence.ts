import { diffArrays } from "diff";

/** A stretch of two sequences, `[start, end)` on each side; equal stretches are as long on both. */
export type Run = {
  readonly equal: boolean;
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
};

function rawRuns(before: readonly string[], after: readonly string[]): Run[] {
  const runs: Run[] = [];
  let b = 0;
  let a = 0;
  for (const part of diffArrays([...before], [...after])) {
    const count = part.value.length;
    const db = part.added ? 0 : count;
    const da = part.removed ? 0 : count;
    const equal = !part.added && !part.removed;
    const last = runs.at(-1);
    if (last !== undefined && last.equal === equal) {
      runs[runs.length - 1] = {
        equal,
        before: { start: last.before.start, end: b + db },
        after: { start: last.after.start, end: a + da },
      };
    } else {
      runs.push({ equal, before: { start: b, end: b + db }, after: { start: a, end: a + da } });
    }
    b += db;
    a += da;
  }
  return runs;
}

const mirrored = (run: Run): Run => ({ equal: run.equal, before: run.after, after: run.before });

/** Whether the sides are handled in swapped order, so that comparing (x, y) mirrors comparing (y, x). */
function isSwapped(before: readonly string[], after: readonly string[]): boolean {
  if (before.length !== after.length) return before.length > after.length;
  const at = before.findIndex((key, index) => key !== after[index]);
  return at !== -1 && (before[at] ?? "") > (after[at] ?? "");
}

/** Aligns two sequences of keys: alternating equal and changed runs. Mirrors when the sides are swapped. */
export function alignSequence(before: readonly string[], after: readonly string[]): Run[] {
  if (before.length === 0 && after.length === 0) return [];
  return isSwapped(before, after) ? rawRuns(after, before).map(mirrored) : rawRuns(before, after);
}
