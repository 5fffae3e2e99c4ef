import type { Operation, Span } from "@zhenggai/notice";
import { alignSequence, type Run } from "./align-sequence.ts";
import { atomKey, readAtoms, type Atom } from "./atoms.ts";
import { splitClauses, splitSentences } from "./sentences.ts";
import { coverOf, isEmpty, sliceOf } from "./spans.ts";
import { canonicalKey, skeletonKey } from "./text-keys.ts";

/**
 * The smallest difference between two texts that a change can be made of. An insertion has an empty span before it,
 * a deletion an empty span after it. Hunks of one pair of texts are disjoint on both sides.
 * cosmetic: says the same; numbering: only the enumerator of a finding or measure; atom: one figure, date or title of a
 * document for another, all else equal; prose: whole clauses.
 */
export type Hunk = {
  readonly level: "cosmetic" | "numbering" | "atom" | "prose";
  readonly before: Span;
  readonly after: Span;
  /** The atoms of an `atom` hunk. */
  readonly atoms: { readonly before: Atom; readonly after: Atom } | null;
};

/** Two texts under comparison. */
export type Texts = { readonly before: string; readonly after: string };

export function operationOf(hunk: Pick<Hunk, "before" | "after">): Operation {
  const before = isEmpty(hunk.before) ? null : hunk.before;
  const after = isEmpty(hunk.after) ? null : hunk.after;
  if (before === null) return { op: "insert", before, after };
  return { op: after === null ? "delete" : "replace", before, after };
}

type Sides = { readonly before: readonly Span[]; readonly after: readonly Span[] };

const cut = (sides: Sides, run: Run): Sides => ({
  before: sides.before.slice(run.before.start, run.before.end),
  after: sides.after.slice(run.after.start, run.after.end),
});

/** Aligns the pieces by a key; hands equal pairs to one function and changed stretches to another. */
function refine(
  texts: Texts,
  sides: Sides,
  keyOf: (text: string) => string,
  handle: { equal: (before: Span, after: Span) => Hunk[]; changed: (sides: Sides) => Hunk[] },
): Hunk[] {
  const runs = alignSequence(
    sides.before.map((span) => keyOf(sliceOf(texts.before, span))),
    sides.after.map((span) => keyOf(sliceOf(texts.after, span))),
  );
  return runs.flatMap((run) => {
    const part = cut(sides, run);
    if (!run.equal) return handle.changed(part);
    return part.before.flatMap((span, at) => handle.equal(span, part.after[at] ?? span));
  });
}

const cosmeticHunk = (texts: Texts, before: Span, after: Span): Hunk[] =>
  sliceOf(texts.before, before) === sliceOf(texts.after, after)
    ? []
    : [{ level: "cosmetic", before, after, atoms: null }];

/** Clauses with one skeleton: an atom hunk for every atom that differs, a cosmetic one for every stretch between. */
function atomHunks(texts: Texts, before: Span, after: Span): Hunk[] {
  const old = readAtoms(sliceOf(texts.before, before), before.start);
  const young = readAtoms(sliceOf(texts.after, after), after.start);
  const hunks: Hunk[] = [];
  let at = { before: before.start, after: after.start };
  old.forEach((atom, index) => {
    const other = young[index] ?? atom;
    const gapBefore = { start: at.before, end: atom.span.start };
    hunks.push(...cosmeticHunk(texts, gapBefore, { start: at.after, end: other.span.start }));
    if (atomKey(atom) === atomKey(other)) hunks.push(...cosmeticHunk(texts, atom.span, other.span));
    else hunks.push({ level: "atom", before: atom.span, after: other.span, atoms: { before: atom, after: other } });
    at = { before: atom.span.end, after: other.span.end };
  });
  hunks.push(...cosmeticHunk(texts, { start: at.before, end: before.end }, { start: at.after, end: after.end }));
  return hunks;
}

/** Joins spans that touch. */
function joined(spans: readonly Span[]): Span[] {
  const stretches: Span[] = [];
  for (const span of spans) {
    const last = stretches.at(-1);
    if (last !== undefined && last.end === span.start) stretches[stretches.length - 1] = { ...last, end: span.end };
    else stretches.push(span);
  }
  return stretches;
}

const keyOfAll = (text: string, spans: readonly Span[]): string =>
  canonicalKey(spans.map((span) => sliceOf(text, span)).join(""));

function proseHunks(texts: Texts, sides: Sides): Hunk[] {
  const level = keyOfAll(texts.before, sides.before) === keyOfAll(texts.after, sides.after) ? "cosmetic" : "prose";
  const old = joined(sides.before);
  const young = joined(sides.after);
  return Array.from({ length: Math.max(old.length, young.length) }, (_, at): Hunk => {
    const before = old[at];
    const after = young[at];
    const none = { start: 0, end: 0 };
    return { level, before: before ?? none, after: after ?? none, atoms: null };
  });
}

/** Clauses within changed sentences: what says the same, then what differs in atoms only, then the rest. */
function clauseHunks(texts: Texts, sentences: Sides): Hunk[] {
  const clauses = {
    before: sentences.before.flatMap((span) => splitClauses(texts.before, span)),
    after: sentences.after.flatMap((span) => splitClauses(texts.after, span)),
  };
  return refine(texts, clauses, canonicalKey, {
    equal: (before, after) => cosmeticHunk(texts, before, after),
    changed: (rest) =>
      refine(texts, rest, skeletonKey, {
        equal: (before, after) => atomHunks(texts, before, after),
        changed: (last) => proseHunks(texts, last),
      }),
  });
}

/** One hunk for cosmetic neighbours, so that a text set in another width is a few operations, not thousands. */
function mergedCosmetics(hunks: readonly Hunk[]): Hunk[] {
  const merged: Hunk[] = [];
  for (const hunk of hunks) {
    const last = merged.at(-1);
    const touches = last !== undefined && last.before.end === hunk.before.start && last.after.end === hunk.after.start;
    if (touches && last.level === "cosmetic" && hunk.level === "cosmetic") {
      const before = coverOf([last.before, hunk.before]) ?? hunk.before;
      const after = coverOf([last.after, hunk.after]) ?? hunk.after;
      merged[merged.length - 1] = { level: "cosmetic", before, after, atoms: null };
    } else {
      merged.push(hunk);
    }
  }
  return merged;
}

/** All differences between two regions, each a list of stretches of its text, in order. */
export function hunksOf(texts: Texts, before: readonly Span[], after: readonly Span[]): Hunk[] {
  const sentences = {
    before: before.flatMap((span) => splitSentences(texts.before, span)),
    after: after.flatMap((span) => splitSentences(texts.after, span)),
  };
  const hunks = refine(texts, sentences, (text) => text, {
    equal: () => [],
    changed: (sides) => clauseHunks(texts, sides),
  });
  return mergedCosmetics(hunks);
}
