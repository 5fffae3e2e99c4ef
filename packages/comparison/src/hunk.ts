import type { Operation, Span } from "@zhenggai/notice";
import type { Atom } from "./atoms.ts";
import { isEmpty, sliceOf } from "./spans.ts";

/**
 * The smallest difference between two texts that a change can be made of. An insertion has an empty span before it,
 * a deletion an empty span after it. Hunks of one pair of texts are disjoint on both sides.
 * cosmetic: says the same; numbering: only the enumerator of a finding or measure; atom: one figure, date or title of a
 * document for another, all else equal; prose: whole clauses.
 */
export type Hunk = {
  readonly level: "cosmetic" | "numbering" | "atom" | "prose";
  readonly before: Span;
  readonly after: Span;
  /** The atoms of an `atom` hunk. */
  readonly atoms: { readonly before: Atom; readonly after: Atom } | null;
  /** The clauses of a `prose` hunk, in order. */
  readonly clauses: Sides<Span>;
};

export const noClauses: Hunk["clauses"] = { before: [], after: [] };

/** What the two texts have each. */
export type Sides<Piece> = { readonly before: readonly Piece[]; readonly after: readonly Piece[] };

/** Two texts under comparison. */
export type Texts = {
  readonly before: string;
  readonly after: string;
  /** What the page prints around the notice: never one hunk with its words. */
  readonly furniture?: Sides<Span>;
};

/** Whether both texts have the same words at two places. */
export function isSameText(texts: Texts, before: Span, after: Span): boolean {
  if (before.end - before.start !== after.end - after.start) return false;
  if (isEmpty(before)) return true;
  if (texts.before.charCodeAt(before.start) !== texts.after.charCodeAt(after.start)) return false;
  return sliceOf(texts.before, before) === sliceOf(texts.after, after);
}

export function operationOf(hunk: Pick<Hunk, "before" | "after">): Operation {
  const before = isEmpty(hunk.before) ? null : hunk.before;
  const after = isEmpty(hunk.after) ? null : hunk.after;
  if (before === null) return { op: "insert", before, after };
  return { op: after === null ? "delete" : "replace", before, after };
}
