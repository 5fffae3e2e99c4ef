import { atomKey, atomType, readAtoms, shiftedAtom, type Atom } from "./atoms.ts";
import { enumeratorOf, foldTypography } from "./typography.ts";

/**
 * A clause reduced to what it says: `canonical` equal for two that say the same, `skeleton` for two that differ in atoms
 * only; the two are one where it holds no atom.
 */
export type ClauseKeys = {
  readonly canonical: string;
  readonly skeleton: string;
  /** Figures, dates and titles after the enumerator, by their places in the whole text. */
  readonly atoms: readonly Atom[];
};

function keyWith(rest: string, atoms: readonly Atom[], sign: (atom: Atom) => string): string {
  let key = "";
  let at = 0;
  for (const atom of atoms) {
    key += `${foldTypography(rest.slice(at, atom.span.start))}<${sign(atom)}>`;
    at = atom.span.end;
  }
  return key + foldTypography(rest.slice(at));
}

const openers = /^[\s\p{Cf}]*[一二三四五六七八九十（(\d０-９①-⒛㈠-㈩]/u;

const noAtoms: readonly Atom[] = [];

/** Both keys of a clause that stands at `offset`: typography and enumerators dropped, 528.09万元 as 5280900 CNY. */
export function clauseKeys(text: string, offset = 0): ClauseKeys {
  const opening = openers.test(text) ? enumeratorOf(text) : "";
  const rest = opening === "" ? text : text.slice(opening.length);
  const head = opening.endsWith("是") ? "#是" : "";
  const atoms = readAtoms(rest);
  if (atoms.length === 0) {
    const key = head + foldTypography(rest);
    return { canonical: key, skeleton: key, atoms: noAtoms };
  }
  return {
    canonical: head + keyWith(rest, atoms, atomKey),
    skeleton: head + keyWith(rest, atoms, atomType),
    atoms: atoms.map((atom) => shiftedAtom(atom, offset + opening.length)),
  };
}

/** Equal for two clauses that say the same: typography and enumerators dropped, 528.09万元 as 5280900 CNY. */
export const canonicalKey = (text: string): string => clauseKeys(text).canonical;

/** Equal for two clauses that differ in figures, dates or titles of documents only. */
export const skeletonKey = (text: string): string => clauseKeys(text).skeleton;

/** Equal for two stretches that say the same, enumerators and all: typography dropped, 528.09万元 as 5280900 CNY. */
export const printKey = (text: string): string => keyWith(text, readAtoms(text), atomKey);
