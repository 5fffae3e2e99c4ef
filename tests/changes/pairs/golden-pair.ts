import type { ChangeKind, ChangeTarget } from "@zhenggai/notice";

/** A change that a pair must give. Quotations are the words that stand at the spans; values where they are figures or dates. */
export type ExpectedChange = {
  readonly kind: ChangeKind;
  /** part, finding, measure, field: finding.2.1 is measure 1 of finding 2 and its field none. */
  readonly at: readonly [
    part: ChangeTarget["part"],
    finding?: number | null,
    measure?: number | null,
    field?: string | null,
  ];
  readonly before: string | null;
  readonly after: string | null;
  readonly values?: readonly [before: number | string | null, after: number | string | null];
  readonly units?: readonly [before: string | null, after: string | null];
};

/** Two printed texts: the older, and what stands in it instead in the newer one, each once. */
export type GoldenPair = {
  /** A sentence about the field. */
  readonly says: string;
  /** `printedNotice` where missing. */
  readonly before?: string;
  readonly edits: readonly (readonly [old: string, young: string])[];
  readonly changes: readonly ExpectedChange[];
};
