const pad = (value: number): string => String(value).padStart(2, "0");

/** The last day of a month, in the Gregorian calendar. Example: 2024, 2 → 2024-02-29. */
export function endOfMonth(year: number, month: number): string {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30;
  return `${year}-${pad(month)}-${pad(days)}`;
}

/** A day of a month, its last one where the month is shorter. */
export function dayOfMonth(year: number, month: number, day: number): string {
  const last = endOfMonth(year, month);
  const printed = `${year}-${pad(month)}-${pad(day)}`;
  return printed < last ? printed : last;
}

/** The same day that many months later. Example: 2024-01-31 and 1 → 2024-02-29. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const sum = year * 12 + month - 1 + months;
  return dayOfMonth(Math.floor(sum / 12), (sum % 12) + 1, day);
}
