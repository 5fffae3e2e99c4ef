import { daysInMonth } from "./calendar.ts";
import { beginsWithDigit, hanValue, hanYear } from "./chinese-number.ts";
import { everyMatch } from "./every-match.ts";

/** A date as printed, year perhaps elided (10月11日) or relative (同年); offsets are of the text searched. */
export type PrintedDate = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly year: number | null;
  /** 同年 当年 次年 翌年 第二年 今年 本年 去年 上年 前年 */
  readonly yearWord: string | null;
  readonly month: number;
  readonly day: number | null;
  /** 上旬 中旬 下旬 初 底 末 */
  readonly vague: string | null;
};

const han = "[一二三四五六七八九十]{1,3}";
const zeros = "〇○◯零0oOО";
/** Spaces, also a line break with its indent. */
const gap = String.raw`\s{0,6}`;
const to = "(?:至|到|—|–|-|~)";
const worded = new RegExp(
  String.raw`(?:(\d{4}|[${zeros}一二三四五六七八九]{4})${gap}年${gap}|(同年|当年|次年|翌年|第二年|今年|本年|去年|上年|前年))?` +
    String.raw`(?<!\d)(\d{1,2}|${han})${gap}月份?${gap}` +
    String.raw`(?:(\d{1,2}|${han})${gap}[日号](?![楼院线])|(上中旬|上旬|中上旬|中下旬|中旬|下旬|初|底|末))?`,
  "g",
);
const numeric =
  /(?<!\d)(\d{4})\s{0,6}[-./]\s{0,6}(\d{1,2})\s{0,6}[-./]\s{0,6}(?:(\d{2})(?=\d{1,2}:\d{2})|(\d{1,2})(?!\d))/g;
/** 20240315, as some header lines print it. */
const compact = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g;
const edgeOfYear = /(?:(\d{4})年|(今年|去年|当年|同年))(初|底|末)(?!次)/g;
/** “4月12日至28日”, “4月12日进驻,当月28日…”. */
const dayOfSameMonth = new RegExp(
  String.raw`^(?:\s{0,2}${to}\s{0,2}|[^。;\d]{0,14}(?:当月|同月|本月)\s{0,2})(\d{1,2})[日号]`,
);
/** “4月12-28日”: the first day has lost its 日. */
const dayBeforeDash = new RegExp(String.raw`^(\d{1,2})\s{0,2}(?=${to}\s{0,2}\d{1,2}[日号])`);
/** “2023年4-6月”: the first month has lost its 月. */
const monthBeforeDash = new RegExp(String.raw`(?<!\d)(\d{4})${gap}年${gap}(\d{1,2})(?=${to}\d{1,2}月)`, "g");

/** Finds dates in printing order: “2023年4月12日至6月20日”, “2024-03-11”, “二〇二四年三月十一日”, “8月下旬”, “2023年底”. */
export function findDates(text: string): readonly PrintedDate[] {
  const [hasMonth, hasYear, hasDigits] = [text.includes("月"), text.includes("年"), /\d{4}/.test(text)];
  if (!hasMonth && !hasYear && !hasDigits) return [];
  const dates = [
    ...(hasMonth ? wordedDates(text) : []),
    ...(hasDigits ? numericDates(text) : []),
    ...(hasYear ? yearEdges(text) : []),
    ...(hasMonth && hasYear ? firstMonths(text) : []),
  ];
  return dates.filter((date) => isPossible(date)).sort((left, right) => left.start - right.start);
}

function wordedDates(text: string): readonly PrintedDate[] {
  const dates: PrintedDate[] = [];
  for (const match of everyMatch(worded, text)) {
    const read = wordedDate(match);
    if (!read) continue;
    let date: PrintedDate | null = read.day === null && read.vague === null ? withDayBeforeDash(read, text) : read;
    while (date) {
      dates.push(date);
      const sameMonth: RegExpExecArray | null =
        date.day === null ? null : dayOfSameMonth.exec(text.slice(date.end, date.end + 24));
      date = sameMonth && laterDay(date, sameMonth);
    }
  }
  return dates;
}

function wordedDate(match: RegExpExecArray): PrintedDate | null {
  const [whole, year, yearWord = null, month, day, vague = null] = match;
  const monthValue = ordinal(month);
  if (monthValue === null) return null;
  return {
    start: match.index,
    end: match.index + whole.length,
    text: whole,
    year: yearValue(year),
    yearWord,
    month: monthValue,
    day: ordinal(day),
    vague,
  };
}

function withDayBeforeDash(date: PrintedDate, text: string): PrintedDate {
  const printed = dayBeforeDash.exec(text.slice(date.end, date.end + 8))?.[1];
  if (printed === undefined) return date;
  return { ...date, end: date.end + printed.length, text: `${date.text}${printed}`, day: Number(printed) };
}

function numericDates(text: string): readonly PrintedDate[] {
  const dates: PrintedDate[] = [];
  for (const pattern of [numeric, compact]) {
    for (const match of everyMatch(pattern, text)) {
      const [whole, year, month, glued, day] = match;
      dates.push({
        start: match.index,
        end: match.index + whole.length,
        text: whole,
        year: Number(year),
        yearWord: null,
        month: Number(month),
        day: Number(glued ?? day),
        vague: null,
      });
    }
  }
  return dates;
}

/** “2023年底” is about its last day. */
function yearEdges(text: string): readonly PrintedDate[] {
  return everyMatch(edgeOfYear, text).map((match) => {
    const [whole, year, yearWord = null, vague = "底"] = match;
    const [start, end] = [match.index, match.index + whole.length];
    const month = vague === "初" ? 1 : 12;
    return { start, end, text: whole, year: yearValue(year), yearWord, month, day: null, vague };
  });
}

function firstMonths(text: string): readonly PrintedDate[] {
  return everyMatch(monthBeforeDash, text).map((match) => {
    const [whole, year, month] = match;
    const [start, end] = [match.index, match.index + whole.length];
    return {
      start,
      end,
      text: whole,
      year: Number(year),
      yearWord: null,
      month: Number(month),
      day: null,
      vague: null,
    };
  });
}

function yearValue(year: string | undefined): number | null {
  if (year === undefined) return null;
  return /^\d+$/.test(year) ? Number(year) : hanYear(year.replaceAll(/[○◯零0oOО]/g, "〇"));
}

function laterDay(date: PrintedDate, match: RegExpExecArray): PrintedDate {
  const start = date.end + match[0].search(/\d{1,2}[日号]$/);
  const end = date.end + match[0].length;
  return {
    ...date,
    start,
    end,
    text: match[0].slice(start - date.end),
    year: null,
    yearWord: null,
    day: Number(match[1]),
  };
}

function ordinal(printed: string | undefined): number | null {
  if (printed === undefined) return null;
  return beginsWithDigit(printed) ? Number(printed) : hanValue(printed);
}

function isPossible(date: PrintedDate): boolean {
  const longest = daysInMonth(date.year ?? 2000, date.month);
  return longest > 0 && (date.day === null || (date.day >= 1 && date.day <= longest));
}
