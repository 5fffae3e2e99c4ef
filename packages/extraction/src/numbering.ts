import { hanValue } from "./chinese-number.ts";

/** How a paragraph is numbered; in this order they usually nest. */
export const markerStyles = [
  "chapter", // 一、
  "han-in-brackets", // (一)
  "arabic", // 1. 1、
  "arabic-in-brackets", // (1) 1)
  "circled", // ①
  "enumerator", // 一是
  "ordinal-word", // 第一, 首先,
] as const;

export type MarkerStyle = (typeof markerStyles)[number];

export type Marker = {
  readonly style: MarkerStyle;
  readonly ordinal: number;
  /** As the view prints it, without spaces after it. */
  readonly numbering: string;
  /** Units of the view up to the first character after it. */
  readonly length: number;
};

const han = "[一二三四五六七八九十百]{1,4}";
const patterns: readonly (readonly [MarkerStyle, RegExp])[] = [
  ["chapter", new RegExp(String.raw`^((${han})\s?[、.])\s*`)],
  ["han-in-brackets", new RegExp(String.raw`^(\(\s?(${han})\s?\)[、.]?)\s*`)],
  ["arabic", /^((\d{1,3})(?:\.(?!\d)|、))\s*/],
  ["arabic-in-brackets", /^(\(?\s?(\d{1,3})\s?\)[、.]?)\s*/],
  ["circled", /^([①-⑳])\s*/],
  ["enumerator", new RegExp(String.raw`^((${han})[是要])\s*`)],
  ["ordinal-word", new RegExp(String.raw`^(第(${han})(?=[,、]))[,、]\s*`)],
  ["ordinal-word", /^((首先|其次|再次|最后)(?=[,、]))[,、]\s*/],
];
const ordinalWords: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 最后: 4 };

/** Reads the number at the start of a line: “(十二)关于…” is the twelfth of its style. Null where there is none. */
export function readMarker(line: string): Marker | null {
  for (const [style, pattern] of patterns) {
    const match = pattern.exec(line);
    if (!match) continue;
    const [whole, numbering = "", numeral = ""] = match;
    const ordinal = ordinalOf(style, numbering, numeral);
    if (ordinal !== null && ordinal > 0) return { style, ordinal, numbering, length: whole.length };
  }
  return null;
}

function ordinalOf(style: MarkerStyle, numbering: string, numeral: string): number | null {
  if (style === "circled") return numbering.charCodeAt(0) - 0x245f;
  if (/^\d/.test(numeral)) return Number(numeral);
  return ordinalWords[numeral] ?? hanValue(numeral);
}
