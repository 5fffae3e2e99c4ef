import { chineseNumeral } from "./chinese-numerals.ts";
import { classAt, signClass } from "./sign-classes.ts";

/** A number with its unit as a value: 528.09万元 is 5280900 CNY, 三十七人 is 37 人. Offsets into the text that was read. */
export type Figure = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
  /** As printed, CNY for money, null where none follows. */
  readonly unit: string | null;
};

const units = [
  "个百分点", "平方公里", "平方米", "立方米", "个小时", "美元", "人次", "人民币", "公里", "千米", "公顷", "千克", "公斤", "小时",
  "分钟", "大类", "方面", "个月", "周年", "元", "人", "名", "个", "条", "项", "件", "次", "起", "家", "户", "处", "所", "宗", "份", "篇",
  "场", "轮", "批", "年", "天", "米", "亩", "吨", "台", "辆", "套", "座", "栋", "支", "位", "本", "册", "期", "门", "倍", "级", "类", "幅",
  "顷", "卷", "间", "盏", "株", "棵", "艘", "号", "日", "月", "岁", "人天", "段", "张", "片", "村", "镇", "县", "%", "％", "‰",
].sort((one, other) => other.length - one.length); // prettier-ignore
/** 三合一场所 counts nothing. */
const unitPattern = units.map((unit) => (unit === "场" ? "场(?!所)" : unit)).join("|");
const scales = new Map([
  ["百", 1e2], ["千", 1e3], ["万", 1e4], ["十万", 1e5], ["百万", 1e6], ["千万", 1e7], ["亿", 1e8], ["万亿", 1e12],
]); // prettier-ignore
const scalePattern = "万亿|千万|百万|十万|亿|万|千|百";
/** Number, scale, unit. */
const arabicPattern = new RegExp(
  "([0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?)" +
    `(?:[余多])?(${scalePattern})?(?:[余多])?(${unitPattern})?`,
  "uy",
);
const chinesePattern = new RegExp(
  "(?<![第一二三四五六七八九十百千])([零一二两三四五六七八九十百千]+)" +
    `(?:[余多])?(万亿|亿|万)?(?:[余多])?(${unitPattern})`,
  "uy",
);

function numeralsEnd(text: string, start: number): number {
  let end = start;
  while ((classAt(text, end) & signClass.chineseDigit) !== 0) end += 1;
  return end;
}

/** Tells the pattern that can match at a place, null at most of them: looking is cheaper than trying. Places are asked in order, and a run of numerals looked through once. */
function patterns(text: string): (at: number) => RegExp | null {
  let end = 0;
  return (at) => {
    const classes = classAt(text, at);
    if ((classes & signClass.digit) !== 0) return arabicPattern;
    if ((classes & signClass.chineseDigit) === 0) return null;
    if (at >= end) end = numeralsEnd(text, at);
    return (classAt(text, end) & signClass.unitStart) === 0 ? null : chinesePattern;
  };
}

const round = (value: number): number => Number(value.toPrecision(15));

const valueOfArabic = (printed: string): number => Number(printed.normalize("NFKC").replaceAll(",", ""));

function baseUnit(printed: string | undefined): string | null {
  if (printed === undefined) return null;
  if (printed === "元" || printed === "人民币") return "CNY";
  return printed.normalize("NFKC");
}

/**
 * Numbers of a text as values with units, half or full width, Arabic or (before a unit) Chinese.
 * Example: 追缴３２.5万元，处理十二人 gives 325000 CNY and 12 人.
 */
export function readFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  const patternAt = patterns(text);
  for (let at = 0; at < text.length;) {
    const pattern = patternAt(at);
    if (pattern !== null) pattern.lastIndex = at;
    const match = pattern?.exec(text) ?? null;
    const figure = match === null ? null : figureOf(match);
    if (figure !== null) figures.push(figure);
    at = match === null ? at + 1 : at + match[0].length;
  }
  return figures;
}

function figureOf(match: RegExpExecArray): Figure | null {
  const [text, printed = "", scale = "", unit] = match;
  const number = (classAt(printed, 0) & signClass.digit) === 0 ? chineseNumeral(printed) : valueOfArabic(printed);
  if (number === null || Number.isNaN(number)) return null;
  return {
    start: match.index,
    end: match.index + text.length,
    text,
    value: scale === "" ? number : round(number * (scales.get(scale) ?? 1)),
    unit: baseUnit(unit),
  };
}
