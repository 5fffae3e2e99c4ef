import { everyMatch } from "./every-match.ts";

const han = "[一二三四五六七八九十]{1,3}";
/**
 * A number inside a line, behind the end of a sentence, a bracket, a quotation or a gap. Its last character comes first, for most
 * numerals are followed by none.
 */
const numberInside = String.raw`[、.)](?<=(?:[。;!?:”")\s]|情况|问题)(${han}、|\(${han}\)|\d{1,3}[.、](?!\d)|\(?\d{1,3}\)))`;
const numbersInside = new RegExp(numberInside, "g");

/** Where the numbers inside a line begin: “(一)工作不实方面。1.…。2.…。”. */
export function numbersIn(text: string): readonly number[] {
  return everyMatch(numbersInside, text).map(({ index, 1: number = "" }) => index + 1 - number.length);
}
