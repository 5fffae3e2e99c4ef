import type { FindingRegion } from "./regions.ts";
import { splitClauses } from "./sentences.ts";
import { sliceOf } from "./spans.ts";

/** A shorter clause is a phrase of the genre: 层层落实， */
export const longClause = 6;

/** The clauses of what was done about a finding, in order, without white space around them. */
export const clausesOf = (text: string, region: FindingRegion | undefined): string[] =>
  (region?.measures ?? []).flatMap(({ body }) => splitClauses(text, body).map((span) => sliceOf(text, span).trim()));

/** Characters of all of them. */
export const lengthOf = (clauses: readonly string[]): number => clauses.reduce((sum, clause) => sum + clause.length, 0);
