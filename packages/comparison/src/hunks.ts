import type { Span } from "@zhenggai/notice";
import { alignSequence, type Run } from "./align-sequence.ts";
import { atomKey } from "./atoms.ts";
import { holdsNothing, type Hunk, type Texts } from "./hunk.ts";
import { proseHunks, type Clause, type KeyedClauses, type KeyedSides } from "./prose-hunks.ts";
import { clauseEndAfter, clauseEndBefore, splitClauses, splitSentences } from "./sentences.ts";
import { coverOf, sliceOf } from "./spans.ts";
import { clauseKeys } from "./text-keys.ts";
import { foldTypography } from "./typography.ts";

type Sides = { readonly before: readonly Span[]; readonly after: readonly Span[] };

const cut = (sides: Sides, run: Run): Sides => ({
  before: sides.before.slice(run.before.start, run.before.end),
  after: sides.after.slice(run.after.start, run.after.end),
});

const cosmeticHunk = (texts: Texts, before: Span, after: Span): Hunk[] =>
  sliceOf(texts.before, before) === sliceOf(texts.after, after)
    ? []
    : [{ level: "cosmetic", before, after, atoms: null, held: holdsNothing }];

/** Clauses with one skeleton: an atom hunk for every atom that differs, a cosmetic one for every stretch between. */
function atomHunks(texts: Texts, one: Clause, next: Clause): Hunk[] {
  const [before, after] = [one.span, next.span];
  const [old, young] = [one.key.atoms, next.key.atoms];
  const hunks: Hunk[] = [];
  let at = { before: before.start, after: after.start };
  old.forEach((atom, index) => {
    const other = young[index] ?? atom;
    const gapBefore = { start: at.before, end: atom.span.start };
    hunks.push(...cosmeticHunk(texts, gapBefore, { start: at.after, end: other.span.start }));
    if (atomKey(atom) === atomKey(other)) hunks.push(...cosmeticHunk(texts, atom.span, other.span));
    else {
      const atoms = { before: atom, after: other };
      hunks.push({ level: "atom", before: atom.span, after: other.span, atoms, held: holdsNothing });
    }
    at = { before: atom.span.end, after: other.span.end };
  });
  hunks.push(...cosmeticHunk(texts, { start: at.before, end: before.end }, { start: at.after, end: after.end }));
  return hunks;
}

const keyed = (text: string, spans: readonly Span[]): KeyedClauses => ({
  spans,
  keys: spans.map((span) => clauseKeys(sliceOf(text, span), span.start)),
});

const part = (clauses: KeyedClauses, range: { start: number; end: number }): KeyedClauses => ({
  spans: clauses.spans.slice(range.start, range.end),
  keys: clauses.keys.slice(range.start, range.end),
});

type Equal = (before: Clause, after: Clause) => Hunk[];
type Changed = (before: KeyedClauses, after: KeyedClauses) => Hunk[];

function pairsIn(sides: KeyedSides, run: Run, equal: Equal): Hunk[] {
  const hunks: Hunk[] = [];
  for (let at = 0; at < run.before.end - run.before.start; at += 1) {
    const [b, a] = [run.before.start + at, run.after.start + at];
    const [span, key] = [sides.before.spans[b], sides.before.keys[b]];
    const [other, otherKey] = [sides.after.spans[a], sides.after.keys[a]];
    if (span === undefined || key === undefined || other === undefined || otherKey === undefined) continue;
    hunks.push(...equal({ span, key }, { span: other, key: otherKey }));
  }
  return hunks;
}

/** Whether any clause of one side has the key of one of the other. */
function sharesKey({ before, after }: KeyedSides, key: "canonical" | "skeleton"): boolean {
  const known = new Set<string>();
  for (const one of after.keys) if (one[key] !== "") known.add(one[key]);
  return before.keys.some((one) => known.has(one[key]));
}

/** Clauses aligned by one of their keys: a hunk list for equal pairs, another for changed stretches. */
function refine(sides: KeyedSides, key: "canonical" | "skeleton", equal: Equal, changed: Changed): Hunk[] {
  if (!sharesKey(sides, key)) return changed(sides.before, sides.after);
  const runs = alignSequence(
    sides.before.keys.map((one, at) => (one[key] === "" ? `\u0000${at}` : one[key])),
    sides.after.keys.map((one, at) => (one[key] === "" ? `\u0001${at}` : one[key])),
  );
  return runs.flatMap((run) =>
    run.equal ? pairsIn(sides, run, equal) : changed(part(sides.before, run.before), part(sides.after, run.after)),
  );
}

const isSame = (texts: Texts, old: Span | undefined, young: Span | undefined): boolean =>
  old !== undefined &&
  young !== undefined &&
  old.end - old.start === young.end - young.start &&
  texts.before.charCodeAt(old.start) === texts.after.charCodeAt(young.start) &&
  sliceOf(texts.before, old) === sliceOf(texts.after, young);

/** Leaves out the clauses that both sides start and end with. */
function trimmed(texts: Texts, sides: Sides): Sides {
  const { before, after } = sides;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(texts, before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(texts, before[before.length - 1 - tail], after[after.length - 1 - tail]))
    tail += 1;
  if (head + tail === 0) return sides;
  return { before: before.slice(head, before.length - tail), after: after.slice(head, after.length - tail) };
}

const longestBlank = 8;

