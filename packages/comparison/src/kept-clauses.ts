import { assignOneToOne, type ScoredPair } from "./assign.ts";
import { clausesOf, lengthOf, longClause } from "./finding-clauses.ts";
import { gapsOf, withPairs, type Gap, type Pairing } from "./pairing.ts";
import type { NoticeRegions } from "./regions.ts";

type Side = Pick<NoticeRegions, "text" | "findings">;

/** How much of what was done about a finding must have stayed, where its title and the rest were written anew. */
const leastKept = 0.3;
/** More combinations than this in one gap are a notice written anew. */
const mostCombinations = 16;

/** The long clauses that the findings of a notice have once. */
function singleClauses({ text, findings }: Side): ReadonlySet<string> {
  const single = new Set<string>();
  const repeated = new Set<string>();
  for (const region of findings)
    for (const clause of clausesOf(text, region)) {
      if (single.has(clause)) repeated.add(clause);
      else if (clause.length >= longClause) single.add(clause);
    }
  for (const clause of repeated) single.delete(clause);
  return single;
}

type Single = { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };

/** Share of what was done about two findings, 0 to 1, that stands in both word for word and in no other finding of either notice. */
function keptShare(before: readonly string[], after: readonly string[], single: Single): number {
  const known = new Set(after);
  const kept = before.filter((clause) => known.has(clause) && single.before.has(clause) && single.after.has(clause));
  return (2 * lengthOf(kept)) / (lengthOf(before) + lengthOf(after) || 1);
}

function pairsIn(gap: Gap, before: Side, after: Side, single: Single): ScoredPair[] {
  const scored = gap.before.flatMap((one) =>
    gap.after.map((other) => {
      const [old, young] = [clausesOf(before.text, before.findings[one]), clausesOf(after.text, after.findings[other])];
      return { before: one, after: other, score: keptShare(old, young, single) };
    }),
  );
  return assignOneToOne(scored.filter((pair) => pair.score >= leastKept));
}

/**
 * Pairs findings that stand between the same neighbours and share clauses that no other finding has: the title and most of what was done were
 * written anew, and it is still the same finding. Example: of two measures one stayed.
 */
export function pairByKeptClauses(pairing: Pairing, before: Side, after: Side): Pairing {
  const gaps = gapsOf(pairing).filter((gap) => gap.before.length * gap.after.length <= mostCombinations);
  if (gaps.length === 0) return pairing;
  const single = { before: singleClauses(before), after: singleClauses(after) };
  return withPairs(
    pairing,
    gaps.flatMap((gap) => pairsIn(gap, before, after, single)),
  );
}
