import type { Change, Notice } from "@zhenggai/notice";
import { holdsTitle, readDocuments, shiftedAtom, type Atom } from "../atoms.ts";
import { claimWhole, openHunks, type Claim, type Claims, type Found } from "../claims.ts";
import { targetAt, type Comparison, type PlacedHunk } from "../comparison.ts";
import { operationOf } from "../hunk.ts";
import { lazily } from "../lazily.ts";
import { excerpt, makeChange, quote } from "../make-change.ts";
import { isEmpty, sliceOf } from "../spans.ts";
import { foldsTo, foldTypography } from "../typography.ts";

type Mention = { readonly hunk: PlacedHunk; readonly atom: Atom };

/**
 * Whether a notice cites a title anywhere, however it is set. The reading lists its documents; a title that the other
 * reading did not list either is looked up in the text.
 */
function citedBy(notice: Notice, lists: Listed, othersList: Listed): (atom: Atom) => boolean {
  return (atom) => {
    const title = String(atom.value);
    // A character without width within a number is nothing in the one, and parts it in the other.
    const printed = foldTypography(atom.text);
    if (lists(title) || (printed !== title && lists(printed))) return true;
    return !othersList(title) && readDocuments(notice.text).some((cited) => cited.value === title);
  };
}

/** Whether a reading lists a title, told without its typography. */
type Listed = (title: string) => boolean;

/** So many titles are looked up one by one; for more of them all that are listed are folded. */
const fewTitles = 4;

function listedTitles({ documents }: Notice): Listed {
  const folded = lazily(() => new Set(documents.map((document) => foldTypography(document.title))));
  let asked = 0;
  return (title) => {
    asked += 1;
    return asked > fewTitles ? folded().has(title) : documents.some((document) => foldsTo(document.title, title));
  };
}

/** Titles in open hunks on one side that the other side cites nowhere, with all their mentions. */
function newTitles(
  comparison: Comparison,
  open: readonly PlacedHunk[],
  side: "before" | "after",
  isCited: (atom: Atom) => boolean,
): ReadonlyMap<string, Mention[]> {
  const otherSide = side === "before" ? "after" : "before";
  const found = new Map<string, Mention[]>();
  const add = (hunk: PlacedHunk, atom: Atom): void => {
    const title = String(atom.value);
    const known = found.get(title);
    if (known === undefined) found.set(title, [{ hunk, atom }]);
    else known.push({ hunk, atom });
  };
  for (const hunk of open) {
    const titles = titlesOf(comparison, hunk, side);
    if (titles.length === 0) continue;
    const beside = new Set(titlesOf(comparison, hunk, otherSide).map((atom) => atom.value));
    for (const atom of titles) if (!beside.has(atom.value) && !isCited(atom)) add(hunk, atom);
  }
  return found;
}

const noTitles: Atom[] = [];

function titlesOf({ texts }: Comparison, hunk: PlacedHunk, side: "before" | "after"): Atom[] {
  if (hunk.atoms !== null) return hunk.atoms[side].type === "document" ? [hunk.atoms[side]] : noTitles;
  const [text, span] = side === "before" ? [texts.before, hunk.before] : [texts.after, hunk.after];
  if (!holdsTitle(text, span)) return noTitles;
  return readDocuments(sliceOf(text, span)).map((atom) => shiftedAtom(atom, span.start));
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

const citing = /印发|出台|制定|修订|完善|建立|发布|下发|编制|起草|根据|按照|依据|严格|落实|执行|研究|实施/gu;
const longestCitation = 8;

/** Whether a passage says little more than that a document exists. Example: 印发《望麓区调解工作指引》， */
function onlyCites(words: string): boolean {
  const rest = readDocuments(words).reduceRight(
    (left, { span }) => left.slice(0, span.start) + left.slice(span.end),
    words,
  );
  return !/\d/u.test(rest) && foldTypography(rest.replace(citing, "")).length <= longestCitation;
}

/** A clause that came or went only to cite a document is the document's; a longer passage is prose as well. */
function claimOf(comparison: Comparison, side: "before" | "after", mention: Mention): Claim {
  const { hunk, atom } = mention;
  const other = side === "before" ? hunk.after : hunk.before;
  const isCitation = isEmpty(other) && onlyCites(sliceOf(comparison.texts[side], hunk[side]));
  if (hunk.level === "atom" || isCitation) return claimWhole(hunk);
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
  const [old, young] = [listedTitles(comparison.before), listedTitles(comparison.after)];
  const isCited = { before: citedBy(comparison.after, young, old), after: citedBy(comparison.before, old, young) };
  const sides = (["before", "after"] as const).map((side) => {
    const titles = [...newTitles(comparison, open, side, isCited[side]).values()];
    return {
      changes: titles.flatMap((mentions) => documentChange(comparison, side, mentions)),
      claims: titles.flat().map((mention) => claimOf(comparison, side, mention)),
    };
  });
  return { changes: sides.flatMap((side) => side.changes), claims: sides.flatMap((side) => side.claims) };
}