/** The words themselves; a piece of white space and marks matches no other, which would tear words from their place. */
function rawKey(text: string, span: Span, alone: string): string {
  const words = sliceOf(text, span);
  return words.length <= longestBlank && foldTypography(words) === "" ? alone : words;
}

/** Clauses of changed sentences: those that are the same are left out, the others looked at. */
function clauseHunks(texts: Texts, sentences: Sides): Hunk[] {
  const clauses = trimmed(texts, {
    before: sentences.before.flatMap((span) => splitClauses(texts.before, span)),
    after: sentences.after.flatMap((span) => splitClauses(texts.after, span)),
  });
  const [old, young] = [clauses.before.length, clauses.after.length];
  if (old + young === 0) return [];
  if (old < 2 || young < 2) return editedHunks(texts, clauses);
  const runs = alignSequence(
    clauses.before.map((span, at) => rawKey(texts.before, span, `\u0000${at}`)),
    clauses.after.map((span, at) => rawKey(texts.after, span, `\u0001${at}`)),
  );
  return runs.flatMap((run) => (run.equal ? [] : editedHunks(texts, cut(clauses, run))));
}

/** One clause for another. */
function clausePair(texts: Texts, sides: KeyedSides): Hunk[] {
  const [span, key] = [sides.before.spans[0], sides.before.keys[0]];
  const [other, otherKey] = [sides.after.spans[0], sides.after.keys[0]];
  if (span === undefined || key === undefined || other === undefined || otherKey === undefined) return [];
  if (key.canonical === otherKey.canonical) return cosmeticHunk(texts, span, other);
  if (key.skeleton === otherKey.skeleton) return atomHunks(texts, { span, key }, { span: other, key: otherKey });
  return proseHunks(texts, sides);
}

/** Edited clauses: what says the same, then what differs in atoms only, then the rest. */
function editedHunks(texts: Texts, clauses: Sides): Hunk[] {
  const sides = { before: keyed(texts.before, clauses.before), after: keyed(texts.after, clauses.after) };
  if (clauses.before.length === 0 || clauses.after.length === 0) return proseHunks(texts, sides);
  if (clauses.before.length === 1 && clauses.after.length === 1) return clausePair(texts, sides);
  return refine(
    sides,
    "canonical",
    (one, other) => cosmeticHunk(texts, one.span, other.span),
    (before, after) =>
      refine(
        { before, after },
        "skeleton",
        (old, young) => atomHunks(texts, old, young),
        (old, young) => proseHunks(texts, { before: old, after: young }),
      ),
  );
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
      merged[merged.length - 1] = { level: "cosmetic", before, after, atoms: null, held: holdsNothing };
    } else {
      merged.push(hunk);
    }
  }
  return merged;
}

const pieces = (text: string, spans: readonly Span[]): Span[] => spans.flatMap((span) => splitSentences(text, span));

/** Longer stretches are aligned by sentence first. */
const longStretch = 1200;

function sentenceHunks(texts: Texts, sides: Sides): Hunk[] {
  const sentences: Sides = { before: pieces(texts.before, sides.before), after: pieces(texts.after, sides.after) };
  const runs = alignSequence(
    sentences.before.map((span, at) => rawKey(texts.before, span, `\u0000${at}`)),
    sentences.after.map((span, at) => rawKey(texts.after, span, `\u0001${at}`)),
  );
  return runs.flatMap((run) => (run.equal ? [] : clauseHunks(texts, cut(sentences, run))));
}

/** What differs between two stretches: the clauses that both start and end with are left out without looking at them. */
function stretchHunks(texts: Texts, before: Span, after: Span): Hunk[] {
  const shorter = Math.min(before.end - before.start, after.end - after.start);
  let head = 0;
  while (head < shorter && texts.before.charCodeAt(before.start + head) === texts.after.charCodeAt(after.start + head))
    head += 1;
  if (head === shorter && before.end - before.start === after.end - after.start) return [];
  const from = clauseEndBefore(texts.before, before.start, before.start + head) - before.start;
  const start = Math.min(from, clauseEndBefore(texts.after, after.start, after.start + head) - after.start);
  let tail = 0;
  while (
    tail < shorter - start &&
    texts.before.charCodeAt(before.end - 1 - tail) === texts.after.charCodeAt(after.end - 1 - tail)
  )
    tail += 1;
  const end = Math.min(
    before.end - clauseEndAfter(texts.before, before.end - tail, before.end),
    after.end - clauseEndAfter(texts.after, after.end - tail, after.end),
  );
  const sides: Sides = {
    before: [{ start: before.start + start, end: before.end - end }],
    after: [{ start: after.start + start, end: after.end - end }],
  };
  const size = before.end - before.start + (after.end - after.start) - 2 * (start + end);
  return size > longStretch ? sentenceHunks(texts, sides) : clauseHunks(texts, sides);
}

/** All differences between two regions, each a list of stretches of its text, in order. */
export function hunksOf(texts: Texts, before: readonly Span[], after: readonly Span[]): Hunk[] {
  const rest = trimmed(texts, { before, after });
  const [old, young] = [rest.before[0], rest.after[0]];
  const isSingle = rest.before.length === 1 && rest.after.length === 1 && old !== undefined && young !== undefined;
  return mergedCosmetics(isSingle ? stretchHunks(texts, old, young) : sentenceHunks(texts, rest));
}
