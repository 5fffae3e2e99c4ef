import { calendarDay } from "./calendar-day.ts";
import { squeeze } from "./page-line.ts";
import type { PageOutline } from "./page-outline.ts";

const nothing = /^(?:null|undefined|none|nil|无|暂无|[-—_.]*|\{\{?[^}]*\}?\}|<\$?\[?[^>]*>)$/iu;
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
/** What Java prints for a date: `Wed Mar 27 10:12:00 CST 2024`. */
const javaDate = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) [\d:]{5,8} \w{3,5} (\d{4})$/u;

/**
 * What the page's meta tags say under any of these names (lower case), in order, each value once. The standard of 国办发〔2017〕47号 is
 * violated freely: literal `null`, placeholders, several values joined by a comma or semicolon.
 *
 * `<meta name="ContentSource" content="null;清风样例网；清风样例网">` → `["清风样例网"]`
 */
export function metaValues(outline: PageOutline, ...names: readonly string[]): string[] {
  const values = wholeValues(outline, names).flatMap((value) => value.split(/\s?[,;，；]\s?/u));
  return unique(values.map((value) => value.trim()).filter((value) => !nothing.test(value)));
}

/** As `metaValues`, for titles, which contain commas themselves: a value is only cut where it repeats itself. */
export function metaTitles(outline: PageOutline, ...names: readonly string[]): string[] {
  return unique(
    wholeValues(outline, names)
      .map(withoutRepeats)
      .filter((value) => !nothing.test(value)),
  );
}

/** The first day that any of these meta tags names, ISO. */
export function metaDay(outline: PageOutline, ...names: readonly string[]): string | null {
  for (const value of metaValues(outline, ...names)) {
    const java = javaDate.exec(value);
    const month = months.indexOf(java?.[1] ?? "") + 1;
    const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{4,6})?$/u.exec(value);
    const day =
      calendarDay(value) ??
      (compact === null ? null : calendarDay(`${compact[1]}-${compact[2]}-${compact[3]}`)) ??
      (java === null ? null : calendarDay(`${java[3]}-${month}-${java[2]}`));
    if (day !== null) return day;
  }
  return null;
}

function wholeValues(outline: PageOutline, names: readonly string[]): string[] {
  return names.flatMap((name) => outline.meta.get(name) ?? []).filter((value) => !nothing.test(value));
}

/** `样州市委关于整改的通报,样州市委关于整改的通报` → once. */
function withoutRepeats(value: string): string {
  for (const separator of [";", "；", ",", "，"]) {
    const parts = value.split(separator).filter((part) => !nothing.test(part.trim()));
    const first = parts[0]?.trim() ?? "";
    if (first !== "" && parts.length > 1 && parts.every((part) => squeeze(part) === squeeze(first))) return first;
  }
  return value;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
