import type { Finding } from "@zhenggai/notice";
import { assignOneToOne, unassigned, type ScoredPair } from "./assign.ts";
import { describeFinding, scoresOf, type DescribedFinding } from "./finding-scores.ts";

/** A finding of an older notice that came back in a newer one. */
export type RepeatedFinding = {
  readonly before: Finding;
  readonly after: Finding;
  /** 0 to 1. */
  readonly score: number;
  readonly verdict: "sure" | "unsure";
};

/** A finding without a partner; unsure where one that already has a partner is about as like it (one split in two). */
export type SingleFinding = { readonly finding: Finding; readonly verdict: "sure" | "unsure" };

export type SuccessiveAlignment = {
  readonly repeated: readonly RepeatedFinding[];
  readonly dropped: readonly SingleFinding[];
  readonly fresh: readonly SingleFinding[];
};

/** From here on a pair is the same issue whatever else is like it. */
const certainScore = 0.75;
/** From here on it is, unless another finding of either notice is about as like. */
const sureScore = 0.5;
const leastMargin = 0.1;
/** Below this a pair is nothing; between the two the evidence does not decide. */
const unsureScore = 0.38;

/** The best score that either finding of the pair has with any other. */
function rivalOf(scores: readonly ScoredPair[], pair: ScoredPair): number {
  const rivals = scores.filter((one) => (one.before === pair.before) !== (one.after === pair.after));
  return Math.max(0, ...rivals.map((one) => one.score));
}

function verdictOf(scores: readonly ScoredPair[], pair: ScoredPair): RepeatedFinding["verdict"] {
  if (pair.score >= certainScore) return "sure";
  return pair.score >= sureScore && pair.score - rivalOf(scores, pair) >= leastMargin ? "sure" : "unsure";
}

function singles(findings: readonly Finding[], places: readonly number[], like: readonly number[]): SingleFinding[] {
  return places.flatMap((at) =>
    findings.slice(at, at + 1).map((finding) => ({
      finding,
      verdict: like.includes(at) ? ("unsure" as const) : ("sure" as const),
    })),
  );
}

/**
 * Aligns findings of two successive notices by what they are about, one to one: matters that their titles name, rare
 * characters of the titles without evaluative and general words, topics, and as a weak hint what was done. Swapping the
 * sides mirrors the result. Example: 招商引资质效不高 comes back as 招商引资成效不明显.
 */
export function alignFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  describe: (finding: Finding) => DescribedFinding = describeFinding,
): SuccessiveAlignment {
  const scores = scoresOf(before, after, describe).filter((pair) => pair.score >= unsureScore);
  const pairs = assignOneToOne(scores);
  const rest = unassigned(pairs, { before: before.length, after: after.length });
  const alike = scores.filter((pair) => pair.score >= sureScore);
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
    dropped: singles(
      before,
      rest.before,
      alike.map((pair) => pair.before),
    ),
    fresh: singles(
      after,
      rest.after,
      alike.map((pair) => pair.after),
    ),
  };
}

export type AlignFindings = (before: readonly Finding[], after: readonly Finding[]) => SuccessiveAlignment;

/** Aligns as `alignFindings` does, but reads each finding once, and aligns the same two lists once: for a whole series. */
export function rememberingAligner(): AlignFindings {
  const described = new Map<Finding, DescribedFinding>();
  const aligned = new Map<readonly Finding[], Map<readonly Finding[], SuccessiveAlignment>>();
  const describe = (finding: Finding): DescribedFinding => {
    const known = described.get(finding) ?? describeFinding(finding);
    described.set(finding, known);
    return known;
  };
  return (before, after) => {
    const ofBefore = aligned.get(before) ?? new Map<readonly Finding[], SuccessiveAlignment>();
    aligned.set(before, ofBefore);
    const alignment = ofBefore.get(after) ?? alignFindings(before, after, describe);
    ofBefore.set(after, alignment);
    return alignment;
  };
}
