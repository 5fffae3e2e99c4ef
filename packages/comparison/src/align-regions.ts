import { alignMeasures, type MeasureAlignment } from "./align-measures.ts";
import { assignOneToOne, type ScoredPair } from "./assign.ts";
import { bigramDice } from "./bigram-dice.ts";
import { clausesOf, lengthOf, longClause } from "./finding-clauses.ts";
import { pairByKeptClauses } from "./kept-clauses.ts";
import { likeness, probeLikeness } from "./likeness.ts";
import { orderedBy } from "./ordered-by.ts";
import { nothingPaired, pairEqual, pairInPlace, withPairs, type Pairing } from "./pairing.ts";
import type { FindingRegion, NoticeRegions } from "./regions.ts";
import { trimmedSlice } from "./spaces.ts";
import { sliceOf } from "./spans.ts";
import { foldTypography } from "./typography.ts";

/** A finding in both versions, with its measures aligned. */
export type FindingPair = {
  readonly before: FindingRegion;
  readonly after: FindingRegion;
  /** Whether both say exactly the same after their enumerators; their measures are not looked at. */
  readonly isIdentical: boolean;
  readonly measures: MeasureAlignment;
};

export type FindingAlignment = {
  readonly pairs: readonly FindingPair[];
  readonly added: readonly FindingRegion[];
  readonly removed: readonly FindingRegion[];
};

/** How much of two titles must stand at their ends for the findings at one place to be the same. */
const leastLikeness = 0.6;
/** Shared clauses say less than shared words do, so that what they leave in doubt is looked at by words. */
const leastScoreByClauses = 0.6;
const leastScore = 0.5;

type Side = {
  readonly text: string;
  readonly findings: readonly FindingRegion[];
  /** Folded titles of the findings, made when they are asked for. */
  readonly titleAt: (at: number) => string;
};

function sideOf({ text, findings }: NoticeRegions): Side {
  const titles: string[] = [];
  return {
    text,
    findings,
    titleAt: (at) => (titles[at] ??= foldTypography(findings[at]?.finding.title ?? "")),
  };
}

const wordsOf = (side: Side, at: number): string => {
  const region = side.findings[at];
  return region === undefined ? "" : trimmedSlice(side.text, { start: region.numbering.end, end: region.whole.end });
};

const bodiesOf = (side: Side, at: number): string[] =>
  (side.findings[at]?.measures ?? []).map((region) => sliceOf(side.text, region.body));

const isBare = (side: Side, at: number): boolean => (side.findings[at]?.measures.length ?? 0) === 0;

/** Titles that only one open finding has; a title that two share says nothing. */
function uniqueTitle(side: Side, open: readonly number[]): (at: number) => string {
  const counts = new Map<string, number>();
  for (const at of open) counts.set(side.titleAt(at), (counts.get(side.titleAt(at)) ?? 0) + 1);
  return (at) => {
    const title = side.titleAt(at);
    return counts.get(title) === 1 && title !== "" ? title : `\u0000${at}`;
  };
}

function pairByTitle(pairing: Pairing, before: Side, after: Side): Pairing {
  const [old, young] = [uniqueTitle(before, pairing.before), uniqueTitle(after, pairing.after)];
  return pairEqual(pairing, old, (at) => (young(at).startsWith("\u0000") ? `\u0001${at}` : young(at)));
}

type Scores = (before: readonly number[], after: readonly number[]) => ScoredPair[];

/** A clause that stands in more findings than this is a phrase of the genre. */
const mostHolders = 4;

/** Share of the measures' clauses that two findings have in common word for word. */
function sharedClauses(before: Side, after: Side): Scores {
  return (old, young) => {
    const holders = new Map<string, number[]>();
    const sizes = young.map((at, index) => {
      const clauses = clausesOf(after.text, after.findings[at]);
      for (const clause of clauses)
        if (clause.length >= longClause) {
          const known = holders.get(clause);
          if (known === undefined) holders.set(clause, [index]);
          else if (known.at(-1) !== index) known.push(index);
        }
      return lengthOf(clauses);
    });
    return old.flatMap((at, one) => {
      const clauses = clausesOf(before.text, before.findings[at]);
      const shared = new Map<number, number>();
      for (const clause of new Set(clauses)) {
        const found = holders.get(clause) ?? [];
        if (found.length <= mostHolders)
          for (const other of found) shared.set(other, (shared.get(other) ?? 0) + clause.length);
      }
      const size = lengthOf(clauses);
      return [...shared].map(([other, sum]) => ({
        before: one,
        after: other,
        score: (2 * sum) / (size + (sizes[other] ?? 0) || 1),
      }));
    });
  };
}

