import type { Change, ChangeTarget } from "@zhenggai/notice";
import type { FindingPair } from "../align-regions.ts";
import { claimWhole, type Found } from "../claims.ts";
import type { Comparison, PlacedHunk } from "../comparison.ts";
import { operationOf } from "../hunk.ts";
import { excerpt, makeChange, quote } from "../make-change.ts";

const targetOf = (pair: FindingPair, measure: number): ChangeTarget => ({
  part: "measure",
  finding: pair.after.finding.n,
  measure,
  field: null,
});

function added(comparison: Comparison, pair: FindingPair): Change[] {
  return pair.measures.added.map((region) => {
    const after = quote(comparison, "after", region.body);
    return makeChange({
      kind: "measure-added",
      target: targetOf(pair, region.n),
      before: null,
      after,
      operations: [{ op: "insert", before: null, after: region.whole }],
      summary: {
        zh: `问题${pair.after.finding.n}新增措施“${excerpt(after)}”。`,
        en: `Finding ${pair.after.finding.n} gained the measure "${excerpt(after)}".`,
      },
    });
  });
}

function removed(comparison: Comparison, pair: FindingPair): Change[] {
  return pair.measures.removed.map((region) => {
    const before = quote(comparison, "before", region.body);
    return makeChange({
      kind: "measure-removed",
      target: targetOf(pair, region.n),
      before,
      after: null,
      operations: [{ op: "delete", before: region.whole, after: null }],
      summary: {
        zh: `问题${pair.after.finding.n}删去措施“${excerpt(before)}”。`,
        en: `Finding ${pair.after.finding.n} lost the measure "${excerpt(before)}".`,
      },
    });
  });
}

/** There is no kind for a measure that only changed its place: it is reworded with a move, minor. */
function moved(comparison: Comparison, pair: FindingPair): Change[] {
  return pair.measures.pairs
    .filter((measures) => comparison.moved.has(measures))
    .map(({ before, after }) =>
      makeChange({
        kind: "measure-reworded",
        target: targetOf(pair, after.n),
        severity: "minor",
        before: quote(comparison, "before", before.body),
        after: quote(comparison, "after", after.body),
        operations: [{ op: "move", before: before.whole, after: after.whole }],
        summary: {
          zh: `问题${pair.after.finding.n}的措施由第${before.n}条移到第${after.n}条。`,
          en: `A measure of finding ${pair.after.finding.n} moved from place ${before.n} to ${after.n}.`,
        },
      }),
    );
}

/** Measures whose enumerators say another number, by their finding. */
function renumberings(comparison: Comparison): ReadonlyMap<FindingPair, PlacedHunk[]> {
  const byPair = new Map<FindingPair, PlacedHunk[]>();
  for (const hunk of comparison.hunks) {
    const { part, pair } = hunk.place;
    if (hunk.level !== "numbering" || part !== "measure" || pair === null) continue;
    const known = byPair.get(pair);
    if (known === undefined) byPair.set(pair, [hunk]);
    else known.push(hunk);
  }
  return byPair;
}

/** measure-added, measure-removed, and measures in another order; the renumbering that follows belongs to them. */
export function findMeasureChanges(comparison: Comparison): Found {
  const renumbered = renumberings(comparison);
  const all = comparison.findings.pairs.map((pair) => {
    const changes = [...added(comparison, pair), ...removed(comparison, pair), ...moved(comparison, pair)];
    const [first, ...rest] = changes;
    if (first === undefined) return { changes, claims: [] };
    const followers = renumbered.get(pair) ?? [];
    const operations = [...first.operations, ...followers.map(operationOf)];
    return { changes: [{ ...first, operations }, ...rest], claims: followers.map(claimWhole) };
  });
  return { changes: all.flatMap((one) => one.changes), claims: all.flatMap((one) => one.claims) };
}
