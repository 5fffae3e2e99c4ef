import { assignOneToOne, pairEqualKeys, unassigned, type ScoredPair } from "./assign.ts";
import { longestInOrder } from "./in-order.ts";
import type { FindingRegion, MeasureRegion, NoticeRegions } from "./regions.ts";
import { similarities } from "./similarity.ts";
import { sliceOf } from "./spans.ts";
import { splitMeasures } from "./split-measures.ts";
import { canonicalKey } from "./text-keys.ts";
import { foldTypography } from "./typography.ts";

type Pair<Region> = {
  readonly before: Region;
  readonly after: Region;
  /** Whether it left its place among the others. */
  readonly moved: boolean;
};

type Alignment<Region> = {
  readonly pairs: readonly Pair<Region>[];
  readonly added: readonly Region[];
  readonly removed: readonly Region[];
};

/** A finding in both versions, with its measures aligned. */
export type FindingPair = Pair<FindingRegion> & { readonly measures: Alignment<MeasureRegion> };

export type FindingAlignment = Omit<Alignment<FindingRegion>, "pairs"> & { readonly pairs: readonly FindingPair[] };

const leastMeasureScore = 0.4;
const leastScoreInGap = 0.2;
const leastFindingScore = 0.5;

/** Pairs in document order, each told whether it moved; the same choice from either side. */
function toAlignment<Region>(
  pairs: readonly ScoredPair[],
  before: readonly Region[],
  after: readonly Region[],
  isSwapped: boolean,
): Alignment<Region> {
  const ordered = isSwapped ? [...pairs].sort((one, other) => one.after - other.after) : pairs;
  const kept = longestInOrder(ordered.map((pair) => (isSwapped ? pair.before : pair.after)));
  const stays = new Set(ordered.filter((_, at) => kept.has(at)));
  const rest = unassigned(pairs, { before: before.length, after: after.length });
  const at = (list: readonly Region[], index: number): Region[] => list.slice(index, index + 1);
  return {
    pairs: pairs.flatMap((pair) =>
      at(before, pair.before).flatMap((one) =>
        at(after, pair.after).map((other) => ({ before: one, after: other, moved: !stays.has(pair) })),
      ),
    ),
    added: rest.after.flatMap((index) => at(after, index)),
    removed: rest.before.flatMap((index) => at(before, index)),
  };
}

/** Pairs the positions left over by earlier passes with those that a key makes equal. */
function addEqual(pairs: readonly ScoredPair[], before: readonly string[], after: readonly string[]): ScoredPair[] {
  const rest = unassigned(pairs, { before: before.length, after: after.length });
  const more = pairEqualKeys(
    rest.before.map((at) => before[at] ?? ""),
    rest.after.map((at) => after[at] ?? ""),
  );
  return [...pairs, ...more.map((pair) => moreOf(pair, rest))];
}

const moreOf = (pair: ScoredPair, rest: { before: number[]; after: number[] }): ScoredPair => ({
  before: rest.before[pair.before] ?? 0,
  after: rest.after[pair.after] ?? 0,
  score: pair.score,
});

const inOrder = (pairs: readonly ScoredPair[]): ScoredPair[] =>
  [...pairs].sort((one, other) => one.before - other.before);

/** Aligns measures of one finding by their words. */
function alignMeasures(
  texts: { before: string; after: string },
  before: readonly MeasureRegion[],
  after: readonly MeasureRegion[],
  isSwapped: boolean,
): Alignment<MeasureRegion> {
  const old = before.map((region) => canonicalKey(sliceOf(texts.before, region.body)));
  const young = after.map((region) => canonicalKey(sliceOf(texts.after, region.body)));
  const exact = pairEqualKeys(old, young);
  const rest = unassigned(exact, { before: old.length, after: young.length });
  const scores = similarities(
    rest.before.map((at) => old[at] ?? ""),
    rest.after.map((at) => young[at] ?? ""),
  );
  const scored = scores.flatMap((row, one) =>
    [...row]
      .map(([other, score]) => ({ before: one, after: other, score }))
      .filter((pair) => pair.score >= leastScoreInGap),
  );
  const alike = assignOneToOne(scored.filter((pair) => pair.score >= leastMeasureScore));
  const pairs = [...exact, ...alike.map((pair) => moreOf(pair, rest))];
  const between = inOneGap(
    pairs,
    scored.map((pair) => moreOf(pair, rest)),
  );
  return toAlignment(inOrder([...pairs, ...between]), before, after, isSwapped);
}

