import type { Change, ChangeKind, ChangeTarget, DeclaredTotal, Notice, Outcome, Span } from "@zhenggai/notice";
import { atomKey, isSameShape, mayHoldFigure, type Atom } from "../atoms.ts";
import { claimWhole, openHunks, type Claim, type Claims, type Found } from "../claims.ts";
import { printsSameNumbers } from "../clause-signature.ts";
import { targetAt, type Comparison, type PlacedHunk } from "../comparison.ts";
import { operationOf } from "../hunk.ts";
import { becameOf, makeChange, quote, whereOf } from "../make-change.ts";
import { likeness } from "../likeness.ts";
import { similarity } from "../similarity.ts";
import { nowhere, overlaps, sliceOf } from "../spans.ts";
import { clauseAtoms, skeletonKey } from "../text-keys.ts";

type AtomPair = { readonly before: Atom; readonly after: Atom };

/** How alike two clauses must be, figures aside, for a figure in one to be an edit of the figure in the other. */
const leastLikeness = 0.5;

const figuresOf = (words: string, start: number): Atom[] =>
  mayHoldFigure(words) ? clauseAtoms(words, start).filter((atom) => atom.type !== "document") : [];

/** Figures and dates in clauses, the first of them 0; no clause is read before it is asked for. */
function figureAt(text: string, clauses: readonly Span[]): (at: number) => Atom | undefined {
  const found: Atom[] = [];
  let next = 0;
  return (at) => {
    for (; found.length <= at && next < clauses.length; next += 1) {
      const span = clauses[next] ?? nowhere;
      found.push(...figuresOf(sliceOf(text, span), span.start));
    }
    return found[at];
  };
}

/** Pairs of the figures and dates that two lists of clauses print, where both print the same kinds of them in order; else none. */
function likeFigures({ before, after }: Comparison["texts"], clauses: PlacedHunk["clauses"]): AtomPair[] {
  const [old, young] = [figureAt(before, clauses.before), figureAt(after, clauses.after)];
  const pairs: AtomPair[] = [];
  for (;;) {
    const [one, other] = [old(pairs.length), young(pairs.length)];
    if (one === undefined && other === undefined) return pairs;
    if (one === undefined || other === undefined || !isSameShape(one, other)) return [];
    pairs.push({ before: one, after: other });
  }
}

/** Figures and dates edited in a hunk. In reworded clauses only where both sides print the same kinds of them in order. */
function editsIn(comparison: Comparison, hunk: PlacedHunk): AtomPair[] {
  if (hunk.atoms !== null) return hunk.atoms.before.type === "document" ? [] : [hunk.atoms];
  const [old, young] = [sliceOf(comparison.texts.before, hunk.before), sliceOf(comparison.texts.after, hunk.after)];
  if (!mayHoldFigure(old) || !mayHoldFigure(young) || printsSameNumbers(old, young)) return [];
  const pairs = likeFigures(comparison.texts, hunk.clauses);
  if (pairs.length === 0 || likenessOf(old, young) < leastLikeness) return [];
  return pairs.filter((pair) => atomKey(pair.before) !== atomKey(pair.after));
}

/** Whether a more specific change accounts for the figure already: the number of a street belongs to the address. */
const isTaken = (claims: Claims, hunk: PlacedHunk, pair: AtomPair): boolean =>
  (claims.get(hunk) ?? []).some(
    (claim) =>
      (claim.before !== null && overlaps(claim.before, pair.before.span)) ||
      (claim.after !== null && overlaps(claim.after, pair.after.span)),
  );

/** How much two stretches share, figures aside; the plain comparison is enough where little was edited. */
function likenessOf(old: string, young: string): number {
  const quick = likeness(old, young);
  return quick >= leastLikeness ? quick : similarity(skeletonKey(old), skeletonKey(young));
}

/** The tightest of the entries whose words contain the atom, one with its value first. */
function entryAt<Entry extends { span: Span; value: number; text: string }>(
  entries: readonly Entry[],
  atom: Atom,
): Entry | undefined {
  const around = entries.filter((entry) => overlaps(entry.span, atom.span));
  if (around.length < 2) return around[0];
  const rank = (entry: Entry) => (entry.value === atom.value ? 0 : 1e6) + (entry.span.end - entry.span.start);
  return around.sort((one, other) => rank(one) - rank(other))[0];
}

type Meaning = { readonly kind: ChangeKind; readonly part?: ChangeTarget["part"]; readonly field: string | null };

const declaredAt = (notice: Notice, atom: Atom): DeclaredTotal | undefined => entryAt(notice.declared, atom);

function outcomeAt(notice: Notice, atom: Atom): Outcome | undefined {
  const own = notice.outcomes.filter((entry) => entry.value === atom.value || entry.amount === atom.value);
  return entryAt(own.length > 0 ? own : notice.outcomes, atom);
}

/** What the figure is: a declared total, an outcome, a date, or any other figure. */
function meaningOf(comparison: Comparison, pair: AtomPair): Meaning {
  if (pair.before.type === "date") return { kind: "date-changed", field: null };
  const declared = declaredAt(comparison.after, pair.after) ?? declaredAt(comparison.before, pair.before);
  if (declared !== undefined) return { kind: "declared-changed", part: "declared", field: declared.metric };
  const outcome = outcomeAt(comparison.after, pair.after) ?? outcomeAt(comparison.before, pair.before);
  if (outcome !== undefined) return { kind: "outcome-changed", part: "outcome", field: outcome.metric };
  return { kind: "figure-changed", field: null };
}

const termOf = (kind: ChangeKind): { zh: string; en: string } => {
  if (kind === "date-changed") return { zh: "日期", en: "date" };
  if (kind === "declared-changed") return { zh: "自述总数", en: "declared total" };
  return kind === "outcome-changed" ? { zh: "成效数字", en: "outcome" } : { zh: "数字", en: "figure" };
};

function figureChange(comparison: Comparison, hunk: PlacedHunk, pair: AtomPair): Change {
  const meaning = meaningOf(comparison, pair);
  const target = targetAt(hunk.place, meaning.part, meaning.field);
  const before = quote(comparison, "before", pair.before.span, pair.before);
  const after = quote(comparison, "after", pair.after.span, pair.after);
  const where = whereOf(target);
  const term = termOf(meaning.kind);
  const became = becameOf(before, after);
  return makeChange({
    kind: meaning.kind,
    target,
    before,
    after,
    operations: [operationOf(hunk)],
    summary: { zh: `${where.zh}的${term.zh}${became.zh}。`, en: `The ${term.en} in ${where.en}: ${became.en}.` },
  });
}

const claimOf = (hunk: PlacedHunk, pair: AtomPair): Claim =>
  hunk.level === "atom" ? claimWhole(hunk) : { hunk, before: pair.before.span, after: pair.after.span, whole: false };

/**
 * declared-changed, outcome-changed, figure-changed, and date-changed in prose: a number with unit or a date with another
 * value, wherever it stands. Example: 处理13人 becomes 处理16人; 528.09万元 and 5280900元 are the same.
 */
export function findFigureChanges(comparison: Comparison, claims: Claims): Found {
  const edits = openHunks(comparison, claims).flatMap((hunk) =>
    editsIn(comparison, hunk)
      .filter((pair) => !isTaken(claims, hunk, pair))
      .map((pair) => ({ hunk, pair })),
  );
  return {
    changes: edits.map(({ hunk, pair }) => figureChange(comparison, hunk, pair)),
    claims: edits.map(({ hunk, pair }) => claimOf(hunk, pair)),
  };
}
