import type { Span } from "@zhenggai/notice";
import type { Atom } from "./atoms.ts";
import type { Hunk, Texts } from "./hunk.ts";
import { atLines } from "./line-pairs.ts";
import { contains, sliceOf } from "./spans.ts";
import { endOtherwise, type ClauseKeys } from "./text-keys.ts";
import { foldTypography } from "./typography.ts";

export type Clause = { readonly span: Span; readonly key: ClauseKeys };

export type KeyedClauses = { readonly spans: readonly Span[]; readonly keys: readonly ClauseKeys[] };

export type KeyedSides = { readonly before: KeyedClauses; readonly after: KeyedClauses };

/** Joins spans that touch. */
function joined(spans: readonly Span[]): Span[] {
  const stretches: Span[] = [];
  let open: Span | null = null;
  for (const span of spans) {
    if (open === null) open = span;
    else if (open.end === span.start) open = { start: open.start, end: span.end };
    else {
      stretches.push(open);
      open = span;
    }
  }
  if (open !== null) stretches.push(open);
  return stretches;
}

const nowhere: Span = { start: 0, end: 0 };

/** Words of the notice and what the page prints around it, each against its like. */
export function proseHunks(texts: Texts, sides: KeyedSides): Hunk[] {
  const { furniture } = texts;
  const isPlain = furniture === undefined || furniture.before.length + furniture.after.length === 0;
  if (isPlain) return plainHunks(texts, sides);
  const isAround = (side: "before" | "after") => (span: Span) => furniture[side].some((piece) => contains(piece, span));
  const only = (side: "before" | "after", around: boolean): KeyedClauses => {
    const kept = sides[side].spans.map((span) => isAround(side)(span) === around);
    return {
      spans: sides[side].spans.filter((_, at) => kept[at] === true),
      keys: sides[side].keys.filter((_, at) => kept[at] === true),
    };
  };
  return [true, false].flatMap((around) =>
    plainHunks(texts, { before: only("before", around), after: only("after", around) }),
  );
}

const atomsOf = (clauses: KeyedClauses): readonly Atom[] =>
  clauses.keys.length === 1 ? (clauses.keys[0]?.atoms ?? []) : clauses.keys.flatMap((key) => key.atoms);

const within = (atoms: readonly Atom[], span: Span): readonly Atom[] =>
  atoms.length === 0 ? atoms : atoms.filter((atom) => contains(span, atom.span));

const saysNothing = (clauses: KeyedClauses): boolean => clauses.keys.every((key) => key.canonical === "");

const wordsOf = (clauses: KeyedClauses): string => clauses.keys.map((key) => key.canonical).join("");

const printed = (text: string, clauses: KeyedClauses): string =>
  foldTypography(clauses.spans.map((span) => sliceOf(text, span)).join(""));

/** Whether stretches of clauses say the same, wherever they are cut: punctuation alone may have moved. */
function sayTheSame(texts: Texts, { before, after }: KeyedSides): boolean {
  if (saysNothing(before) && saysNothing(after)) return true;
  if (before.keys.length + after.keys.length <= 2 || before.keys.length * after.keys.length === 0) return false;
  const [old, young] = [before.spans.at(-1) ?? nowhere, after.spans.at(-1) ?? nowhere];
  if (endOtherwise(sliceOf(texts.before, old), sliceOf(texts.after, young))) return false;
  return wordsOf(before) === wordsOf(after) || printed(texts.before, before) === printed(texts.after, after);
}

const plainHunks = (texts: Texts, sides: KeyedSides): Hunk[] =>
  (sayTheSame(texts, sides) ? [sides] : atLines(texts, sides)).flatMap((stretch) => stretchHunks(texts, stretch));

function stretchHunks(texts: Texts, sides: KeyedSides): Hunk[] {
  const [old, young] = [joined(sides.before.spans), joined(sides.after.spans)];
  if (old.length + young.length === 0) return [];
  const level = sayTheSame(texts, sides) ? "cosmetic" : "prose";
  const [oldAtoms, youngAtoms] = [atomsOf(sides.before), atomsOf(sides.after)];
  const [before, after] = [old[0] ?? nowhere, young[0] ?? nowhere];
  if (old.length < 2 && young.length < 2)
    return [{ level, before, after, atoms: null, held: { before: oldAtoms, after: youngAtoms } }];
  return Array.from({ length: Math.max(old.length, young.length) }, (_, at): Hunk => {
    const [one, other] = [old[at] ?? nowhere, young[at] ?? nowhere];
    const held = { before: within(oldAtoms, one), after: within(youngAtoms, other) };
    const isBlank =
      foldTypography(sliceOf(texts.before, one)) === "" && foldTypography(sliceOf(texts.after, other)) === "";
    return { level: isBlank ? "cosmetic" : level, before: one, after: other, atoms: null, held };
  });
}
