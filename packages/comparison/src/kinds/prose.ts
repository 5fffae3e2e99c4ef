import type { Change, ChangeKind, Span } from "@zhenggai/notice";
import { claimWhole, hasUnclaimedDifference, openHunks, type Claims, type Found } from "../claims.ts";
import { targetAt, type Comparison, type MovedProse, type PlacedHunk } from "../comparison.ts";
import { operationOf } from "../hunk.ts";
import { becameOf, excerpt, makeChange, quote, quoteWithin, whereOf } from "../make-change.ts";
import { coverOf, sliceOf } from "../spans.ts";

const sentenceEnd = /[。！？!?\n]/u;

/** Whether two neighbouring hunks stand in one sentence on either side. */
function isSameSentence(comparison: Comparison, one: PlacedHunk, next: PlacedHunk): boolean {
  if (one.place.part !== next.place.part || one.place.pair !== next.place.pair) return false;
  return (["before", "after"] as const).some((side) => {
    const text = sliceOf(comparison.texts[side], { start: one[side].start, end: next[side].start });
    return next[side].start >= one[side].end && one[side].end > 0 && !sentenceEnd.test(text);
  });
}

/** One group for each change: all of a heading, all of a measure, each sentence of other prose. */
function grouped(comparison: Comparison, hunks: readonly PlacedHunk[]): PlacedHunk[][] {
  const groups: PlacedHunk[][] = [];
  for (const hunk of hunks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const { part, pair, measure } = hunk.place;
    const isWhole = part === "heading" || part === "measure";
    const belongs =
      last !== undefined &&
      (isWhole
        ? last.place.part === part && last.place.pair === pair && last.place.measure === measure
        : isSameSentence(comparison, last, hunk));
    if (belongs && group !== undefined) group.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

/** What is quoted in place of the edited clauses: the heading or measure that they stand in; null where they stand in none. */
function wholeOf({ place }: PlacedHunk): { before: Span; after: Span } | null {
  const { pair, part, measure } = place;
  if (pair !== null && part === "heading") return { before: pair.before.heading, after: pair.after.heading };
  const measures = pair?.measures.pairs.find((one) => one.after.n === measure);
  return measures === undefined ? null : { before: measures.before.body, after: measures.after.body };
}

const kindAt = (hunk: PlacedHunk): ChangeKind => {
  if (hunk.place.part === "heading") return "finding-reworded";
  return hunk.place.part === "measure" ? "measure-reworded" : "text-edited";
};

function proseChange(comparison: Comparison, group: readonly PlacedHunk[]): Change[] {
  const [first] = group;
  if (first === undefined) return [];
  const cover =
    group.length === 1
      ? first
      : { before: coverOf(group.map((hunk) => hunk.before)), after: coverOf(group.map((hunk) => hunk.after)) };
  const whole = wholeOf(first);
  const before = quote(comparison, "before", (whole ?? cover).before);
  const after = quote(comparison, "after", (whole ?? cover).after);
  const target = targetAt(first.place);
  const where = whereOf(target);
  const became = becameOf(
    quoteWithin(comparison, "before", cover.before, before),
    quoteWithin(comparison, "after", cover.after, after),
  );
  return [
    makeChange({
      kind: kindAt(first),
      target,
      before,
      after,
      operations: group.map(operationOf),
      summary: { zh: `${where.zh}：${became.zh}。`, en: `In ${where.en} ${became.en}.` },
    }),
  ];
}

/** finding-reworded, measure-reworded, text-edited: words that no more specific kind accounts for. */
export function findProseChanges(comparison: Comparison, claims: Claims): Found {
  const rest = openHunks(comparison, claims).filter((hunk) => hasUnclaimedDifference(comparison, claims, hunk));
  return {
    changes: [
      ...grouped(comparison, rest).flatMap((group) => proseChange(comparison, group)),
      ...comparison.movedProse.map((moved) => movedChange(comparison, moved)),
    ],
    claims: rest.map(claimWhole),
  };
}

/** Words that stand elsewhere, unchanged: a heading put above other findings, a paragraph moved to the end. */
function movedChange(comparison: Comparison, moved: MovedProse): Change {
  const before = quote(comparison, "before", moved.before);
  const after = quote(comparison, "after", moved.after);
  const isBlank = before === null || after === null;
  const target = targetAt(moved.place);
  const where = whereOf(target);
  return makeChange({
    kind: isBlank ? "cosmetic" : "text-edited",
    target,
    before,
    after,
    operations: [{ op: "move", before: moved.before, after: moved.after }],
    summary: {
      zh: `${where.zh}的“${excerpt(after)}”移到别处。`,
      en: `"${excerpt(after)}" in ${where.en} moved to another place.`,
    },
  });
}
