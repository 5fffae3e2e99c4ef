import type { Finding } from "@zhenggai/notice";
import { assignOneToOne, unassigned, type ScoredPair } from "./assign.ts";
import { coreTitle } from "./core-title.ts";
import { containment, diceOf, overlapsOf, rarityOf, similarities, type Overlap } from "./similarity.ts";
import { foldTypography } from "./typography.ts";

/** A finding of an older notice that came back in a newer one. */
export type RepeatedFinding = {
  readonly before: Finding;
  readonly after: Finding;
  /** 0 to 1. */
  readonly score: number;
  readonly verdict: "sure" | "unsure";
};

export type SuccessiveAlignment = {
  readonly repeated: readonly RepeatedFinding[];
  readonly dropped: readonly Finding[];
  readonly fresh: readonly Finding[];
};

/** From here on a pair is the same issue whatever else is like it. */
const certainScore = 0.75;
/** From here on it is, unless another finding of either notice is about as like. */
const sureScore = 0.45;
const leastMargin = 0.12;
/** Below this a pair is nothing; between the two the evidence does not decide. */
const unsureScore = 0.22;
/** A shorter core is too general to be found inside a longer one. */
const leastCore = 4;

const doneFor = (finding: Finding): string => finding.measures.map((measure) => foldTypography(measure.text)).join("");

/** Dice, with credit for a short title that stands inside a long one. */
function titleScore(overlap: Overlap, shorter: number): number {
  const dice = diceOf(overlap);
  return shorter < leastCore ? dice : 0.6 * dice + 0.4 * containment(overlap);
}

function scoresOf(before: readonly Finding[], after: readonly Finding[]): ScoredPair[] {
  const old = before.map((finding) => coreTitle(finding.title));
  const young = after.map((finding) => coreTitle(finding.title));
  const titles = overlapsOf(old, young, rarityOf([...old, ...young]));
  const done = similarities(before.map(doneFor), after.map(doneFor));
  return titles.flatMap((row, at) =>
    [...row].flatMap(([other, overlap]) => {
      const shorter = Math.min(old[at]?.length ?? 0, young[other]?.length ?? 0);
      const title = titleScore(overlap, shorter);
      // Measures never make a match of unlike titles; they decide between pairs whose titles fit about equally well.
      const score = Math.min(1, title + 0.15 * title * (done[at]?.get(other) ?? 0));
      return score >= unsureScore ? [{ before: at, after: other, score: Number(score.toFixed(3)) }] : [];
    }),
  );
}

/** The best score that either finding of the pair has with any other. */
function rivalOf(scores: readonly ScoredPair[], pair: ScoredPair): number {
  const rivals = scores.filter((one) => (one.before === pair.before) !== (one.after === pair.after));
  return Math.max(0, ...rivals.map((one) => one.score));
}

function verdictOf(scores: readonly ScoredPair[], pair: ScoredPair): RepeatedFinding["verdict"] {
  if (pair.score >= certainScore) return "sure";
  return pair.score >= sureScore && pair.score - rivalOf(scores, pair) >= leastMargin ? "sure" : "unsure";
}

/**
 * Aligns findings of two successive notices by what they are about: rarity-weighted character bigrams of the titles,
 * evaluative words left out, one to one. Example: 招商引资质效不高 comes back as 招商引资成效不明显.
 */
export function alignFindings(before: readonly Finding[], after: readonly Finding[]): SuccessiveAlignment {
  const scores = scoresOf(before, after);
  const pairs = assignOneToOne(scores);
  const rest = unassigned(pairs, { before: before.length, after: after.length });
  return {
    repeated: pairs.flatMap((pair) =>
      before.slice(pair.before, pair.before + 1).flatMap((one) =>
        after.slice(pair.after, pair.after + 1).map((other) => ({
          before: one,
          after: other,
          score: pair.score,
          verdict: verdictOf(scores, pair),
        })),
      ),
    ),
    dropped: rest.before.flatMap((at) => before.slice(at, at + 1)),
    fresh: rest.after.flatMap((at) => after.slice(at, at + 1)),
  };
}
