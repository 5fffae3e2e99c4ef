import type { Span } from "@zhenggai/notice";
import { saysOtherwise } from "./clause-signature.ts";
import type { Hunk, Sides, Texts } from "./hunk.ts";
import { linesThatPair } from "./line-pairs.ts";
import { contains, nowhere, sliceOf, spanOf } from "./spans.ts";
import { canonicalKey } from "./text-keys.ts";
import { foldTypography } from "./typography.ts";

/** The stretches that clauses make where they touch. */
function joined(clauses: readonly Span[]): Span[] {
  const stretches: Span[] = [];
  let open: Span | null = null;
  for (const span of clauses) {
    if (open === null) open = span;
    else if (open.end === span.start) open = spanOf(open.start, span.end);
    else {
      stretches.push(open);
      open = span;
    }
  }
  if (open !== null) stretches.push(open);
  return stretches;
}

/** Words of the notice and what the page prints around it, each against its like. */
export function proseHunks(texts: Texts, clauses: Sides<Span>): Hunk[] {
  const { furniture } = texts;
  if (furniture === undefined || furniture.before.length + furniture.after.length === 0)
    return plainHunks(texts, clauses);
  const old = parted(clauses.before, furniture.before);
  const young = parted(clauses.after, furniture.after);
  return [
    ...plainHunks(texts, { before: old.around, after: young.around }),
    ...plainHunks(texts, { before: old.words, after: young.words }),
  ];
}

function parted(clauses: readonly Span[], furniture: readonly Span[]): Record<"around" | "words", Span[]> {
  const isAround = clauses.map((span) => furniture.some((piece) => contains(piece, span)));
  return {
    around: clauses.filter((_, at) => isAround[at] === true),
    words: clauses.filter((_, at) => isAround[at] === false),
  };
}

const saysNothing = (text: string, clauses: readonly Span[]): boolean =>
  clauses.every((span) => canonicalKey(sliceOf(text, span)) === "");

const keysOf = (text: string, clauses: readonly Span[]): string =>
  clauses.map((span) => canonicalKey(sliceOf(text, span))).join("");

/** Whether clauses make one stretch, or none: nearly all do. */
const touch = (clauses: readonly Span[]): boolean =>
  clauses.every((span, at) => at === 0 || clauses[at - 1]?.end === span.start);

/** The words of clauses; a piece of the text where they touch. */
const wordsOf = (text: string, clauses: readonly Span[]): string =>
  touch(clauses)
    ? text.slice(clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0)
    : clauses.map((span) => sliceOf(text, span)).join("");

/** Whether stretches of clauses say the same, wherever they are cut: punctuation alone may have moved. */
function sayTheSame(texts: Texts, { before, after }: Sides<Span>): boolean {
  const [old, young] = [wordsOf(texts.before, before), wordsOf(texts.after, after)];
  if (saysOtherwise(old, young)) return false;
  if (saysNothing(texts.before, before) && saysNothing(texts.after, after)) return true;
  if (before.length + after.length <= 2 || before.length * after.length === 0) return false;
  return keysOf(texts.before, before) === keysOf(texts.after, after) || foldTypography(old) === foldTypography(young);
}

function plainHunks(texts: Texts, clauses: Sides<Span>): Hunk[] {
  if (sayTheSame(texts, clauses)) return stretchHunks(texts, clauses, "cosmetic");
  const lines = linesThatPair(texts, clauses);
  if (lines === null) return stretchHunks(texts, clauses, "prose");
  return lines.flatMap((line) => stretchHunks(texts, line, sayTheSame(texts, line) ? "cosmetic" : "prose"));
}

const stretchOf = (clauses: readonly Span[]): Span =>
  clauses.length === 0 ? nowhere : spanOf(clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0);

function stretchHunks(texts: Texts, clauses: Sides<Span>, level: "cosmetic" | "prose"): Hunk[] {
  if (clauses.before.length + clauses.after.length === 0) return [];
  if (touch(clauses.before) && touch(clauses.after))
    return [{ level, before: stretchOf(clauses.before), after: stretchOf(clauses.after), atoms: null, clauses }];
  const [old, young] = [joined(clauses.before), joined(clauses.after)];
  return Array.from({ length: Math.max(old.length, young.length) }, (_, at): Hunk => {
    const [before, after] = [old[at] ?? nowhere, young[at] ?? nowhere];
    const isBlank =
      foldTypography(sliceOf(texts.before, before)) === "" && foldTypography(sliceOf(texts.after, after)) === "";
    const own = {
      before: clauses.before.filter((span) => contains(before, span)),
      after: clauses.after.filter((span) => contains(after, span)),
    };
    return { level: isBlank ? "cosmetic" : level, before, after, atoms: null, clauses: own };
  });
}
