import { atomKey, atomType, readAtoms, shiftedAtom, type Atom } from "./atoms.ts";
import { classAt, signClass } from "./sign-classes.ts";
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

/** Keys of a clause whose words after `head` are `rest`, with its atoms by their places there; moved on by `offset` in what is returned. */
function keysWith(head: string, rest: string, atoms: readonly Atom[], offset: number): ClauseKeys {
  let [canonical, skeleton] = [head, head];
  let at = 0;
  for (const atom of atoms) {
    const words = foldTypography(rest.slice(at, atom.span.start));
    canonical += `${words}<${atomKey(atom)}>`;
    skeleton += `${words}<${atomType(atom)}>`;
    at = atom.span.end;
  }
  const tail = foldTypography(rest.slice(at));
  return {
    canonical: canonical + tail,
    skeleton: skeleton + tail,
    atoms: atoms.map((atom) => shiftedAtom(atom, offset)),
  };
}

const { digit, chineseDigit, space } = signClass;

/** Whether a clause can open with an enumerator: most don't, and looking is cheaper than trying. */
function canOpenNumbered(text: string): boolean {
  let at = 0;
  while ((classAt(text, at) & space) !== 0) at += 1;
  const code = text.charCodeAt(at);
  const isBracket = code === 0x28 || code === 0xff_08;
  const isSign = (code >= 0x24_60 && code <= 0x24_9b) || (code >= 0x32_20 && code <= 0x32_29);
  return isBracket || isSign || (classAt(text, at) & (digit | chineseDigit)) !== 0;
}

const noAtoms: readonly Atom[] = [];

const openingOf = (text: string): string => (canOpenNumbered(text) ? enumeratorOf(text) : "");

/** Figures, dates and titles of a clause that stands at `offset`, after its enumerator, by their places in the whole text. */
export function clauseAtoms(text: string, offset: number): Atom[] {
  const opening = openingOf(text);
  return readAtoms(text.slice(opening.length), offset + opening.length);
}

/** Both keys of a clause that stands at `offset`: typography and enumerators dropped, 528.09万元 as 5280900 CNY. */
export function clauseKeys(text: string, offset = 0): ClauseKeys {
  const opening = openingOf(text);
  const rest = opening === "" ? text : text.slice(opening.length);
  const head = opening.endsWith("是") ? "#是" : "";
  const atoms = readAtoms(rest);
  if (atoms.length === 0) {
    const key = head + foldTypography(rest);
    return { canonical: key, skeleton: key, atoms: noAtoms };
  }
  return keysWith(head, rest, atoms, offset + opening.length);
}

/** Equal for two clauses that say the same: typography and enumerators dropped, 528.09万元 as 5280900 CNY. */
export const canonicalKey = (text: string): string => clauseKeys(text).canonical;

/** Equal for two clauses that differ in figures, dates or titles of documents only. */
export const skeletonKey = (text: string): string => clauseKeys(text).skeleton;

/** Equal for two stretches that say the same, enumerators and all: typography dropped, 528.09万元 as 5280900 CNY. */
export const printKey = (text: string): string => keysWith("", text, readAtoms(text), 0).canonical;