const sharedWords =
  (before: Side, after: Side): Scores =>
  (old, young) =>
    bigramDice(
      old.map((at) => foldTypography(bodiesOf(before, at).join(""))),
      young.map((at) => foldTypography(bodiesOf(after, at).join(""))),
      0.1,
    );

/** How well open findings fit: by title, by measures, or by both together. */
function pairByScore(pairing: Pairing, sides: { before: Side; after: Side }, measures: Scores, least: number): Pairing {
  const { before, after } = pairing;
  if (before.length === 0 || after.length === 0) return pairing;
  const titles = bigramDice(
    before.map((at) => sides.before.titleAt(at)),
    after.map((at) => sides.after.titleAt(at)),
    0.1,
  );
  const both = new Map<number, { title: number; done: number }>();
  const at = (pair: ScoredPair): { title: number; done: number } => {
    const key = pair.before * after.length + pair.after;
    const known = both.get(key) ?? { title: 0, done: 0 };
    both.set(key, known);
    return known;
  };
  for (const pair of titles) at(pair).title = pair.score;
  for (const pair of measures(before, after)) at(pair).done = pair.score;
  const scored = [...both].flatMap(([key, { title, done }]) => {
    const one = before[Math.floor(key / after.length)] ?? 0;
    const other = after[key % after.length] ?? 0;
    const bare = isBare(sides.before, one) || isBare(sides.after, other);
    const score = bare ? title : Math.max(0.55 * title + 0.45 * done, 0.8 * title, 0.9 * done);
    return score >= least ? [{ before: one, after: other, score }] : [];
  });
  return withPairs(pairing, assignOneToOne(scored));
}

/** Whether findings at the same place are the same: their titles are, or most of their titles. */
function isAlike(before: Side, after: Side, one: number, other: number): boolean {
  if (before.findings[one]?.finding.title === after.findings[other]?.finding.title) return true;
  const [old, young] = [before.titleAt(one), after.titleAt(other)];
  return old !== "" && young !== "" && likeness(old, young) >= leastLikeness;
}

/** Whether most of what was done about two findings is the same, word for word. */
const areDoneAlike = (before: Side, after: Side, one: number, other: number): boolean =>
  probeLikeness(bodiesOf(before, one).join(""), bodiesOf(after, other).join(""), leastLikeness) > 0;

/** Whether every finding has its like at the same place, and no title stands for two of them. */
function standInPlace(before: Side, after: Side): boolean {
  if (before.findings.length !== after.findings.length) return false;
  const titles = new Set(before.findings.map((region) => region.finding.title));
  return titles.size === before.findings.length && before.findings.every((_, at) => isAlike(before, after, at, at));
}

function pairFindings(before: Side, after: Side): Pairing {
  const sides = { before, after };
  let pairing = nothingPaired(before.findings.length, after.findings.length);
  if (standInPlace(before, after))
    return withPairs(
      pairing,
      pairing.before.map((at) => ({ before: at, after: at, score: 1 })),
    );
  pairing = pairEqual(
    pairing,
    (at) => wordsOf(before, at),
    (at) => wordsOf(after, at),
  );
  pairing = pairByTitle(pairing, before, after);
  pairing = pairInPlace(pairing, (one, other) => isAlike(before, after, one, other));
  pairing = pairInPlace(pairing, (one, other) => areDoneAlike(before, after, one, other));
  pairing = pairByScore(pairing, sides, sharedClauses(before, after), leastScoreByClauses);
  pairing = pairByScore(pairing, sides, sharedWords(before, after), leastScore);
  return pairByKeptClauses(pairing, before, after);
}

const nothingToSee: MeasureAlignment = { pairs: [], added: [], removed: [] };

/**
 * Aligns the findings of two versions of one notice by content, never by number, and the measures of each pair.
 * A finding with a new title is recognized by its measures, one with new measures by its title.
 */
export function alignRegions(before: NoticeRegions, after: NoticeRegions): FindingAlignment {
  const texts = { before: before.text, after: after.text };
  const [old, young] = [sideOf(before), sideOf(after)];
  const pairing = pairFindings(old, young);
  const pairs = orderedBy(pairing.pairs, (pair) => pair.before);
  return {
    pairs: pairs.flatMap((pair): FindingPair[] => {
      const [one, other] = [before.findings[pair.before], after.findings[pair.after]];
      if (one === undefined || other === undefined) return [];
      const isIdentical =
        texts.before.slice(one.numbering.end, one.whole.end) ===
        texts.after.slice(other.numbering.end, other.whole.end);
      const measures = isIdentical ? nothingToSee : alignMeasures(texts, one, other);
      return [{ before: one, after: other, isIdentical, measures }];
    }),
    added: pairing.after.flatMap((at) => after.findings.slice(at, at + 1)),
    removed: pairing.before.flatMap((at) => before.findings.slice(at, at + 1)),
  };
}
