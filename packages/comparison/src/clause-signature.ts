import type { Span } from "@zhenggai/notice";
import { titleEnd } from "./atoms.ts";
import type { Sides, Texts } from "./hunk.ts";
import { classAt, signClass } from "./sign-classes.ts";
import { fate, foldFate } from "./typography.ts";

const { titleMark, digit, chineseDigit, dateSign, unitPart } = signClass;

/** Characters of figures and dates: which of them stand in one takes patterns to tell. */
const atomSigns = digit | chineseDigit | dateSign | unitPart;

/** The signature of a clause that only its keys can tell. */
const untold = -1;

/**
 * A number, at least 0, that two clauses have in common where they are one but for figures, dates and titles: of their first words
 * that can stand in none of these, no more than asked for. -1 where folding does more than leave characters out. A tenth of the cost
 * of keys. 追缴３笔， and 追缴12笔： have one; 追缴3笔 and 追回3笔 have two.
 */
function signatureOf(text: string, { start, end }: Span, mostWords: number): number {
  let signature = 0;
  let words = 0;
  for (let at = start; at < end && words < mostWords; at += 1) {
    const classes = classAt(text, at);
    if ((classes & titleMark) !== 0) at = Math.max(at, titleEnd(text, at, end) - 1);
    else if ((classes & atomSigns) === 0) {
      const code = text.charCodeAt(at);
      const found = fate(code);
      if (found === foldFate.rewritten) return untold;
      if (found === foldFate.dropped) continue;
      signature = (Math.imul(signature, 31) + code) & 0x7f_ff_ff_ff;
      words += 1;
    }
  }
  return signature;
}

/** Where at or after a place a word stands that folding keeps or rewrites, and that can belong to no figure or date. */
function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && ((classAt(text, at) & atomSigns) !== 0 || fate(text.charCodeAt(at)) === foldFate.dropped))
    at += 1;
  return at;
}

const isRewritten = (text: string, at: number): boolean =>
  at < text.length && fate(text.charCodeAt(at)) === foldFate.rewritten;

/**
 * Whether two stretches differ for certain in more than figures, dates and typography, wherever they are cut into clauses: told by
 * the first word that differs, which most have among their first.
 */
export function saysOtherwise(one: string, other: string): boolean {
  let [a, b] = [nextWord(one, 0), nextWord(other, 0)];
  while (a < one.length && one.charCodeAt(a) === other.charCodeAt(b)) {
    if (isRewritten(one, a)) return false;
    a = nextWord(one, a + 1);
    b = nextWord(other, b + 1);
  }
  if (a === one.length && b === other.length) return false;
  // What folding rewrites may become what stands on the other side, or join what stands before it.
  return ![isRewritten(one, a), isRewritten(other, b), isRewritten(one, a + 1), isRewritten(other, b + 1)].includes(
    true,
  );
}

/** Where at or after a place a character stands that can belong to a figure or date, or beside one that can; the end of the text where none does. */
function nextNumeral(text: string, from: number): number {
  let at = from;
  while (at < text.length && ((classAt(text, at - 1) | classAt(text, at) | classAt(text, at + 1)) & atomSigns) === 0)
    at += 1;
  return at;
}

/** Whether two texts print the same figures and dates for certain, whatever else they say: each with the characters beside it. */
export function printsSameNumbers(one: string, other: string): boolean {
  let [a, b] = [nextNumeral(one, 0), nextNumeral(other, 0)];
  while (a < one.length && one.charCodeAt(a) === other.charCodeAt(b)) {
    a = nextNumeral(one, a + 1);
    b = nextNumeral(other, b + 1);
  }
  return a === one.length && b === other.length;
}

/** Up to so many signatures are looked through; a set of more is cheaper to ask. */
const fewSignatures = 16;

/** Whether any clause of one side has the signature of one of the other. */
function shareSignature(texts: Texts, { before, after }: Sides<Span>, mostWords: number): boolean {
  const young: number[] = [];
  for (const span of after) young.push(signatureOf(texts.after, span, mostWords));
  if (young.includes(untold)) return before.length > 0;
  const known = young.length > fewSignatures ? new Set(young) : null;
  for (const span of before) {
    const signature = signatureOf(texts.before, span, mostWords);
    if (signature === untold || (known === null ? young.includes(signature) : known.has(signature))) return true;
  }
  return false;
}

const fewWords = 2;

/** Whether any clause of one side can say what one of the other does, told by how they open: most that were written anew can't. */
export const mayShareOpenings = (texts: Texts, clauses: Sides<Span>): boolean =>
  shareSignature(texts, clauses, fewWords);

/** Whether any clause of one side can have the key of one of the other, told by all their words. */
export const mayShareKeys = (texts: Texts, clauses: Sides<Span>): boolean =>
  mayShareOpenings(texts, clauses) && shareSignature(texts, clauses, Number.MAX_SAFE_INTEGER);
