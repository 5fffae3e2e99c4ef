import type { Sides, Texts } from "./hunk.ts";
import type { Span } from "@zhenggai/notice";
import { likeness } from "./likeness.ts";
import { sliceOf } from "./spans.ts";
import { skeletonKey } from "./text-keys.ts";

/** Clauses that stand in one line of the text. */
type Line = { readonly from: number; readonly to: number; readonly key: string };

type LinePair = readonly [before: number, after: number];

/** How alike two changed lines must be for one to be an edit of the other. */
const leastLikeness = 0.4;
/** Longer stretches are rewritten as a whole. */
const mostLines = 40;

/** Whether a line ends in a clause; most have some twenty characters, and a search costs more to start than to run. */
function holdsBreak(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === 0x0a) return true;
  return false;
}

/** Where the lines end that clauses make, as numbers of clauses. */
function lineEnds(text: string, clauses: readonly Span[]): number[] {
  const ends: number[] = [];
  clauses.forEach((span, at) => {
    if (at === clauses.length - 1 || holdsBreak(text, span)) ends.push(at + 1);
  });
  return ends;
}

/** Whether clauses make no more than one line: most do. */
const isOneLine = (text: string, clauses: readonly Span[]): boolean =>
  clauses.every((span, at) => at === clauses.length - 1 || !holdsBreak(text, span));

const linesAt = (text: string, clauses: readonly Span[], ends: readonly number[]): Line[] =>
  ends.map((to, at) => {
    const from = at === 0 ? 0 : (ends[at - 1] ?? 0);
    const skeletons = clauses.slice(from, to).map((span) => skeletonKey(sliceOf(text, span)));
    return { from, to, key: skeletons.join("") };
  });

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

const part = (clauses: readonly Span[], lines: readonly Line[]): readonly Span[] =>
  clauses.slice(lines[0]?.from ?? 0, lines.at(-1)?.to ?? 0);

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
 * the heading below it in other words are two edits. Null where no lines are alike.
 */
export function linesThatPair(texts: Texts, clauses: Sides<Span>): Sides<Span>[] | null {
  if (isOneLine(texts.before, clauses.before) && isOneLine(texts.after, clauses.after)) return null;
  const ends = { before: lineEnds(texts.before, clauses.before), after: lineEnds(texts.after, clauses.after) };
  const fewer = Math.min(ends.before.length, ends.after.length);
  const more = Math.max(ends.before.length, ends.after.length);
  if (fewer === 0 || more < 2 || more > mostLines) return null;
  const old = linesAt(texts.before, clauses.before, ends.before);
  const young = linesAt(texts.after, clauses.after, ends.after);
  const pairs =
    texts.before > texts.after
      ? pairsInOrder(young, old).map(([after, before]): LinePair => [before, after])
      : pairsInOrder(old, young);
  if (pairs.length === 0 || isBrokenAnew(old, young, pairs)) return null;
  return stretchesBetween(old, young, pairs).map(({ before, after }) => ({
    before: part(clauses.before, before),
    after: part(clauses.after, after),
  }));
}

/** The pairs and what stands between them, in order. */
function stretchesBetween(old: readonly Line[], young: readonly Line[], pairs: readonly LinePair[]): Sides<Line>[] {
  const stretches: Sides<Line>[] = [];
  let [b, a] = [0, 0];
  for (const [before, after] of pairs) {
    stretches.push({ before: old.slice(b, before), after: young.slice(a, after) });
    stretches.push({ before: old.slice(before, before + 1), after: young.slice(after, after + 1) });
    [b, a] = [before + 1, after + 1];
  }
  stretches.push({ before: old.slice(b), after: young.slice(a) });
  return stretches.filter(({ before, after }) => before.length + after.length > 0);
}
