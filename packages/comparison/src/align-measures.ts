import { assignOneToOne, type ScoredPair } from "./assign.ts";
import { bigramDice } from "./bigram-dice.ts";
import { joinMeasures } from "./join-measures.ts";
import { isLike, likeness, probeLikeness } from "./likeness.ts";
import { orderedBy } from "./ordered-by.ts";
import { gapsOf, nothingPaired, pairEqual, pairInPlace, withPairs, type Pairing } from "./pairing.ts";
import type { FindingRegion, MeasureRegion } from "./regions.ts";
import { trimmedSlice } from "./spaces.ts";
import { sliceOf } from "./spans.ts";
import { splitMeasures, type OtherMeasures } from "./split-measures.ts";
import { foldTypography } from "./typography.ts";

export type MeasurePair = { readonly before: MeasureRegion; readonly after: MeasureRegion };

/** Measures of a finding in both versions, those of only one, in order. */
export type MeasureAlignment = {
  readonly pairs: readonly MeasurePair[];
  readonly added: readonly MeasureRegion[];
  readonly removed: readonly MeasureRegion[];
};

type Texts = { readonly before: string; readonly after: string };

/** A third of a measure at one end or the other is enough where it stands between the same neighbours at the same place. */
const leastLikeness = 0.33;
const leastAnywhere = 0.5;
const leastScore = 0.4;
/** What is left between the same neighbours may be less alike than what is looked for anywhere. */
const leastScoreInGap = 0.2;

/** Pairs by shared bigrams: first what is clearly alike wherever it stands, then the best of what is left in each gap. */
function pairByWords(pairing: Pairing, before: readonly string[], after: readonly string[]): Pairing {
  if (pairing.before.length === 0 || pairing.after.length === 0) return pairing;
  const scored = bigramDice(
    pairing.before.map((at) => foldTypography(before[at] ?? "")),
    pairing.after.map((at) => foldTypography(after[at] ?? "")),
    leastScoreInGap,
  ).map((pair) => ({
    before: pairing.before[pair.before] ?? 0,
    after: pairing.after[pair.after] ?? 0,
    score: pair.score,
  }));
  if (scored.length === 0) return pairing;
  const alike = withPairs(pairing, assignOneToOne(scored.filter((pair) => pair.score >= leastScore)));
  const gaps = gapsOf(alike).flatMap((gap) =>
    assignOneToOne(scored.filter((pair) => gap.before.includes(pair.before) && gap.after.includes(pair.after))),
  );
  return withPairs(alike, gaps);
}

type AlikeOf = (before: number, after: number) => number;

/** Measures by how alike they are at their ends or in between, each pair looked at once; 0 where that is too little anywhere. */
function alikeness(before: readonly string[], after: readonly string[]): AlikeOf {
  const known = new Map<number, number>();
  return (one, other) => {
    const key = one * after.length + other;
    const found = known.get(key);
    if (found !== undefined) return found;
    const [old, young] = [before[one] ?? "", after[other] ?? ""];
    const ends = likeness(old, young);
    const score = ends >= leastAnywhere ? ends : Math.max(ends, probeLikeness(old, young, leastLikeness));
    known.set(key, score);
    return score;
  };
}

/** More combinations than this are cheaper to tell apart by an index of their words. */
const fewCombinations = 64;

/** Pairs the few that are left by how alike they are, the best first. */
function pairAlike(pairing: Pairing, alikeOf: AlikeOf): Pairing {
  if (pairing.before.length * pairing.after.length > fewCombinations) return pairing;
  const scored: ScoredPair[] = [];
  for (const before of pairing.before)
    for (const after of pairing.after) {
      const score = alikeOf(before, after);
      if (score >= leastAnywhere) scored.push({ before, after, score });
    }
  return scored.length === 0 ? pairing : withPairs(pairing, assignOneToOne(scored));
}

const shortestOpening = 4;
const openingMarks = "，。；：,;:";
const endsAt = (words: string, at: number): boolean => at >= words.length || openingMarks.includes(words.charAt(at));

