import { longestInOrder } from "./in-order.ts";
import { spanOf } from "./spans.ts";
import { shortestEdit, type Matches } from "./shortest-edit.ts";

/** A stretch of two sequences, `[start, end)` on each side; equal stretches are as long on both. */
export type Run = {
  readonly equal: boolean;
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
};

/** Elements that occur once on both sides, those that kept their order: linear, if not always minimal. */
function anchors(before: Int32Array, after: Int32Array): Matches {
  const countOf = (ids: Int32Array): Map<number, number> => {
    const counts = new Map<number, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const [old, young] = [countOf(before), countOf(after)];
  const place = new Map<number, number>();
  after.forEach((id, at) => place.set(id, at));
  const single = Array.from(before, (id, at) => ({ id, at })).filter(
    ({ id }) => old.get(id) === 1 && young.get(id) === 1,
  );
  const goals = single.map(({ id }) => place.get(id) ?? 0);
  const kept = longestInOrder(goals);
  return {
    before: single.filter((_, at) => kept.has(at)).map(({ at }) => at),
    after: goals.filter((_, at) => kept.has(at)),
  };
}

/** Numbers for keys; keys that only one side has get none: they match nothing. */
function commonIds(before: readonly string[], after: readonly string[]) {
  const numbers = new Map<string, number>();
  for (const key of after) if (!numbers.has(key)) numbers.set(key, numbers.size);
  const shared = new Set<number>();
  const old: number[] = [];
  const oldAt: number[] = [];
  before.forEach((key, at) => {
    const id = numbers.get(key);
    if (id === undefined) return;
    shared.add(id);
    old.push(id);
    oldAt.push(at);
  });
  const young: number[] = [];
  const youngAt: number[] = [];
  if (shared.size > 0)
    after.forEach((key, at) => {
      const id = numbers.get(key) ?? -1;
      if (!shared.has(id)) return;
      young.push(id);
      youngAt.push(at);
    });
  return { before: { ids: Int32Array.from(old), at: oldAt }, after: { ids: Int32Array.from(young), at: youngAt } };
}

/** Sequences of a few clauses are aligned by the plain table: building anything else costs more. */
const smallTable = 100;

/** Lengths of the longest common subsequence from each pair of places on, a row of `width` for each place in `before`. */
function commonLengths(before: readonly string[], after: readonly string[], width: number): Uint8Array {
  const lengths = new Uint8Array((before.length + 1) * width);
  for (let b = before.length - 1; b >= 0; b -= 1)
    for (let a = after.length - 1; a >= 0; a -= 1) {
      const here = b * width + a;
      lengths[here] =
        before[b] === after[a]
          ? (lengths[here + width + 1] ?? 0) + 1
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  return lengths;
}

function matchesOfFew(before: readonly string[], after: readonly string[]): Matches {
  const width = after.length + 1;
  const lengths = commonLengths(before, after, width);
  const matches: Matches = { before: [], after: [] };
  for (let b = 0, a = 0; b < before.length && a < after.length;) {
    const here = b * width + a;
    if (before[b] === after[a]) {
      matches.before.push(b);
      matches.after.push(a);
      b += 1;
      a += 1;
    } else if ((lengths[here + width] ?? 0) >= (lengths[here + 1] ?? 0)) b += 1;
    else a += 1;
  }
  return matches;
}

function matchesOf(before: readonly string[], after: readonly string[]): Matches {
  if (before.length * after.length <= smallTable) return matchesOfFew(before, after);
  const common = commonIds(before, after);
  const [old, young] = [common.before.ids, common.after.ids];
  if (old.length === 0 || young.length === 0) return { before: [], after: [] };
  const found = shortestEdit(old, young) ?? anchors(old, young);
  return {
    before: found.before.map((at) => common.before.at[at] ?? 0),
    after: found.after.map((at) => common.after.at[at] ?? 0),
  };
}

/** Appends the matches as equal runs, and what lies between them as changed ones. */
function addRuns(runs: Run[], matches: Matches, head: number, ends: { before: number; after: number }): void {
  let [b, a] = [head, head];
  const { before, after } = matches;
  for (let at = 0; at < before.length;) {
    const [start, young] = [(before[at] ?? 0) + head, (after[at] ?? 0) + head];
    let length = 1;
    while (before[at + length] === start - head + length && after[at + length] === young - head + length) length += 1;
    if (start > b || young > a) runs.push({ equal: false, before: spanOf(b, start), after: spanOf(a, young) });
    b = start + length;
    a = young + length;
    runs.push({ equal: true, before: spanOf(start, b), after: spanOf(young, a) });
    at += length;
  }
  if (b < ends.before || a < ends.after)
    runs.push({ equal: false, before: spanOf(b, ends.before), after: spanOf(a, ends.after) });
}

const mirrored = (run: Run): Run => ({ equal: run.equal, before: run.after, after: run.before });

/** Whether the sides are handled in swapped order, so that comparing (x, y) mirrors comparing (y, x). */
function isSwapped(before: readonly string[], after: readonly string[], head: number): boolean {
  if (before.length !== after.length) return before.length > after.length;
  return (before[head] ?? "") > (after[head] ?? "");
}

const noMatches: Matches = { before: [], after: [] };

function rawRuns(before: readonly string[], after: readonly string[], head: number): Run[] {
  const shorter = Math.min(before.length, after.length);
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const ends = { before: before.length - tail, after: after.length - tail };
  const runs: Run[] = [];
  if (head > 0) runs.push({ equal: true, before: spanOf(0, head), after: spanOf(0, head) });
  const isOneSided = ends.before === head || ends.after === head;
  const inner = isOneSided ? noMatches : matchesOf(before.slice(head, ends.before), after.slice(head, ends.after));
  addRuns(runs, inner, head, ends);
  if (tail > 0)
    runs.push({
      equal: true,
      before: spanOf(ends.before, before.length),
      after: spanOf(ends.after, after.length),
    });
  return runs;
}

/** Equal runs that touch are one. */
function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && last.equal === run.equal)
      joined[joined.length - 1] = {
        equal: run.equal,
        before: spanOf(last.before.start, run.before.end),
        after: spanOf(last.after.start, run.after.end),
      };
    else joined.push(run);
  }
  return joined;
}

/**
 * Aligns two sequences of keys: alternating equal and changed runs. Mirrors when the sides are swapped. Minimal up to 300
 * edits among what both sides have; beyond that in linear time along what occurs once.
 */
export function alignSequence(before: readonly string[], after: readonly string[]): Run[] {
  if (before.length === 0 && after.length === 0) return [];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  const runs = isSwapped(before, after, head)
    ? rawRuns(after, before, head).map(mirrored)
    : rawRuns(before, after, head);
  return joinedRuns(runs);
}
