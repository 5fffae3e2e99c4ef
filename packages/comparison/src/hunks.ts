import type { Span } from "@zhenggai/notice";
import { alignSequence, type Run } from "./align-sequence.ts";
import { atomKey } from "./atoms.ts";
import { mayShareKeys, mayShareOpenings } from "./clause-signature.ts";
import { isSameText, noClauses, type Hunk, type Sides, type Texts } from "./hunk.ts";
import { proseHunks } from "./prose-hunks.ts";
import { clauseEndAfter, clauseEndBefore, splitClauses, splitSentences } from "./sentences.ts";
import { coverOf, sliceOf, spanOf } from "./spans.ts";
import { clauseKeys, type ClauseKeys } from "./text-keys.ts";
import { foldTypography } from "./typography.ts";

const cut = <Piece>(sides: Sides<Piece>, run: Run): Sides<Piece> => ({
  before: sides.before.slice(run.before.start, run.before.end),
  after: sides.after.slice(run.after.start, run.after.end),
});

const cosmeticHunk = (texts: Texts, before: Span, after: Span): Hunk[] =>
  isSameText(texts, before, after) ? [] : [{ level: "cosmetic", before, after, atoms: null, clauses: noClauses }];

/** Clauses with one skeleton: an atom hunk for every atom that differs, a cosmetic one for every stretch between. */
function atomHunks(texts: Texts, one: Clause, next: Clause): Hunk[] {
  const [before, after] = [one.span, next.span];
  const [old, young] = [one.keys.atoms, next.keys.atoms];
  const hunks: Hunk[] = [];
  let at = { before: before.start, after: after.start };
  old.forEach((atom, index) => {
    const other = young[index] ?? atom;
    const gapBefore = { start: at.before, end: atom.span.start };
    hunks.push(...cosmeticHunk(texts, gapBefore, { start: at.after, end: other.span.start }));
    if (atomKey(atom) === atomKey(other)) hunks.push(...cosmeticHunk(texts, atom.span, other.span));
    else {
      const atoms = { before: atom, after: other };
      hunks.push({ level: "atom", before: atom.span, after: other.span, atoms, clauses: noClauses });
    }
    at = { before: atom.span.end, after: other.span.end };
  });
  hunks.push(...cosmeticHunk(texts, { start: at.before, end: before.end }, { start: at.after, end: after.end }));
  return hunks;
}

type Clause = { readonly span: Span; readonly keys: ClauseKeys };

const keyed = (text: string, spans: readonly Span[]): Clause[] =>
  spans.map((span) => ({ span, keys: clauseKeys(sliceOf(text, span), span.start) }));

type Equal = (before: Clause, after: Clause) => Hunk[];
type Changed = (clauses: Sides<Clause>) => Hunk[];

function pairsIn(clauses: Sides<Clause>, run: Run, equal: Equal): Hunk[] {
  const young = clauses.after.slice(run.after.start, run.after.end);
  return clauses.before.slice(run.before.start, run.before.end).flatMap((one, at) => {
    const other = young[at];
    return other === undefined ? [] : equal(one, other);
  });
}

/** Whether any clause of one side has the key of one of the other. */
function sharesKey({ before, after }: Sides<Clause>, key: "canonical" | "skeleton"): boolean {
  const known = new Set<string>();
  for (const { keys } of after) if (keys[key] !== "") known.add(keys[key]);
  return before.some(({ keys }) => known.has(keys[key]));
}

/** What holds no words has no key to be found by. */
const keyOr = (key: string, alone: string): string => (key === "" ? alone : key);

/** Clauses aligned by one of their keys: a hunk list for equal pairs, another for changed stretches. */
function refine(clauses: Sides<Clause>, key: "canonical" | "skeleton", equal: Equal, changed: Changed): Hunk[] {
  if (!sharesKey(clauses, key)) return changed(clauses);
  const runs = alignSequence(
    clauses.before.map(({ keys }, at) => keyOr(keys[key], `\u0000${at}`)),
    clauses.after.map(({ keys }, at) => keyOr(keys[key], `\u0001${at}`)),
  );
  return runs.flatMap((run) => (run.equal ? pairsIn(clauses, run, equal) : changed(cut(clauses, run))));
}

const isSameAt = (texts: Texts, old: Span | undefined, young: Span | undefined): boolean =>
  old !== undefined && young !== undefined && isSameText(texts, old, young);

/** Leaves out the clauses that both sides start and end with. */
function trimmed(texts: Texts, sides: Sides<Span>): Sides<Span> {
  const { before, after } = sides;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSameAt(texts, before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSameAt(texts, before[before.length - 1 - tail], after[after.length - 1 - tail]))
    tail += 1;
  if (head + tail === 0) return sides;
  return { before: before.slice(head, before.length - tail), after: after.slice(head, after.length - tail) };
}

const longestBlank = 8;

/** The words themselves; a piece of white space and marks matches no other, which would tear words from their place. */
const rawKeys = (text: string, spans: readonly Span[], alone: string): string[] =>
  spans.map((span, at) => {
    const words = sliceOf(text, span);
    return words.length <= longestBlank && foldTypography(words) === "" ? `${alone}${at}` : words;
  });

