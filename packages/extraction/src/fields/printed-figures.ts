import { characterSet, holds, spaceCharacters } from "../character-set.ts";
import { beginsWithDigit, numberValue, printedNumber } from "../chinese-number.ts";

/** What a figure counts, by its unit. */
export type FigureKind = "person" | "case" | "batch" | "issue" | "copy" | "piece" | "unit" | "time" | "money";

/** A number with its unit; offsets are of the text it was read from and include 近, 余 and 以上. */
export type PrintedFigure = {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly kind: FigureKind;
  /** 近, 超, 余 … as printed. */
  readonly qualifier: string | null;
  /** Upper end of “3至5人” and the like: no single value. */
  readonly isRange: boolean;
  /** Printed in Chinese numerals, where small figures are often part of a name (八项规定). */
  readonly isHan: boolean;
};

const unitsOfKind: Readonly<Record<FigureKind, string>> = {
  person: String.raw`人次|人\(次\)|人|名(?![单称录册字义])|位(?![于置次])`,
  case: String.raw`件\(次\)|件次|起(?![来步点草诉])|件|宗|例(?![如会])`,
  batch: "批次|批(?![准复评示])",
  issue: "期(?![间限])",
  copy: "份(?!额)",
  unit: "(?:个|家)(?=(?:单位|部门|党组织|党支部|支部|镇街|街道|乡镇))(?:单位|部门|党组织)?|家(?!次)",
  piece: "条|项|个(?!月|小时|工作日|交易日|百分点)|部(?![门分])|篇",
  time: "场次|次(?![数日序月])|轮(?!次)",
  money: "元(?![旦素])",
};
const figureKinds: readonly FigureKind[] = [
  "person",
  "case",
  "batch",
  "issue",
  "copy",
  "unit",
  "piece",
  "time",
  "money",
];
const units = figureKinds.map((kind) => `(${unitsOfKind[kind]})`).join("|");
/** Groups: the words before, the number, 余 or 多 behind it, the power, 余 or 多 behind that, a group for each kind of unit, the words after. */
const figurePattern = new RegExp(
  String.raw`(?:(将近|近|超过?|逾|(?<![签预节合公契邀大])约|大约|不足|不少于|不低于|至少|突破|上(?=[百千万]))\s?)?` +
    String.raw`(?<![\d.+A-Za-z第数几][余多]?)((?:\d{1,4}亿)?(?:${printedNumber}))([余多])?` +
    String.raw`(百万|千万|[百千万亿])?([余多])?\s?(?:${units})(以上|以下|以内|左右|上下)?`,
  "y",
);
const firstUnitGroup = 6;
const numerals = characterSet("0123456789一二两三四五六七八九十百千万亿零〇廿卅");
/** All that may stand between the first numeral and the unit. */
const insideNumber = characterSet("0123456789一二两三四五六七八九十百千万亿零〇廿卅,.点余多");
const unitStarts = characterSet("人名位件起宗例批期份个家条项部篇场次轮元");
/** Ends of 近 … 上 and the space behind them. */
const endsBeforeFigure = characterSet(`近过超逾约足于少破上${spaceCharacters}`);
const spaces = characterSet(spaceCharacters);
const longestBefore = 4;
const powers = "百千万亿";
const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
/** “一个”, “一批”, “一项” are articles, “一起” is mostly together; one person or one case may be a figure. */
const article = /^一(?:[个批项条次轮期份位家部篇]|起)/;
/** “3至|5人”. */
const endOfRange = /[\d一二三四五六七八九十](?:至|到|[—–~-])$/;
const rangeMarks = characterSet("至到—–~-");
/** “八项规定”, “六项纪律”, “两个责任”: the number is part of the name. */
const name = /^(?:规定|纪律|维护|责任|意识|自信|确立|区分|严禁|不准|一百年)/;

/** The figures with a unit in a text, in order. Dates, ordinals, document numbers and list numbers have no unit of this kind and are none. */
export function printedFigures(text: string): readonly PrintedFigure[] {
  const figures: PrintedFigure[] = [];
  let from = 0;
  // Most numbers have no unit: the pattern is only tried where one may be.
  for (let at = 0; at < text.length; at += 1) {
    if (!holds(numerals, text.charCodeAt(at))) continue;
    const start = at;
    while (holds(insideNumber, text.charCodeAt(at))) at += 1;
    const match = figureIn(text, start, at, from);
    if (match === null) continue;
    from = match.index + match[0].length;
    const figure = figureOf(text, match);
    if (figure !== null) figures.push(figure);
  }
  return figures;
}

