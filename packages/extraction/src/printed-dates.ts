import type { DateValue } from "@zhenggai/notice";
import { daysInMonth, isoDay } from "./calendar.ts";
import { hanValue, hanYear } from "./chinese-number.ts";

/** A date as printed, year perhaps elided (10月11日) or relative (同年); offsets are of the text searched. */
export type PrintedDate = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly year: number | null;
  /** 同年 当年 次年 翌年 今年 去年 */
  readonly yearWord: string | null;
  readonly month: number;
  readonly day: number | null;
  /** 上旬 中旬 下旬 初 底 末 */
  readonly vague: string | null;
};

const han = "[一二三四五六七八九十]{1,3}";
const worded = new RegExp(
  String.raw`(?:(\d{4}|[〇○零一二三四五六七八九]{4})\s{0,2}年\s{0,2}|(同年|当年|次年|翌年|今年|去年))?` +
    String.raw`(?<!\d)(\d{1,2}|${han})\s{0,2}月份?\s{0,2}(?:(\d{1,2}|${han})\s{0,2}日|(上旬|中旬|下旬|初|底|末))?`,
  "g",
);
const numeric = /(?<!\d)(\d{4})\s{0,2}[-./]\s{0,2}(\d{1,2})\s{0,2}[-./]\s{0,2}(\d{1,2})(?!\d)/g;
const dayOfSameMonth = /^\s{0,2}(?:至|到|—|–|-|~)\s{0,2}(\d{1,2})日/;

/** Finds dates in printing order: “2023年4月12日至6月20日”, “2024-03-11”, “二〇二四年三月十一日”, “8月下旬”. */
export function findDates(text: string): readonly PrintedDate[] {
  const dates: PrintedDate[] = [];
  for (const match of text.matchAll(worded)) {
    const date = wordedDate(match);
    if (!date) continue;
    dates.push(date);
    const sameMonth = dayOfSameMonth.exec(text.slice(date.end, date.end + 10));
    if (sameMonth && date.day !== null) dates.push(laterDay(date, sameMonth));
  }
  for (const match of text.matchAll(numeric)) {
    const [whole, year, month, day] = match;
    const span = { start: match.index, end: match.index + whole.length, text: whole };
    dates.push({ ...span, year: Number(year), yearWord: null, month: Number(month), day: Number(day), vague: null });
  }
  return dates.filter((date) => isPossible(date)).sort((left, right) => left.start - right.start);
}

function wordedDate(match: RegExpExecArray): PrintedDate | null {
  const [whole, year, yearWord, month, day, vague] = match;
  const monthValue = ordinal(month);
  if (monthValue === null) return null;
  return {
    start: match.index,
    end: match.index + whole.length,
    text: whole,
    year: yearValue(year),
    yearWord: yearWord ?? null,
    month: monthValue,
    day: ordinal(day),
    vague: vague ?? null,
  };
}

function yearValue(year: string | undefined): number | null {
  if (year === undefined) return null;
  return /^\d/.test(year) ? Number(year) : hanYear(year);
}

function laterDay(date: PrintedDate, match: RegExpExecArray): PrintedDate {
  const start = date.end + match[0].search(/\d/);
  const end = date.end + match[0].length;
  return { ...date, start, end, text: `${match[1] ?? ""}日`, year: null, yearWord: null, day: Number(match[1]) };
}

function ordinal(printed: string | undefined): number | null {
  if (printed === undefined) return null;
  return /^\d/.test(printed) ? Number(printed) : hanValue(printed);
}

function isPossible(date: PrintedDate): boolean {
  const longest = daysInMonth(date.year ?? 2000, date.month);
  return longest > 0 && (date.day === null || (date.day >= 1 && date.day <= longest));
}

/** The day in a year: exact where a day is printed, else approximate (8月下旬 is about the 21st). Null where impossible. */
export function dateInYear(date: PrintedDate, year: number): DateValue | null {
  if (date.day !== null) return isoDay(year, date.month, date.day);
  const approximate = isoDay(year, date.month, vagueDay(date, year));
  return approximate === null ? null : { approximate, text: date.text };
}

function vagueDay(date: PrintedDate, year: number): number {
  if (date.vague === "中旬") return 11;
  if (date.vague === "下旬") return 21;
  return date.vague === "底" || date.vague === "末" ? daysInMonth(year, date.month) : 1;
}

/** ISO day of an exact or approximate date. */
export function dayOf(date: DateValue): string {
  return typeof date === "string" ? date : date.approximate;
}
