import type { Change, Notice } from "@zhenggai/notice";
import { readAtoms, type Atom } from "../atoms.ts";
import { claimWhole, openHunks, type Claim, type Claims, type Found } from "../claims.ts";
import { targetAt, type Comparison, type PlacedHunk } from "../comparison.ts";
import { operationOf } from "../hunks.ts";
import { excerpt, makeChange, quote } from "../make-change.ts";
import { splitSentences } from "../sentences.ts";
import { isEmpty, sliceOf } from "../spans.ts";
import { foldTypography } from "../typography.ts";

type Mention = { readonly hunk: PlacedHunk; readonly atom: Atom };

const titlesOf = (notice: Notice): Set<string> =>
  new Set(readAtoms(notice.text).flatMap((atom) => (atom.type === "document" ? [foldTypography(atom.text)] : [])));

/** Titles in open hunks on one side that the other side cites nowhere, with all their mentions. */
function newTitles(
  comparison: Comparison,
  open: readonly PlacedHunk[],
  side: "before" | "after",
): ReadonlyMap<string, Mention[]> {
  const other = titlesOf(comparison[side === "before" ? "after" : "before"]);
  const found = new Map<string, Mention[]>();
  for (const hunk of open) {
    for (const atom of readAtoms(sliceOf(comparison.texts[side], hunk[side]), hunk[side].start)) {
      const title = String(atom.value);
      if (atom.type !== "document" || other.has(title)) continue;
      found.set(title, [...(found.get(title) ?? []), { hunk, atom }]);
    }
  }
  return found;
}

function documentChange(comparison: Comparison, side: "before" | "after", mentions: readonly Mention[]): Change[] {
  const [first] = mentions;
  if (first === undefined) return [];
  const isAdded = side === "after";
  const quotation = quote(comparison, side, first.atom.span, { value: first.atom.text, unit: null });
  return [
    makeChange({
      kind: isAdded ? "document-added" : "document-removed",
      target: targetAt(first.hunk.place, "document", null),
      before: isAdded ? null : quotation,
      after: isAdded ? quotation : null,
      operations: mentions.map((mention) => operationOf(mention.hunk)),
      summary: {
        zh: `${isAdded ? "新提到" : "不再提到"}文件${excerpt(quotation)}。`,
        en: `The document ${excerpt(quotation)} is ${isAdded ? "newly cited" : "no longer cited"}.`,
      },
    }),
  ];
}

/** A sentence that came or went only to cite a document is the document's; a longer passage is prose as well. */
function claimOf(comparison: Comparison, side: "before" | "after", mention: Mention): Claim {
  const { hunk, atom } = mention;
  const other = side === "before" ? hunk.after : hunk.before;
  const isOneSentence = splitSentences(comparison.texts[side], hunk[side]).length <= 1;
  if (hunk.level === "atom" || (isEmpty(other) && isOneSentence)) return claimWhole(hunk);
  return {
    hunk,
    before: side === "before" ? atom.span : null,
    after: side === "after" ? atom.span : null,
    whole: false,
  };
}

/**
 * document-added, document-removed: a title between 《 and 》 that the other version cites nowhere. A renamed document is
 * one of each. Example: 印发《望麓区督查办法》 becomes 印发《望麓区督查规定》.
 */
export function findDocumentChanges(comparison: Comparison, claims: Claims): Found {
  const open = openHunks(comparison, claims);
  const sides = (["before", "after"] as const).map((side) => {
    const titles = [...newTitles(comparison, open, side).values()];
    return {
      changes: titles.flatMap((mentions) => documentChange(comparison, side, mentions)),
      claims: titles.flat().map((mention) => claimOf(comparison, side, mention)),
    };
  });
  return { changes: sides.flatMap((side) => side.changes), claims: sides.flatMap((side) => side.claims) };
}
