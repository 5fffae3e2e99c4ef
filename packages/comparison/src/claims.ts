import type { Change, Span } from "@zhenggai/notice";
import { saysOtherwise } from "./clause-signature.ts";
import type { Comparison, PlacedHunk } from "./comparison.ts";
import { isEmpty, sliceOf, without } from "./spans.ts";
import { canonicalKey } from "./text-keys.ts";

/** A part of a hunk that a change accounts for; `whole` where nothing is left for a less specific kind. */
export type Claim = {
  readonly hunk: PlacedHunk;
  readonly before: Span | null;
  readonly after: Span | null;
  readonly whole: boolean;
};

/** What has been accounted for so far. */
export type Claims = ReadonlyMap<PlacedHunk, readonly Claim[]>;

/** What one finder of changes adds. */
export type Found = { readonly changes: readonly Change[]; readonly claims: readonly Claim[] };

/** Looks for the changes of one kind or a close group among what more specific kinds left over. */
export type Finder = (comparison: Comparison, claims: Claims) => Found;

export const claimWhole = (hunk: PlacedHunk): Claim => ({ hunk, before: null, after: null, whole: true });

/** Adds claims to those collected so far. */
export function addClaims(claims: Map<PlacedHunk, Claim[]>, more: readonly Claim[]): void {
  for (const claim of more) {
    const known = claims.get(claim.hunk);
    if (known === undefined) claims.set(claim.hunk, [claim]);
    else known.push(claim);
  }
}

const saysSomething = (hunk: PlacedHunk): boolean => hunk.level === "atom" || hunk.level === "prose";

/** Hunks of words, figures, dates and titles of the notice that no change accounts for wholly. */
export const openHunks = (comparison: Comparison, claims: Claims): PlacedHunk[] =>
  comparison.hunks.filter((hunk) => saysSomething(hunk) && hunk.place.part !== "furniture" && !isClaimed(claims, hunk));

/** The same, and what the page prints around the notice: its header line holds the day of publication. */
export const openFieldHunks = (comparison: Comparison, claims: Claims): PlacedHunk[] =>
  comparison.hunks.filter((hunk) => saysSomething(hunk) && !isClaimed(claims, hunk));

export const isClaimed = (claims: Claims, hunk: PlacedHunk): boolean =>
  claims.get(hunk)?.some((claim) => claim.whole) ?? false;

const restOf = (text: string, span: Span, holes: readonly (Span | null)[]): string =>
  without(
    span,
    holes.flatMap((hole) => (hole === null || isEmpty(hole) ? [] : [hole])),
  )
    .map((piece) => sliceOf(text, piece))
    .join("");

/** Whether a hunk still says something different when its claimed parts are taken out on both sides. */
export function hasUnclaimedDifference(comparison: Comparison, claims: Claims, hunk: PlacedHunk): boolean {
  const own = claims.get(hunk) ?? [];
  if (own.some((claim) => claim.whole)) return false;
  if (own.length === 0) return true;
  const before = restOf(
    comparison.texts.before,
    hunk.before,
    own.map((claim) => claim.before),
  );
  const after = restOf(
    comparison.texts.after,
    hunk.after,
    own.map((claim) => claim.after),
  );
  return saysOtherwise(before, after) || canonicalKey(before) !== canonicalKey(after);
}