/** Whether two measures open with the same words before their first mark. */
function openAlike(one: string, other: string): boolean {
  let at = 0;
  while (!endsAt(one, at) && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at >= shortestOpening && endsAt(one, at) && endsAt(other, at);
}

/** Pairs what is left alone in a gap on both sides and opens with the same words: the rest of the measure was cut or written anew. */
function pairByOpening(pairing: Pairing, before: readonly string[], after: readonly string[]): Pairing {
  const found = gapsOf(pairing).flatMap(({ before: old, after: young }) => {
    const [one, other] = [old[0], young[0]];
    if (old.length !== 1 || young.length !== 1 || one === undefined || other === undefined) return [];
    return openAlike(before[one] ?? "", after[other] ?? "") ? [{ before: one, after: other, score: leastScore }] : [];
  });
  return found.length === 0 ? pairing : withPairs(pairing, found);
}

const wordsOf = (text: string, regions: readonly MeasureRegion[]): string[] =>
  regions.map((region) => trimmedSlice(text, region.body));

/** Whether a measure of one list stands, unchanged, at another place of the other list. */
const isElsewhere = (words: readonly string[], others: readonly string[], at: number): boolean =>
  words[at] !== others[at] && (others.includes(words[at] ?? "") || words.includes(others[at] ?? ""));

/** Of more measures than this it is cheaper to look all up by their words. */
const fewMeasures = 32;

/**
 * As many measures on both sides, each paired with its like at the same place: most often all have theirs there. Null where that would not
 * do: some have none, and one of all stands elsewhere unchanged.
 */
function pairStanding(
  nothing: Pairing,
  before: readonly string[],
  after: readonly string[],
  alikeOf: AlikeOf,
): Pairing | null {
  if (before.length !== after.length) return null;
  const standing = nothing.before.filter(
    (at) => isLike(before[at] ?? "", after[at] ?? "", leastLikeness) || alikeOf(at, at) >= leastLikeness,
  );
  const isEach = standing.length === before.length;
  if (!isEach && (before.length > fewMeasures || nothing.before.some((at) => isElsewhere(before, after, at))))
    return null;
  return withPairs(
    nothing,
    standing.map((at) => ({ before: at, after: at, score: 1 })),
  );
}

/** Pairs what is the same on both sides, wherever it stands, and then its neighbours with their likes. */
function pairUnmoved(nothing: Pairing, before: readonly string[], after: readonly string[], alikeOf: AlikeOf): Pairing {
  const equal = pairEqual(
    nothing,
    (at) => before[at] ?? "",
    (at) => after[at] ?? "",
  );
  return pairInPlace(equal, (one, other) => alikeOf(one, other) >= leastLikeness);
}

function pairMeasures(texts: Texts, before: readonly MeasureRegion[], after: readonly MeasureRegion[]): Pairing {
  const nothing = nothingPaired(before.length, after.length);
  const [old, young] = [wordsOf(texts.before, before), wordsOf(texts.after, after)];
  const alikeOf = alikeness(old, young);
  const standing = pairStanding(nothing, old, young, alikeOf);
  if (standing?.before.length === 0) return standing;
  const likely = standing ?? pairUnmoved(nothing, old, young, alikeOf);
  const inPlace = pairAlike(likely, alikeOf);
  if (inPlace.before.length === 0 || inPlace.after.length === 0) return inPlace;
  return pairByOpening(pairByWords(inPlace, old, young), old, young);
}

function alignmentOf(
  pairing: Pairing,
  before: readonly MeasureRegion[],
  after: readonly MeasureRegion[],
): MeasureAlignment {
  const pairs: MeasurePair[] = [];
  for (const pair of orderedBy(pairing.pairs, (one) => one.before)) {
    const [one, other] = [before[pair.before], after[pair.after]];
    if (one !== undefined && other !== undefined) pairs.push({ before: one, after: other });
  }
  return {
    pairs,
    added: pairing.after.flatMap((at) => after.slice(at, at + 1)),
    removed: pairing.before.flatMap((at) => before.slice(at, at + 1)),
  };
}

const align = (texts: Texts, before: readonly MeasureRegion[], after: readonly MeasureRegion[]): MeasureAlignment =>
  alignmentOf(pairMeasures(texts, before, after), before, after);

/** What the measures of one version look like to the other. */
const asSeen = (text: string, missing: readonly MeasureRegion[], all: readonly MeasureRegion[]): OtherMeasures => ({
  missing: missing.map((region) => sliceOf(text, region.body).trim()),
  enumerators: all.map((region) => sliceOf(text, region.numbering)),
});

/**
 * Aligns the measures of a finding by their words. Where a reading ran measures together that the other keeps apart, they
 * are cut and aligned again.
 */
export function alignMeasures(texts: Texts, before: FindingRegion, after: FindingRegion): MeasureAlignment {
  const first = align(texts, before.measures, after.measures);
  if (first.added.length + first.removed.length === 0) return first;
  const old = splitMeasures(texts.before, before.measures, asSeen(texts.after, first.added, after.measures));
  const young = splitMeasures(texts.after, after.measures, asSeen(texts.before, first.removed, before.measures));
  const isCut = isOtherwise(old, before.measures) || isOtherwise(young, after.measures);
  const second = isCut ? align(texts, old, young) : first;
  if (second.added.length + second.removed.length === 0) return second;
  // The pairs are of these very regions: uncut, the copies that splitting made are in none.
  const sides = isCut ? { before: old, after: young } : { before: before.measures, after: after.measures };
  const whole = joinMeasures(texts, sides, second.pairs);
  const isWhole = whole.before === sides.before && whole.after === sides.after;
  return isWhole ? second : align(texts, whole.before, whole.after);
}

const isOtherwise = (cut: readonly MeasureRegion[], whole: readonly MeasureRegion[]): boolean =>
  cut.length > whole.length || cut.some((region, at) => region.body.start !== whole[at]?.body.start);
