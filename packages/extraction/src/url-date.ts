import type { DateValue } from "@zhenggai/notice";
import { isoDay } from "./calendar.ts";

const patterns: readonly RegExp[] = [
  /\/\d{6}\/t(\d{4})(\d{2})(\d{2})_/,
  /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})\//,
  /\/(\d{4})(\d{2})(\d{2})\//,
];

/** The day in an address (…/202402/t20240221_1.shtml). It is often a day early, hence approximate, never a page date. */
export function urlDate(url: string): DateValue | null {
  for (const pattern of patterns) {
    const match = pattern.exec(url);
    if (!match) continue;
    const [whole, year, month, day] = match;
    const approximate = isoDay(Number(year), Number(month), Number(day));
    if (approximate !== null) return { approximate, text: whole };
  }
  return null;
}
