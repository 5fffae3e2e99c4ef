import { atomKey, atomShape, readAtoms, type Atom } from "./atoms.ts";
import { enumeratorOf, foldTypography } from "./typography.ts";

function keyWith(text: string, sign: (atom: Atom) => string): string {
  const opening = enumeratorOf(text);
  const rest = text.slice(opening.length);
  let key = opening.endsWith("是") ? "#是" : "";
  let at = 0;
  for (const atom of readAtoms(rest)) {
    key += `${foldTypography(rest.slice(at, atom.span.start))}<${sign(atom)}>`;
    at = atom.span.end;
  }
  return key + foldTypography(rest.slice(at));
}

/** Equal for two clauses that say the same: typography and enumerators dropped, 528.09万元 as 5280900 CNY. */
export const canonicalKey = (text: string): string => keyWith(text, atomKey);

/** Equal for two clauses that differ in figures, dates or titles of documents only. */
export const skeletonKey = (text: string): string => keyWith(text, atomShape);