const pieces = (text: string, spans: readonly Span[], split: (text: string, within: Span) => Span[]): Span[] =>
  spans.length === 1 && spans[0] !== undefined ? split(text, spans[0]) : spans.flatMap((span) => split(text, span));

/** Clauses of changed sentences: those that are the same are left out, the others looked at. */
function clauseHunks(texts: Texts, sentences: Sides<Span>): Hunk[] {
  const clauses = trimmed(texts, {
    before: pieces(texts.before, sentences.before, splitClauses),
    after: pieces(texts.after, sentences.after, splitClauses),
  });
  const [old, young] = [clauses.before.length, clauses.after.length];
  if (old + young === 0) return [];
  if (old < 2 || young < 2) return editedHunks(texts, clauses);
  if (!mayShareOpenings(texts, clauses)) return proseHunks(texts, clauses);
  const runs = alignSequence(
    rawKeys(texts.before, clauses.before, "\u0000"),
    rawKeys(texts.after, clauses.after, "\u0001"),
  );
  const hunks: Hunk[] = [];
  for (const run of runs) if (!run.equal) hunks.push(...editedHunks(texts, cut(clauses, run)));
  return hunks;
}

/** Edited clauses: what says the same, then what differs in atoms only, then the rest. */
function editedHunks(texts: Texts, clauses: Sides<Span>): Hunk[] {
  return mayShareKeys(texts, clauses) ? keyedHunks(texts, clauses) : proseHunks(texts, clauses);
}

function keyedHunks(texts: Texts, clauses: Sides<Span>): Hunk[] {
  const sides = { before: keyed(texts.before, clauses.before), after: keyed(texts.after, clauses.after) };
  const [one, other] = [sides.before[0], sides.after[0]];
  // What holds no words has no key to be found by, but alone with its like it is its like.
  const isPair = sides.before.length === 1 && sides.after.length === 1 && one !== undefined && other !== undefined;
  if (isPair && one.keys.canonical === other.keys.canonical) return cosmeticHunk(texts, one.span, other.span);
  return refine(
    sides,
    "canonical",
    (old, young) => cosmeticHunk(texts, old.span, young.span),
    (changed) =>
      refine(
        changed,
        "skeleton",
        (old, young) => atomHunks(texts, old, young),
        ({ before, after }) =>
          proseHunks(texts, { before: before.map(({ span }) => span), after: after.map(({ span }) => span) }),
      ),
  );
}

/** One hunk for cosmetic neighbours, so that a text set in another width is a few operations, not thousands. */
function mergedCosmetics(hunks: Hunk[]): Hunk[] {
  if (hunks.length < 2) return hunks;
  const merged: Hunk[] = [];
  for (const hunk of hunks) {
    const last = merged.at(-1);
    const touches = last !== undefined && last.before.end === hunk.before.start && last.after.end === hunk.after.start;
    if (touches && last.level === "cosmetic" && hunk.level === "cosmetic") {
      const before = coverOf([last.before, hunk.before]) ?? hunk.before;
      const after = coverOf([last.after, hunk.after]) ?? hunk.after;
      merged[merged.length - 1] = { level: "cosmetic", before, after, atoms: null, clauses: noClauses };
    } else {
      merged.push(hunk);
    }
  }
  return merged;
}

/** Longer stretches are aligned by sentence first. */
const longStretch = 1200;

function sentenceHunks(texts: Texts, sides: Sides<Span>): Hunk[] {
  const sentences: Sides<Span> = {
    before: pieces(texts.before, sides.before, splitSentences),
    after: pieces(texts.after, sides.after, splitSentences),
  };
  const runs = alignSequence(
    rawKeys(texts.before, sentences.before, "\u0000"),
    rawKeys(texts.after, sentences.after, "\u0001"),
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
  const sides: Sides<Span> = {
    before: [spanOf(before.start + start, before.end - end)],
    after: [spanOf(after.start + start, after.end - end)],
  };
  const size = before.end - before.start + (after.end - after.start) - 2 * (start + end);
  return size > longStretch ? sentenceHunks(texts, sides) : clauseHunks(texts, sides);
}

/** All differences between two stretches, in order. */
export const hunksBetween = (texts: Texts, before: Span, after: Span): Hunk[] =>
  isSameText(texts, before, after) ? [] : mergedCosmetics(stretchHunks(texts, before, after));

/** All differences between two regions, each a list of stretches of its text, in order. */
export function hunksOf(texts: Texts, before: readonly Span[], after: readonly Span[]): Hunk[] {
  const rest = trimmed(texts, { before, after });
  if (rest.before.length + rest.after.length === 0) return [];
  const [old, young] = [rest.before[0], rest.after[0]];
  const isSingle = rest.before.length === 1 && rest.after.length === 1 && old !== undefined && young !== undefined;
  return mergedCosmetics(isSingle ? stretchHunks(texts, old, young) : sentenceHunks(texts, rest));
}
