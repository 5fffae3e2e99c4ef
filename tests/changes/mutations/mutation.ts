import type { ChangeKind } from "@zhenggai/notice";
import type { Dice } from "./dice.ts";
import { numberedLike, numberIn } from "./numerals.ts";
import { findingsOf, groupKey, type Draft, type DraftFinding, type DraftMeasure } from "./draft.ts";

/** A change that an edit makes, by the ids of what it touches; numbers are told when all edits are made. */
export type Expected = {
  readonly kind: ChangeKind;
  /** The finding, or null outside findings. */
  readonly finding: DraftFinding | null;
  readonly measure: DraftMeasure | null;
  /** The field where the kind has one to check. */
  readonly field?: string;
};

/** What edits may not touch any more, so that their changes stay apart. */
export type Locks = Set<unknown>;

export type Bench = { readonly draft: Draft; readonly dice: Dice; readonly locks: Locks };

/** One typed edit: changes the draft and says what that changes, or null where the notice offers no place for it. */
export type Edit = (bench: Bench) => Expected[] | null;

export const isFree = ({ locks }: Bench, ...things: readonly unknown[]): boolean =>
  things.every((thing) => !locks.has(thing));

export const lock = ({ locks }: Bench, ...things: readonly unknown[]): void => {
  for (const thing of things) locks.add(thing);
};

export const freeFindings = (bench: Bench): DraftFinding[] =>
  findingsOf(bench.draft).filter((finding) => isFree(bench, finding));

export type Place = { readonly finding: DraftFinding; readonly measure: DraftMeasure };

/** Measures that nothing touched, in findings that are still whole. */
export const freeMeasures = (bench: Bench): Place[] =>
  freeFindings(bench).flatMap((finding) =>
    finding.measures.filter((measure) => isFree(bench, measure)).map((measure) => ({ finding, measure })),
  );

/** Numbers the findings under the same groups anew, in the order in which they now stand, as they were numbered before. */
export function renumberFindings(draft: Draft, numberings: ReadonlyMap<string, readonly string[]>): void {
  const next = new Map<string, number>();
  for (const finding of findingsOf(draft)) {
    const key = groupKey(finding);
    const at = next.get(key) ?? 0;
    finding.numbering = numberings.get(key)?.[at] ?? finding.numbering;
    next.set(key, at + 1);
  }
}

/** Counts the findings that follow under the same groups up or down by one, as a person does who puts one in or takes one out. */
export function shiftNumbers(draft: Draft, from: DraftFinding, step: number): void {
  const all = findingsOf(draft);
  for (const finding of all.slice(all.indexOf(from) + 1))
    if (groupKey(finding) === groupKey(from) && numberIn(finding.numbering) > 0)
      finding.numbering = numberedLike(finding.numbering, numberIn(finding.numbering) + step);
}

/** Enumerators of each group in order. */
export function numberingsOf(draft: Draft): Map<string, string[]> {
  const byGroup = new Map<string, string[]>();
  for (const finding of findingsOf(draft)) {
    const key = groupKey(finding);
    byGroup.set(key, [...(byGroup.get(key) ?? []), finding.numbering]);
  }
  return byGroup;
}
