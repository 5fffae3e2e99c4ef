import type { Operation, Span } from "@zhenggai/notice";
import type { Atom } from "./atoms.ts";
import { isEmpty } from "./spans.ts";

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
  /** Figures, dates and titles in the clauses of a `prose` hunk, in order. */
  readonly held: { readonly before: readonly Atom[]; readonly after: readonly Atom[] };
};

export const holdsNothing: Hunk["held"] = { before: [], after: [] };

/** Two texts under comparison. */
export type Texts = {
  readonly before: string;
  readonly after: string;
  /** What the page prints around the notice: never one hunk with its words. */
  readonly furniture?: { readonly before: readonly Span[]; readonly after: readonly Span[] };
};

export function operationOf(hunk: Pick<Hunk, "before" | "after">): Operation {
  const before = isEmpty(hunk.before) ? null : hunk.before;
  const after = isEmpty(hunk.after) ? null : hunk.after;
  if (before === null) return { op: "insert", before, after };
  return { op: after === null ? "delete" : "replace", before, after };
}
