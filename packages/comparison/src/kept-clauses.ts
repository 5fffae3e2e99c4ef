import { assignOneToOne, type ScoredPair } from "./assign.ts";
import { gapsOf, withPairs, type Gap, type Pairing } from "./pairing.ts";
import type { FindingRegion, NoticeRegions } from "./regions.ts";
import { splitClauses } from "./sentences.ts";
import { sliceOf } from "./spans.ts";

/** How much of what was done about a finding must have stayed, where its title and the rest were written anew. */
const leastKept = 0.3;
const longClause = 6;
/** More combinations than this in one gap are a notice written anew. */
const mostCombinations = 16;

const clausesOf = (text: string, region: FindingRegion | undefined): string[] =>
  (region?.measures ?? []).flatMap(({ body }) => splitClauses(text, body).map((span) => sliceOf(text, span).trim()));

const lengthOf = (clauses: readonly string[]): number => clauses.reduce((sum, clause) => sum + clause.length, 0);

function standsOnce(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at !== -1 && !text.includes(words, at + 1);
}

/** Share of the measures of two findings, 0 to 1, that stands in both word for word and nowhere else in either notice. */
function keptShare(old: NoticeRegions, young: NoticeRegions, one: number, other: number): number {
  const before = clausesOf(old.text, old.findings[one]);
  const after = clausesOf(young.text, young.findings[other]);
  const known = new Set(after);
  const kept = before.filter(
    (clause) =>
      clause.length >= longClause &&
      known.has(clause) &&
      standsOnce(old.text, clause) &&
      standsOnce(young.text, clause),
  );
  return (2 * lengthOf(kept)) / (lengthOf(before) + lengthOf(after) || 1);
}

function pairsIn(gap: Gap, old: NoticeRegions, young: NoticeRegions): ScoredPair[] {
  if (gap.before.length * gap.after.length > mostCombinations) return [];
  const scored = gap.before.flatMap((before) =>
    gap.after.map((after) => ({ before, after, score: keptShare(old, young, before, after) })),
  );
  return assignOneToOne(scored.filter((pair) => pair.score >= leastKept));
}

/**
 * Pairs findings that stand between the same neighbours and share clauses that stand nowhere else: the title and most of what was done were
 * written anew, and it is still the same finding. Example: of two measures one stayed.
 */
export const pairByKeptClauses = (pairing: Pairing, old: NoticeRegions, young: NoticeRegions): Pairing =>
  withPairs(
    pairing,
    gapsOf(pairing).flatMap((gap) => pairsIn(gap, old, young)),
  );
