import type { Texts } from "./hunk.ts";
import { likeness } from "./likeness.ts";
import type { KeyedClauses, KeyedSides } from "./prose-hunks.ts";
import { sliceOf } from "./spans.ts";

/** Clauses that stand in one line of the text. */
type Line = { readonly from: number; readonly to: number; readonly key: string };

type LinePair = readonly [before: number, after: number];

/** How alike two changed lines must be for one to be an edit of the other. */
const leastLikeness = 0.4;
/** Longer stretches are rewritten as a whole. */
const mostLines = 40;

function linesOf(text: string, clauses: KeyedClauses): Line[] {
  const lines: Line[] = [];
  let from = 0;
  clauses.spans.forEach((span, at) => {
    if (at < clauses.spans.length - 1 && !sliceOf(text, span).includes("\n")) return;
    const key = clauses.keys
      .slice(from, at + 1)
      .map((one) => one.skeleton)
      .join("");
    lines.push({ from, to: at + 1, key });
    from = at + 1;
  });
  return lines;
}

/** Pairs of like lines in order, the likest together. */
function pairsInOrder(before: readonly Line[], after: readonly Line[]): LinePair[] {
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const scoreOf = (b: number, a: number): number => {
    const score = likeness(before[b]?.key ?? "", after[a]?.key ?? "");
    return score >= leastLikeness ? score : -1;
  };
  const at = (b: number, a: number): number => best[b * width + a] ?? 0;
  for (let b = before.length - 1; b >= 0; b -= 1)
    for (let a = after.length - 1; a >= 0; a -= 1)
      best[b * width + a] = Math.max(at(b + 1, a), at(b, a + 1), scoreOf(b, a) + at(b + 1, a + 1));
  const pairs: LinePair[] = [];
  for (let [b, a] = [0, 0]; b < before.length && a < after.length;) {
    const score = scoreOf(b, a);
    if (score >= 0 && at(b, a) === score + at(b + 1, a + 1)) pairs.push([b++, a++]);
    else if (at(b + 1, a) >= at(b, a + 1)) b += 1;
    else a += 1;
  }
  return pairs;
}

const part = (clauses: KeyedClauses, lines: readonly Line[]): KeyedClauses => {
  const [from, to] = [lines[0]?.from ?? 0, lines.at(-1)?.to ?? 0];
  return { spans: clauses.spans.slice(from, to), keys: clauses.keys.slice(from, to) };
};

const shortestPassage = 8;

/** Whether what has no pair on one side stands on the other: the same paragraph, broken into other lines. */
function isBrokenAnew(old: readonly Line[], young: readonly Line[], pairs: readonly LinePair[]): boolean {
  const isIn = (lines: readonly Line[], paired: ReadonlySet<number>, others: readonly Line[]): boolean => {
    const words = others.map((line) => line.key).join("");
    return lines.some(({ key }, at) => !paired.has(at) && key.length >= shortestPassage && words.includes(key));
  };
  const [before, after] = [new Set(pairs.map(([one]) => one)), new Set(pairs.map(([, other]) => other))];
  return isIn(old, before, young) || isIn(young, after, old);
}

/**
 * Cuts a changed stretch of clauses where a line of the one side is an edit of a line of the other: a paragraph taken out and
 * the heading below it in other words are two edits. The stretch itself where no lines are alike.
 */
export function atLines(texts: Texts, sides: KeyedSides): KeyedSides[] {
  const [old, young] = [linesOf(texts.before, sides.before), linesOf(texts.after, sides.after)];
  const [fewer, more] = [Math.min(old.length, young.length), Math.max(old.length, young.length)];
  if (fewer === 0 || more < 2 || more > mostLines) return [sides];
  const isTurned = texts.before > texts.after;
  const pairs = isTurned
    ? pairsInOrder(young, old).map(([after, before]): LinePair => [before, after])
    : pairsInOrder(old, young);
  if (pairs.length === 0 || isBrokenAnew(old, young, pairs)) return [sides];
  const stretches: KeyedSides[] = [];
  const push = (before: readonly Line[], after: readonly Line[]): void => {
    if (before.length + after.length > 0)
      stretches.push({ before: part(sides.before, before), after: part(sides.after, after) });
  };
  let [b, a] = [0, 0];
  for (const [before, after] of pairs) {
    push(old.slice(b, before), young.slice(a, after));
    push(old.slice(before, before + 1), young.slice(after, after + 1));
    [b, a] = [before + 1, after + 1];
  }
  push(old.slice(b), young.slice(a));
  return stretches;
}
