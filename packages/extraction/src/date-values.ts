import type { DateValue } from "@zhenggai/notice";
import { daysInMonth, isoDay } from "./calendar.ts";
import type { PrintedDate } from "./find-dates.ts";

const daysOfVague: Readonly<Record<string, number>> = { 中旬: 11, 上中旬: 6, 中上旬: 6, 中下旬: 16, 下旬: 21 };

/** The day in a year: exact where a day is printed, else approximate (8月下旬 is about the 21st). Null where impossible. */
export function dateInYear(date: PrintedDate, year: number): DateValue | null {
  if (date.day !== null) return isoDay(year, date.month, date.day);
  const approximate = isoDay(year, date.month, vagueDay(date, year));
  return approximate === null ? null : { approximate, text: date.text };
}

function vagueDay(date: PrintedDate, year: number): number {
  if (date.vague === "底" || date.vague === "末") return daysInMonth(year, date.month);
  return daysOfVague[date.vague ?? ""] ?? 1;
}

/** ISO day of an exact or approximate date. */
export function dayOf(date: DateValue): string {
  return typeof date === "string" ? date : date.approximate;
}
