import { beginsWithDigit, hanValue } from "./chinese-number.ts";

/** How a paragraph is numbered; in this order they usually nest. */
export const markerStyles = [
  "unnumbered-chapter", // 整改落实情况, on a line of its own
  "part", // 第一部分
  "chapter", // 一、 一.
  "unnumbered-problem", // 关于“…”问题, where no finding has a number
  "problem-label", // 问题一:
  "han-in-brackets", // (一)
  "arabic", // 1.
  "arabic-comma", // 1、 where it is not the same as 1.
  "arabic-in-brackets", // (1)
  "arabic-closing", // 1) where it is not the same as (1)
  "circled", // ①
  "letter", // A.
  "enumerator", // 一是 一要
  "ordinal-word", // 第一, 首先,
] as const;

export type MarkerStyle = (typeof markerStyles)[number];

const ranks = new Map(markerStyles.map((style, rank) => [style, rank]));

/** Place of a style in the usual order of nesting, outermost 0. */
export function rankOf(style: MarkerStyle): number {
  return ranks.get(style) ?? 0;
}

/** Depth and style in one number, by which a map finds the paragraphs of one kind quicker than by words. */
export function formOf(level: number, style: MarkerStyle): number {
  return level * markerStyles.length + rankOf(style);
}

export type Marker = {
  readonly style: MarkerStyle;
  readonly ordinal: number;
  /** As the view prints it, without spaces after it. */
  readonly numbering: string;
  /** Units of the view up to the first character after it. */
  readonly length: number;
};

const han = "[一二三四五六七八九十百]{1,4}";
/** What follows a number whose punctuation is wrong or missing: only the formula of a problem heading makes it one. */
const formula = String.raw`(?=(?:关于|针对)\s?["“「])`;
const hanStarts = "一二三四五六七八九十百";
const digitStarts = "0123456789";
const brackets = "([【〔";
/** Tried in this order, each on lines that begin with one of its characters. */
const patterns: readonly (readonly [MarkerStyle, string, RegExp])[] = [
  ["part", "第", new RegExp(String.raw`^(第(${han})部分)[、:,.\s]?\s*`)],
  ["chapter", hanStarts, new RegExp(String.raw`^((${han})\s?[、.])\s*`)],
  [
    "problem-label",
    "反具突主问整事",
    new RegExp(
      String.raw`^((?:(?:反馈|具体|突出|主要|整改)?问题|(?:整改|反馈)?事项)\s?(${han}|\d{1,3}))(?=[:、.\s"“])[:、.]?\s*`,
    ),
  ],
  ["han-in-brackets", brackets + hanStarts, new RegExp(String.raw`^([(\[【〔]?\s?(${han})\s?[)\]】〕][、.]?)\s*`)],
  ["arabic", digitStarts, /^((\d{1,3})\s?\.(?!\d))\s*/],
  ["arabic", digitStarts, /^((\d{1,3}))[^\S\n]{0,4}\n\s*/],
  ["arabic", digitStarts, /^((\d{1,3}))[^\S\n]{1,4}(?=[\u4e00-\u9fff“]{4})(?![年月日号个名项条件起次人家万亿元余多])/],
  ["arabic-comma", digitStarts, /^((\d{1,3})\s?、)\s*/],
  ["arabic-in-brackets", brackets, /^([([【〔]\s?(\d{1,3})\s?[)\]】〕][、.]?)\s*/],
  ["arabic-closing", digitStarts, /^((\d{1,3})\s?\)[、.]?)\s*/],
  ["circled", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", /^([①-⑳])[、.]?\s*/],
  ["letter", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", /^(([A-Z])[、.])\s*(?=[\u4e00-\u9fff“《])/],
  ["enumerator", hanStarts, new RegExp(String.raw`^((${han})[是要])\s*`)],
  ["ordinal-word", "第", new RegExp(String.raw`^(第(${han})(?=[,、]))[,、]\s*`)],
  ["ordinal-word", "首其再最", /^((首先|其次|再次|最后)(?=[,、]))[,、]\s*/],
  ["chapter", hanStarts, new RegExp(String.raw`^((${han})[,:;]?)\s*${formula}`)],
  ["han-in-brackets", "(", new RegExp(String.raw`^(\(\s?(${han}))[、,.]?\s*${formula}`)],
  ["arabic-in-brackets", "(", new RegExp(String.raw`^(\(\s?(\d{1,3}))[、,.]?\s*${formula}`)],
  ["arabic", digitStarts, new RegExp(String.raw`^((\d{1,3})[,:;]?)\s*${formula}`)],
];
const patternsByStart = new Map(
  [...new Set(patterns.map(([, starts]) => starts).join(""))].map((start) => {
    return [start.charCodeAt(0), patterns.filter(([, starts]) => starts.includes(start))];
  }),
);
const ordinalWords: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 最后: 4 };

/** Reads the number at the start of a line: “(十二)关于…” is the twelfth of its style. Null where there is none. */
export function readMarker(line: string): Marker | null {
  const ofStart = patternsByStart.get(line.charCodeAt(0));
  if (ofStart === undefined) return null;
  for (const [style, , pattern] of ofStart) {
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
  if (style === "letter") return numeral.charCodeAt(0) - 0x40;
  if (beginsWithDigit(numeral)) return Number(numeral);
  return (style === "ordinal-word" ? ordinalWords[numeral] : undefined) ?? hanValue(numeral);
}

/** Two ways to print one style; an office that prints both usually means the same by them. */
const twins: readonly (readonly [MarkerStyle, MarkerStyle])[] = [
  ["arabic-comma", "arabic"],
  ["arabic-closing", "arabic-in-brackets"],
];

type Numbered = { readonly style: MarkerStyle; readonly ordinal: number };

/**
 * Takes “1、” for “1.” and “1)” for “(1)”, unless this document nests one in the other: “1.” “1、” “2、” “2.” has two depths, while
 * “1.” “2、” “3.” is one sloppy list.
 */
export function unifyTwins<Marked extends Numbered>(markers: readonly Marked[]): readonly Marked[] {
  const same = new Map(twins.filter(([twin, style]) => !isNested(markers, twin, style)));
  return markers.map((marker) => {
    const style = same.get(marker.style);
    return style === undefined ? marker : { ...marker, style };
  });
}

/** Each counts without a gap by itself, and one starts while the other is under way. */
function isNested(markers: readonly Numbered[], twin: MarkerStyle, style: MarkerStyle): boolean {
  const pair = markers.filter((marker) => marker.style === twin || marker.style === style);
  const isUnderWay = pair.some((marker, at) => {
    const before = pair[at - 1];
    if (marker.ordinal !== 1 || !before || before.style === marker.style) return false;
    return pair.slice(at).find((later) => later.style === before.style)?.ordinal === before.ordinal + 1;
  });
  return isUnderWay && countsOn(pair, twin) && countsOn(pair, style);
}

function countsOn(markers: readonly Numbered[], style: MarkerStyle): boolean {
  const own = markers.filter((marker) => marker.style === style);
  return own.every(({ ordinal }, at) => ordinal === 1 || ordinal === (own[at - 1]?.ordinal ?? 0) + 1);
}
