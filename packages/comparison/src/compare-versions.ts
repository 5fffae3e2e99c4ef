import type { Change, Notice } from "@zhenggai/notice";
import { addClaims, type Claim, type Finder } from "./claims.ts";
import { comparisonOf, type Comparison, type PlacedHunk } from "./comparison.ts";
import { orderedBy } from "./ordered-by.ts";
import { findCosmeticChange, isLeftoverSpace } from "./kinds/cosmetic.ts";
import { findDocumentChanges } from "./kinds/documents.ts";
import { findFigureChanges } from "./kinds/figures.ts";
import { findFindingChanges } from "./kinds/findings.ts";
import { findFieldChanges } from "./kinds/header-fields.ts";
import { findMeasureChanges } from "./kinds/measures.ts";
import { findMoreContacts } from "./kinds/more-contacts.ts";
import { findProseChanges } from "./kinds/prose.ts";

/** The most specific kinds first: each finder sees only what those before it left unaccounted for. */
const finders: readonly Finder[] = [
  findFieldChanges,
  findMoreContacts,
  findFindingChanges,
  findMeasureChanges,
  findDocumentChanges,
  findFigureChanges,
  findProseChanges,
  findCosmeticChange,
];

const positionOf = (change: Change): number =>
  change.after?.span?.start ?? change.before?.span?.start ?? (change.kind === "cosmetic" ? Number.MAX_SAFE_INTEGER : 0);

function runFinders(comparison: Comparison): Change[] {
  const claims = new Map<PlacedHunk, Claim[]>();
  const changes: Change[] = [];
  for (const find of finders) {
    const found = find(comparison, claims);
    changes.push(...found.changes);
    addClaims(claims, found.claims);
  }
  return changes;
}

/** Space left at the seam of an inserted or deleted passage joins that change instead of being cosmetic. */
function withoutSeams(comparison: Comparison, changes: readonly Change[]): Change[] {
  const cosmetic = changes.find((change) => change.kind === "cosmetic");
  const at = changes.findIndex((change) => change.operations.some((one) => one.op === "insert" || one.op === "delete"));
  const host = changes[at];
  if (cosmetic === undefined || host === undefined || host === cosmetic || !isLeftoverSpace(comparison))
    return [...changes];
  return changes.flatMap((change) => {
    if (change === cosmetic) return [];
    return change === host ? [{ ...host, operations: [...host.operations, ...cosmetic.operations] }] : [change];
  });
}

/**
 * Typed differences between two versions of one notice, in the order of the newer text. One edit is one change, of the
 * most specific kind; every change carries the operations that fired it. Comparing a notice with itself gives nothing.
 */
export function compareVersions(before: Notice, after: Notice): Change[] {
  const comparison = comparisonOf(before, after);
  const changes = withoutSeams(comparison, runFinders(comparison));
  const cosmetic = changes.filter((change) => change.kind === "cosmetic");
  const rest = changes.filter((change) => change.kind !== "cosmetic");
  return [...orderedBy(rest, positionOf), ...cosmetic];
}