/** Pairs that are less alike, but the only ones left between the same neighbours on both sides. */
function inOneGap(pairs: readonly ScoredPair[], scored: readonly ScoredPair[]): ScoredPair[] {
  const gapOf = (side: "before" | "after", at: number): string => {
    const lower = pairs.filter((pair) => pair[side] < at).map((pair) => pair[side]);
    const higher = pairs.filter((pair) => pair[side] > at).map((pair) => pair[side]);
    return `${pairAt(pairs, side, Math.max(...lower))}|${pairAt(pairs, side, Math.min(...higher))}`;
  };
  const taken = new Set(pairs.flatMap((pair) => [`b${pair.before}`, `a${pair.after}`]));
  const open = scored.filter((pair) => !taken.has(`b${pair.before}`) && !taken.has(`a${pair.after}`));
  return assignOneToOne(open.filter((pair) => gapOf("before", pair.before) === gapOf("after", pair.after)));
}

const pairAt = (pairs: readonly ScoredPair[], side: "before" | "after", at: number): number =>
  pairs.findIndex((pair) => pair[side] === at);

/** As above; where a reading ran measures together that the other keeps apart, they are cut and aligned again. */
function alignSplitMeasures(
  texts: { before: string; after: string },
  before: FindingRegion,
  after: FindingRegion,
  isSwapped: boolean,
): Alignment<MeasureRegion> {
  const first = alignMeasures(texts, before.measures, after.measures, isSwapped);
  const words = (text: string) => (region: MeasureRegion) => sliceOf(text, region.body).trim();
  const old = splitMeasures(texts.before, before.measures, first.added.map(words(texts.after)));
  const young = splitMeasures(texts.after, after.measures, first.removed.map(words(texts.before)));
  const isCut = old.length > before.measures.length || young.length > after.measures.length;
  return isCut ? alignMeasures(texts, old, young, isSwapped) : first;
}

const titleOf = (region: FindingRegion): string => foldTypography(region.finding.title);

const measuresOf = (region: FindingRegion): string =>
  region.measures.map((measure) => foldTypography(measure.measure.text)).join("");

/** How well findings of two versions fit: by title, by measures, or by both together. */
function findingScores(before: readonly FindingRegion[], after: readonly FindingRegion[]): ScoredPair[] {
  const titles = similarities(before.map(titleOf), after.map(titleOf));
  const measures = similarities(before.map(measuresOf), after.map(measuresOf));
  return before.flatMap((region, at) => {
    const candidates = new Set([...(titles[at]?.keys() ?? []), ...(measures[at]?.keys() ?? [])]);
    return [...candidates].flatMap((other) => {
      const title = titles[at]?.get(other) ?? 0;
      const done = measures[at]?.get(other) ?? 0;
      const isBare = region.measures.length === 0 || after[other]?.measures.length === 0;
      const score = isBare ? title : Math.max(0.55 * title + 0.45 * done, 0.8 * title, 0.9 * done);
      return score >= leastFindingScore ? [{ before: at, after: other, score }] : [];
    });
  });
}

function pairFindings(before: readonly FindingRegion[], after: readonly FindingRegion[]): ScoredPair[] {
  const whole = (region: FindingRegion) => `${titleOf(region)}|${measuresOf(region)}`;
  let pairs: ScoredPair[] = pairEqualKeys(before.map(whole), after.map(whole));
  pairs = addEqual(pairs, before.map(titleOf), after.map(titleOf));
  const rest = unassigned(pairs, { before: before.length, after: after.length });
  const scored = findingScores(
    rest.before.flatMap((at) => before.slice(at, at + 1)),
    rest.after.flatMap((at) => after.slice(at, at + 1)),
  );
  return inOrder([...pairs, ...assignOneToOne(scored).map((pair) => moreOf(pair, rest))]);
}

/**
 * Aligns the findings of two versions of one notice by content, never by number, and the measures of each pair.
 * A finding with a new title is recognized by its measures, one with new measures by its title.
 */
export function alignRegions(before: NoticeRegions, after: NoticeRegions): FindingAlignment {
  const isSwapped = before.text > after.text;
  const texts = { before: before.text, after: after.text };
  const pairs = pairFindings(before.findings, after.findings);
  const alignment = toAlignment(pairs, before.findings, after.findings, isSwapped);
  return {
    ...alignment,
    pairs: alignment.pairs.map(({ before: one, after: other, moved }) => {
      const measures = alignSplitMeasures(texts, one, other, isSwapped);
      return { before: one, after: other, moved, measures };
    }),
  };
}
