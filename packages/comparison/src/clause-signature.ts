import type { Span } from "@zhenggai/notice";
import { titleEnd } from "./atoms.ts";
import type { Sides, Texts } from "./hunk.ts";
import { classAt, signClass } from "./sign-classes.ts";
import { sliceOf } from "./spans.ts";
import { fate, foldFate } from "./typography.ts";

const { titleMark, digit, chineseDigit, dateSign, unitPart } = signClass;

/** Characters of figures and dates: which of them stand in one takes patterns to tell. */
const atomSigns = digit | chineseDigit | dateSign | unitPart;

/** The signature of a clause that only its keys can tell. */
const untold = -1;

/** What stands between the marks of a title counts as words, or as an atom. */
type Titles = "words" | "atoms";

/**
 * A number, at least 0, that two texts have in common where they say the same but for figures, dates and titles: of the words
 * that can stand in none of these. -1 where folding does more than leave characters out. A tenth of the cost of keys.
 * 追缴３笔， and 追缴12笔： have one; 追缴3笔 and 追回3笔 have two.
 */
function signatureOf(text: string, titles: Titles): number {
  let signature = 0;
  for (let at = 0; at < text.length; at += 1) {
    const classes = classAt(text, at);
    if ((classes & titleMark) !== 0 && titles === "atoms") at = Math.max(at, titleEnd(text, at) - 1);
    else if ((classes & atomSigns) === 0) {
      const code = text.charCodeAt(at);
      const found = fate(code);
      if (found === foldFate.rewritten) return untold;
      if (found === foldFate.kept) signature = (Math.imul(signature, 31) + code) & 0x7f_ff_ff_ff;
    }
  }
  return signature;
}

/** Whether two stretches differ for certain in more than figures, dates and typography, wherever they are cut into clauses. */
export function saysOtherwise(one: string, other: string): boolean {
  const [signature, another] = [signatureOf(one, "words"), signatureOf(other, "words")];
  return signature !== another && signature !== untold && another !== untold;
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

/** Whether any clause of one side can have the key of one of the other; most that were written anew can't. */
export function mayShareKeys(texts: Texts, { before, after }: Sides<Span>): boolean {
  const known = new Set(after.map((span) => signatureOf(sliceOf(texts.after, span), "atoms")));
  if (known.has(untold)) return before.length > 0;
  return before.some((span) => {
    const signature = signatureOf(sliceOf(texts.before, span), "atoms");
    return signature === untold || known.has(signature);
  });
}
