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

/** Nothing is like a pair of the same words. */
const certainScore = 1;
/** From here on a pair is the same issue, unless another finding of either notice is about as like. */
const sureScore = 0.5;
const leastMargin = 0.12;
/** Near 1 there is no room for a margin: there the better one leaves less than this share of the doubt of the other. */
const leastDoubt = 0.5;
/** Below this a pair is nothing; between the two the evidence does not decide. */
const unsureScore = 0.38;

const isClearlyBetter = (score: number, rival: number): boolean =>
  score - rival >= leastMargin || (score > rival && 1 - score <= leastDoubt * (1 - rival));

type Side = "before" | "after";

/** Whether a pair that shares one finding with the chosen one speaks against it: not where its other finding is better off elsewhere. */
function contends(rival: ScoredPair, chosen: ReadonlyMap<number, ScoredPair>, side: Side): boolean {
  const better = chosen.get(rival[side]);
  return better === undefined || !isClearlyBetter(better.score, rival.score);
}

type Rivals = {
  readonly scores: readonly ScoredPair[];
  readonly chosen: { readonly [side in Side]: ReadonlyMap<number, ScoredPair> };
};

function rivalsOf(scores: readonly ScoredPair[], pairs: readonly ScoredPair[]): Rivals {
  const by = (side: Side) => new Map(pairs.map((pair) => [pair[side], pair] as const));
  return { scores, chosen: { before: by("before"), after: by("after") } };
}

function verdictOf(pair: ScoredPair, { scores, chosen }: Rivals): RepeatedFinding["verdict"] {
  if (pair.score >= certainScore) return "sure";
  if (pair.score < sureScore) return "unsure";
  const hasRival = scores.some((one) => {
    const isOfBefore = one.before === pair.before;
    if (isOfBefore === (one.after === pair.after) || isClearlyBetter(pair.score, one.score)) return false;
    return isOfBefore ? contends(one, chosen.after, "after") : contends(one, chosen.before, "before");
  });
  return hasRival ? "unsure" : "sure";
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
  const rivals = rivalsOf(scores, pairs);
  const rest = unassigned(pairs, { before: before.length, after: after.length });
  const alike = scores.filter((pair) => pair.score >= sureScore);
  return {
    repeated: pairs.flatMap((pair) =>
      before.slice(pair.before, pair.before + 1).flatMap((one) =>
        after.slice(pair.after, pair.after + 1).map((other) => ({
          before: one,
          after: other,
          score: pair.score,
          verdict: verdictOf(pair, rivals),
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