/** The figure whose number stands in `[start, end)`, null where it has no unit; with the words before it begins at `from` or later. */
function figureIn(text: string, start: number, end: number, from: number): RegExpExecArray | null {
  if (!holds(unitStarts, text.charCodeAt(end))) {
    if (!holds(unitStarts, text.charCodeAt(end + 1)) || !holds(spaces, text.charCodeAt(end))) return null;
  }
  const hasBefore = start > 0 && holds(endsBeforeFigure, text.charCodeAt(start - 1));
  for (let at = Math.max(from, hasBefore ? start - longestBefore : start); at < end; at += 1) {
    figurePattern.lastIndex = at;
    const match = figurePattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}

/** The words of a figure; what is not printed is empty. */
type Words = {
  readonly number: string;
  readonly scale: string;
  readonly kind: FigureKind;
  readonly unit: string;
  readonly qualifier: string | null;
  readonly isHan: boolean;
};

/** The group of the unit's kind, the first one behind them all where none matched. */
function unitGroup(match: RegExpExecArray): number {
  let group = firstUnitGroup;
  while (group < firstUnitGroup + figureKinds.length && match[group] === undefined) group += 1;
  return group;
}

function wordsOf(match: RegExpExecArray): Words | null {
  const [, before, number = "", mid, scale = "", late] = match;
  const group = unitGroup(match);
  const [kind, unit = ""] = [figureKinds[group - firstUnitGroup], match[group]];
  if (kind === undefined) return null;
  const own = before ?? mid ?? late ?? null;
  const isVague = own === null && isPower(number);
  const qualifier = own ?? match[firstUnitGroup + figureKinds.length] ?? null;
  return isVague ? null : { number, scale, kind, unit, qualifier, isHan: !beginsWithDigit(number) };
}

function figureOf(text: string, match: RegExpExecArray): PrintedFigure | null {
  const words = wordsOf(match);
  const end = match.index + match[0].length;
  if (words === null || isArticle(match[0]) || (words.isHan && name.test(text.slice(end, end + 3)))) return null;
  const listed = listNumber(text, match.index, words);
  const read = valueAndUnit(words.number.slice(listed), words);
  if (read === null) return null;
  const { kind, qualifier, isHan } = words;
  const isRange =
    holds(rangeMarks, text.charCodeAt(match.index - 1)) &&
    endOfRange.test(text.slice(Math.max(0, match.index - 3), match.index));
  return { start: match.index + listed, end, value: read.value, unit: read.unit, kind, qualifier, isRange, isHan };
}

/** “万元” without a number counts nothing. */
function isPower(number: string): boolean {
  return number.length === 1 && powers.includes(number);
}

function isArticle(printed: string): boolean {
  return printed.startsWith("一") && article.test(printed);
}

/** Length of a list number in front: “1.3名干部…” at the start of a line is item 1 and three officials. */
function listNumber(text: string, start: number, { number, scale, kind }: Words): number {
  if (kind === "money" || scale !== "" || !number.includes(".")) return 0;
  const listed = /^\d{1,3}\.(?=\d)/.exec(number)?.[0].length ?? 0;
  const isFirst = listed > 0 && (start === 0 || /\n\s{0,8}$/.test(text.slice(Math.max(0, start - 8), start)));
  return isFirst ? listed : 0;
}

function valueAndUnit(
  number: string,
  { kind, scale, unit }: Words,
): { readonly value: number; readonly unit: string } | null {
  if (kind === "money") return moneyValue(number, scale);
  const value = plainValue(number);
  return value === null ? null : { value: rounded(value * (scales[scale] ?? 1)), unit };
}

/** Money keeps its scale in the unit: 62.8万元, and 三百二十万元 as 320 万元; “1亿3500万元” is 13,500 万元. */
function moneyValue(number: string, scale: string): { readonly value: number; readonly unit: string } | null {
  const [, high, low = ""] = /^(\d{1,4})亿(.+)$/.exec(number) ?? [];
  if (high !== undefined && scale === "万") {
    const below = numberValue(low);
    return below === null ? null : { value: rounded(Number(high) * 1e4 + below), unit: "万元" };
  }
  const [, count = "", power = ""] = /^([^\d].*?)([万亿])$/.exec(number) ?? [];
  const value = plainValue(count === "" ? number : count);
  return value === null ? null : { value, unit: `${count === "" ? scale : power}元` };
}

function plainValue(number: string): number | null {
  if (!number.includes("亿")) return numberValue(number);
  const [, high, low = ""] = /^(\d{1,4})亿(.+)$/.exec(number) ?? [];
  if (high === undefined) return numberValue(number);
  const below = numberValue(low);
  return below === null ? null : Number(high) * 1e8 + below;
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
