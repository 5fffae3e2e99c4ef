import { chineseNumeral } from "./chinese-numerals.ts";
import { classAt, signClass } from "./sign-classes.ts";

/** A printed date. `value` is ISO as far as it is printed: 2024-03-15, 2024-03, 2024, --03-15, --03. */
export type PrintedDate = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: string;
};

const d = "[0-9０-９]";
const c = "[一二三四五六七八九十]";
const pattern = new RegExp(
  `(?<!${d})(?<y>(?:19|20|１９|２０)${d}{2})\\s?[-/.．](?<m>${d}{1,2})[-/.．](?<day>${d}{1,2})(?!${d})` +
    `|(?<!${d})(?<y2>(?:19|20|１９|２０)${d}{2})年(?:(?<m2>${d}{1,2})月(?:(?<d2>${d}{1,2})[日号])?)?` +
    `|(?<!${d})(?<m3>${d}{1,2})月(?:(?<d3>${d}{1,2})[日号])?` +
    `|(?<![一二三四五六七八九十])(?<m5>${c}{1,2})月(?<d5>${c}{1,3})日` +
    `|(?<y4>[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?:(?<m4>${c}{1,2})月(?:(?<d4>${c}{1,3})日)?)?`,
  "uy",
);

const { digit, chineseDigit, dateSign, space } = signClass;

/** No number of a date is longer than its year. */
const longestNumber = 4;

/** Whether a date can open at a place: with digits, behind which stands what stands between the numbers of a date. */
function mayOpenDate(text: string, at: number): boolean {
  let end = at;
  while (end - at <= longestNumber && (classAt(text, end) & (digit | chineseDigit)) !== 0) end += 1;
  return end > at && (classAt(text, end) & (dateSign | space)) !== 0;
}

function numberOf(printed: string | undefined): number | null {
  if (printed === undefined) return null;
  return chineseNumeral(printed) ?? Number(printed.normalize("NFKC"));
}

const two = (value: number): string => String(value).padStart(2, "0");

function isoOf(year: number | null, month: number | null, day: number | null): string | null {
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > 31)) return null;
  const head = year === null ? "-" : String(year);
  if (month === null) return year === null ? null : head;
  return day === null ? `${head}-${two(month)}` : `${head}-${two(month)}-${two(day)}`;
}

/**
 * Dates of a text, in digits of either width or in Chinese.
 * Example: 2025年4月9日至6月20日 gives 2025-04-09 and --06-20.
 */
export function readDates(text: string): PrintedDate[] {
  const dates: PrintedDate[] = [];
  for (let at = 0; at < text.length;) {
    pattern.lastIndex = at;
    const match = mayOpenDate(text, at) ? pattern.exec(text) : null;
    const date = match === null ? null : dateOf(match);
    if (date !== null) dates.push(date);
    at = match === null ? at + 1 : at + match[0].length;
  }
  return dates;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** The number in whichever of the groups took part in the match. */
const numberIn = (groups: Groups, names: readonly string[]): number | null =>
  numberOf(names.map((name) => groups[name]).find((printed) => printed !== undefined));

const yearGroups = ["y", "y2", "y4"];
const monthGroups = ["m", "m2", "m3", "m4", "m5"];
const dayGroups = ["day", "d2", "d3", "d4", "d5"];

function dateOf(match: RegExpExecArray): PrintedDate | null {
  const g = match.groups ?? {};
  const [year, month, day] = [numberIn(g, yearGroups), numberIn(g, monthGroups), numberIn(g, dayGroups)];
  const value = isoOf(year, month, day);
  return value === null ? null : { start: match.index, end: match.index + match[0].length, text: match[0], value };
}
